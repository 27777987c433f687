package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Somebody who did not answer, in a sentence, with what helps; what the provider said itself is behind "details". */
final class FailedChip extends HBox {
    private final Context context;
    private final HBox line = new HBox();
    private final VBox chip = new VBox(line);

    FailedChip(Context context, String sentence) {
        this.context = context;
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinWidth(0);
        line.getStyleClass().add("chip-line");
        line.getChildren().add(label);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(0);
        setMinWidth(0);
        getChildren().add(chip);
    }

    /** A way to go from there. */
    FailedChip link(String name, Runnable act) {
        var link = new Hyperlink(context.text(name));
        link.getStyleClass().add("why");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            act.run();
        });
        line.getChildren().add(link);
        return this;
    }

    /** @param reason in the provider's words, redacted and cut; nothing is added where it is blank */
    FailedChip details(String reason) {
        if (reason.isBlank()) {
            return this;
        }
        var raw = new Label(reason);
        raw.getStyleClass().add("raw");
        raw.setWrapText(true);
        raw.setMinWidth(0);
        return link("ui.chat.details", () -> {
            if (!chip.getChildren().remove(raw)) {
                chip.getChildren().add(raw);
            }
        });
    }
}
