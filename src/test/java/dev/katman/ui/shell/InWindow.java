package dev.katman.ui.shell;

import dev.katman.exchange.Rig;
import dev.katman.settings.Language;
import dev.katman.settings.Theme;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.List;

import static dev.katman.ui.shell.Fx.onFx;

/** A test in the real window, in English and light, over a rig of its own. */
abstract class InWindow {
    @TempDir
    Path home;
    Rig rig;
    Stage stage;
    Window window;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(home);
        rig.preferences.language(Language.EN);
        rig.preferences.theme(Theme.LIGHT);
        FxToolkit.registerPrimaryStage();
        show();
    }

    /** A window over the rig that there is. */
    final void show() throws Exception {
        stage = FxToolkit.registerStage(Stage::new);
        window = Fx.show(rig, home, stage);
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            List.copyOf(javafx.stage.Window.getWindows()).stream().filter(other -> other != stage).forEach(javafx.stage.Window::hide);
            window.close();
            stage.hide();
            return null;
        });
        rig.close();
    }
}
