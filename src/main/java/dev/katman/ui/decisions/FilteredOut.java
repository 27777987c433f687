package dev.katman.ui.decisions;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says over the path that its decision is not among those in the table, and offers the way to them all; takes no room while it is. */
final class FilteredOut extends HBox {
    private boolean filteredOut;
    private boolean besidePath = true;

    /** @param clear lets every decision through again */
    FilteredOut(Context context, Runnable clear) {
        setId("filtered-out");
        getStyleClass().add("filtered-out");
        Label said = Parts.wrapped(context.text("ui.decisions.hidden"));
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(said, Parts.textButton(context.text("ui.decisions.clear"), clear));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void now(boolean out) {
        filteredOut = out;
        setVisible(filteredOut && besidePath);
    }

    /** @param path whether the path is what stands beside the table */
    void beside(boolean path) {
        besidePath = path;
        setVisible(filteredOut && besidePath);
    }
}
