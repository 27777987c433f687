package dev.katman.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and the buttons that show nothing else: these always carry a name for the screen reader and a tooltip. */
public final class Icons {
    private Icons() {
    }

    public static FontIcon of(Feather icon) {
        return new FontIcon(icon);
    }

    /** A quiet button. */
    public static Button button(Feather icon, String name) {
        var button = new Button();
        button.getStyleClass().setAll("button", "icon-button");
        return named(button, icon, name);
    }

    /** Puts the icon on the button and the name behind it. */
    public static <B extends ButtonBase> B named(B button, Feather icon, String name) {
        button.setGraphic(of(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }
}
