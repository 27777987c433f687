package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A row on the left. */
final class SideCell extends ListCell<SideRow> {
    /** Around what a cell holds: its own padding, and the list's scroll bar. */
    private static final double EDGES = 36;
    private static final PseudoClass IN_FOLDER = PseudoClass.getPseudoClass("in-folder");

    private final Context context;
    private final Label title = label("", "conversation-title");
    private final Region spot = new Region();
    private final HBox line = new HBox(title, spot);

    SideCell(Context context) {
        this.context = context;
        spot.getStyleClass().add("spot");
        spot.managedProperty().bind(spot.visibleProperty());
        line.getStyleClass().add("side-title");
        line.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0); // as wide as the list; a long title is cut
    }

    @Override
    protected void updateItem(SideRow item, boolean empty) {
        super.updateItem(item, empty);
        setAccessibleText(null);
        setDisable(false);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        switch (item) {
            case SideRow.Head head -> {
                setGraphic(label(head.name(), "side-day"));
                setDisable(true); // no place to stop at by key or mouse
            }
            case SideRow.Folder folder -> {
                setGraphic(folder(folder));
                setAccessibleText(context.text(folder.open() ? "ui.side.folder.open" : "ui.side.folder.closed", folder.name(),
                        folder.size()));
            }
            case SideRow.One one -> {
                setGraphic(conversation(one));
                setAccessibleText(one.busy() ? context.text("ui.side.busy", one.row().title())
                        : one.unread() ? context.text("ui.side.unread", one.row().title()) : one.row().title());
            }
            case SideRow.Hit(var hit) -> {
                setGraphic(new HitView(context, hit, getListView().getWidth() - EDGES));
                setAccessibleText(hit.message().isPresent()
                        ? context.text("ui.side.hit", hit.title(), HitView.when(context, hit), hit.line()) : hit.title());
            }
        }
    }

    private static Node folder(SideRow.Folder folder) {
        Label name = label(folder.name(), "folder-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label size = label(String.valueOf(folder.size()), "folder-size");
        size.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(Icons.of(folder.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT), name, size);
        line.getStyleClass().addAll("side-title", "side-folder");
        return line;
    }

    /** Most rows are conversations, and a list that is scrolled shows many of them: their nodes are kept. */
    private Node conversation(SideRow.One one) {
        title.setText(one.row().title());
        line.pseudoClassStateChanged(IN_FOLDER, one.inFolder());
        spot.setVisible(one.busy() || one.unread());
        return line;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }
}
