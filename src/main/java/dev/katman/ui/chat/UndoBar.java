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
    /** A title may be long. */
    private static final double WIDEST = 480;

    private final Context context;
    private final Label what = new Label();
    private final ChangeListener<Optional<TakeBack.Deleted>> changed = (last, before, now) -> show(now);

    UndoBar(Context context, TakeBack takeBack) {
        this.context = context;
        getStyleClass().add("undo-bar");
        setId("undo-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        what.setMinWidth(0);
        what.setMaxWidth(WIDEST);
        var undo = new Button(context.text("ui.undo"));
        undo.setId("undo");
        undo.getStyleClass().setAll("button", "text-button");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> takeBack.undo());
        getChildren().addAll(what, undo);
        managedProperty().bind(visibleProperty());
        takeBack.last().addListener(new WeakChangeListener<>(changed));
        show(takeBack.last().get());
    }

    private void show(Optional<TakeBack.Deleted> deleted) {
        setVisible(deleted.isPresent());
        deleted.ifPresent(last -> {
            what.setText(last.title().map(title -> context.text("ui.side.removed", title)).orElseGet(() -> context.text("ui.message.deleted")));
            setAccessibleText(what.getText());
        });
    }
}
