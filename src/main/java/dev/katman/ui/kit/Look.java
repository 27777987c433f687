package dev.katman.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.katman.settings.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import java.util.List;
import java.util.Objects;

/** How the whole program looks: fonts, light or dark, and the one stylesheet of our own. Of the FX thread. */
public final class Look {
    private static final String OWN = Objects.requireNonNull(Look.class.getResource("katman.css")).toExternalForm();
    private static final List<Integer> ICON_SIZES = List.of(32, 128, 256, 512);

    private Theme theme;

    public Look(Theme theme) {
        this.theme = theme;
        Fonts.load();
        // Held by the platform as long as the program runs, and so is this.
        ChangeListener<ColorScheme> follow = (preferences, before, now) -> apply();
        Platform.getPreferences().colorSchemeProperty().addListener(follow);
        apply();
    }

    public Theme theme() {
        return theme;
    }

    /** Changes the look of everything that is shown. */
    public void theme(Theme other) {
        theme = other;
        apply();
    }

    /** Dresses a scene. */
    public void dress(Scene scene) {
        scene.getStylesheets().add(OWN);
    }

    /** Gives a window its icon. */
    public void icon(Stage stage) {
        for (int size : ICON_SIZES) {
            var icon = Objects.requireNonNull(Look.class.getResource("/assets/icon-" + size + ".png"));
            stage.getIcons().add(new Image(icon.toExternalForm()));
        }
    }

    private void apply() {
        boolean dark = switch (theme) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
        Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
    }
}
