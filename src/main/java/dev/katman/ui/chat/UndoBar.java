package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.Optional;

/** Says that something was deleted, for as long as it can be taken back. */
final class UndoBar extends HBox {
    private final ChangeListener<Optional<Deletions.Deleted>> changed = (last, before, now) -> setVisible(now.isPresent());

    UndoBar(Context context, Deletions deletions) {
        getStyleClass().add("undo-bar");
        setId("undo-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(context.text("ui.message.deleted"));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var undo = new Button(context.text("ui.message.undo"));
        undo.setId("undo");
        undo.getStyleClass().setAll("button", "text-button");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> deletions.undo());
        getChildren().addAll(new Label(context.text("ui.message.deleted")), undo);
        managedProperty().bind(visibleProperty());
        setVisible(deletions.last().get().isPresent());
        deletions.last().addListener(new WeakChangeListener<>(changed));
    }
}
