package dev.katman.ui.shell;

import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Look;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class NotOpenedTest {
    @Test
    void saysWhyAndTriesAgain() throws Exception {
        FxToolkit.registerPrimaryStage();
        Stage stage = FxToolkit.registerStage(Stage::new);
        var tries = new AtomicInteger();
        FxToolkit.setupFixture(() -> {
            var look = new Look(Theme.LIGHT, 100);
            NotOpened.show(stage, look, Texts.in(Language.EN), "The disk is full. Make room.", tries::incrementAndGet);
            assertThat(((Labeled) stage.getScene().lookup("#why")).getText()).isEqualTo("The disk is full. Make room.");
            ((Button) stage.getScene().lookup("#close")).fire();
            assertThat(stage.isShowing()).isFalse();
            assertThat(tries).hasValue(0);

            NotOpened.show(stage, look, Texts.in(Language.EN), "The disk is full. Make room.", tries::incrementAndGet);
            ((Button) stage.getScene().lookup("#try-again")).fire();
            assertThat(stage.isShowing()).isFalse();
            assertThat(tries).hasValue(1);
        });
    }
}
