package dev.katman.ui.decisions;

import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** Lines that say little, folded away under what they are about; the arrow before it shows that there is more, and turns with it. */
final class Fold extends VBox {
    private final Button button;
    private final VBox lines;

    Fold(String about, List<Node> folded) {
        super(4);
        lines = new VBox(4);
        lines.getChildren().setAll(folded);
        lines.setMinWidth(0);
        lines.managedProperty().bind(lines.visibleProperty());
        button = Parts.textButton(about, () -> turn(!lines.isVisible()));
        button.getStyleClass().add("fold-toggle");
        button.setMinWidth(0);
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        setMinWidth(0);
        getChildren().addAll(button, lines);
        turn(false);
    }

    private void turn(boolean open) {
        lines.setVisible(open);
        button.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    }
}
