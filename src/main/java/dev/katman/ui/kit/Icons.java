package dev.katman.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and the buttons that show nothing else: these always carry a name for the screen reader and a tooltip. */
public final class Icons {
    /** Made when the pointer first comes: a tooltip is a window of its own, dearer to make than its button, and most are never seen. */
    private static final EventHandler<MouseEvent> TIP = entered -> {
        if (entered.getSource() instanceof Control control && control.getTooltip() == null) {
            var tip = new Tooltip();
            tip.textProperty().bind(control.accessibleTextProperty());
            control.setTooltip(tip);
        }
    };

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

    /** Puts the icon on the button and the name behind it. Its tooltip says what a screen reader does, unless it is given another one. */
    public static <B extends ButtonBase> B named(B button, Feather icon, String name) {
        button.setGraphic(of(icon));
        button.setAccessibleText(name);
        button.addEventHandler(MouseEvent.MOUSE_ENTERED, TIP);
        return button;
    }
}
