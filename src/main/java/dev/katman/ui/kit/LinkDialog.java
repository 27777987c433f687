package dev.katman.ui.kit;

import dev.katman.settings.Texts;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.net.URI;
import java.util.function.Consumer;

/** Asks before a page is opened, and says whose it is: the words of a link may say anything. */
public final class LinkDialog {
    private static final int LONGEST = 400;
    private static final double WIDTH = 440;

    private LinkDialog() {
    }

    /**
     * Shows where the link leads, and opens it or copies its address as the reader wants.
     *
     * @param scene in front of which it asks
     */
    public static void ask(Scene scene, Texts texts, Consumer<String> copy, URI page) {
        var host = new Label(page.getHost());
        host.getStyleClass().addAll("strong", "link-host");
        String address = page.toString();
        var whole = new Label(address.length() > LONGEST ? address.substring(0, LONGEST) + "…" : address);
        whole.getStyleClass().addAll("mono", "small", "muted");
        for (Label label : new Label[]{host, whole}) {
            label.setWrapText(true);
            label.setMaxWidth(WIDTH);
        }
        var open = new ButtonType(texts.get("ui.link.open"), ButtonBar.ButtonData.OK_DONE);
        var copied = new ButtonType(texts.get("ui.link.copy"), ButtonBar.ButtonData.OTHER);
        var alert = new Alert(Alert.AlertType.NONE, "", open, copied, new ButtonType(texts.get("ui.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Dialogs.over(scene, alert, texts.get("ui.link.title"));
        alert.getDialogPane().getStyleClass().add("link-dialog");
        alert.getDialogPane().setContent(new VBox(6, new Label(texts.get("ui.link.leads")), host, whole));
        alert.showAndWait().ifPresent(choice -> {
            if (choice == open) {
                Browser.open(page);
            } else if (choice == copied) {
                copy.accept(address);
            }
        });
    }
}
