package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.Optional;

/** Says that a conversation was deleted, for as long as it can be brought back. */
final class RemovedBar extends HBox {
    private final Context context;
    private final Label what = new Label();
    private final ChangeListener<Optional<Shelving.Removed>> changes = (removed, before, now) -> show(now);

    RemovedBar(Context context, Shelving shelving) {
        this.context = context;
        setId("removed");
        getStyleClass().add("removed-bar");
        setAlignment(Pos.CENTER_LEFT);
        what.setMaxWidth(Double.MAX_VALUE);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        var undo = new Button(context.text("ui.side.undo"));
        undo.setId("undo-removal");
        undo.getStyleClass().setAll("button", "text-button");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> shelving.undo());
        getChildren().addAll(what, undo);
        setAccessibleRole(AccessibleRole.TEXT);
        shelving.removed().addListener(new WeakChangeListener<>(changes));
        show(shelving.removed().get());
    }

    private void show(Optional<Shelving.Removed> removed) {
        setVisible(removed.isPresent());
        setManaged(removed.isPresent());
        removed.ifPresent(last -> {
            what.setText(context.text("ui.side.removed", last.row().title()));
            setAccessibleText(what.getText());
        });
    }
}
