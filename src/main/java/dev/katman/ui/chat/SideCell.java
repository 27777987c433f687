package dev.katman.ui.chat;

import dev.katman.journal.ConversationRow;
import dev.katman.ui.kit.Context;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.function.Consumer;

/** A row on the left. */
final class SideCell extends ListCell<ConversationsPane.SideRow> {
    private final Context context;
    private final Consumer<ConversationRow> rename;
    private final Consumer<ConversationRow> delete;

    SideCell(Context context, Consumer<ConversationRow> rename, Consumer<ConversationRow> delete) {
        this.context = context;
        this.rename = rename;
        this.delete = delete;
        setPrefWidth(0); // as wide as the list; a long title is cut
    }

    @Override
    protected void updateItem(ConversationsPane.SideRow item, boolean empty) {
        super.updateItem(item, empty);
        setContextMenu(null);
        setAccessibleText(null);
        setDisable(false);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        switch (item) {
            case ConversationsPane.SideRow.Day day -> {
                var name = new Label(day.name());
                name.getStyleClass().add("side-day");
                setGraphic(name);
                setDisable(true); // no place to stop at by key or mouse
            }
            case ConversationsPane.SideRow.One one -> {
                var title = new Label(one.row().title());
                var line = new HBox(title);
                line.getStyleClass().add("side-title");
                line.setMaxWidth(Double.MAX_VALUE);
                if (one.busy() || one.unread()) {
                    var spot = new Region();
                    spot.getStyleClass().add("spot");
                    line.getChildren().add(spot);
                }
                setGraphic(line);
                setAccessibleText(one.busy() ? context.text("ui.side.busy", one.row().title())
                        : one.unread() ? context.text("ui.side.unread", one.row().title()) : one.row().title());
                setContextMenu(menu(one.row()));
            }
        }
    }

    private ContextMenu menu(ConversationRow row) {
        var name = new MenuItem(context.text("ui.side.rename") + "…");
        name.setOnAction(event -> rename.accept(row));
        var remove = new MenuItem(context.text("ui.side.delete") + "…");
        remove.setOnAction(event -> delete.accept(row));
        return new ContextMenu(name, remove);
    }
}
