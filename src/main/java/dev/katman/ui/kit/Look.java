package dev.katman.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.katman.settings.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;

/** How the whole program looks: fonts, light or dark, and the one stylesheet of our own. Of the FX thread. */
public final class Look {
    private static final String OWN = Objects.requireNonNull(Look.class.getResource("katman.css")).toExternalForm();
    private static final List<Integer> ICON_SIZES = List.of(32, 128, 256, 512);

    /** Pixels of the root's text at the usual size; every other size is in em of it. */
    private static final double USUAL = 14;

    /** The platform outlives every window: what was closed is not to dress those that came after it. */
    private final ChangeListener<ColorScheme> follow = (preferences, before, now) -> apply();
    private final Set<Scene> dressed = Collections.newSetFromMap(new WeakHashMap<>());
    private Theme theme;
    private String size;

    /** @param percent of the usual size of text */
    public Look(Theme theme, int percent) {
        this.theme = theme;
        size = sheet(percent);
        Fonts.load();
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(follow));
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

    /**
     * Changes the size of all text and of the icons beside it. A sheet and not a style of the root, so that menus and tooltips, which take
     * the sheets of their window, follow it.
     */
    public void textSize(int percent) {
        String before = size;
        size = sheet(percent);
        dressed.forEach(scene -> scene.getStylesheets().replaceAll(sheet -> sheet.equals(before) ? size : sheet));
    }

    private static String sheet(int percent) {
        double size = USUAL * percent / 100;
        // In pixels: an icon's em is of its own font, whose size it sets itself.
        String rule = ".root{-fx-font-size:" + size + "px}.ikonli-font-icon{-fx-icon-size:" + Math.round(size) + "px}";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.US_ASCII));
    }

    /** Dresses a scene. */
    public void dress(Scene scene) {
        scene.getStylesheets().addAll(OWN, size);
        scene.getProperties().put(Look.class, this); // as long as it is shown it has its look
        dressed.add(scene);
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
