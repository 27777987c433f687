package dev.katman.ui.chat;

import dev.katman.conversation.Column;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Visible;
import dev.katman.words.ColumnWords;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Of each column its kind, which can be chosen. */
final class ColumnKinds extends FlowPane {
    /** A long name is not to be cut before the dialog is. Pixels. */
    private static final double WIDEST = 480;

    private final Context context;
    private final ColumnWords words;
    private final Consumer<List<Column>> chosen;
    private List<Column> columns = List.of();

    /** @param chosen hears all columns once one is of another kind */
    ColumnKinds(Context context, Consumer<List<Column>> chosen) {
        this.context = context;
        this.chosen = chosen;
        words = new ColumnWords(context.texts());
        setId("prepare-kinds");
        getStyleClass().add("column-kinds");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** A button stays the one it is while its column changes: who has just chosen there goes on from there. */
    void show(List<Column> now) {
        columns = List.copyOf(now);
        while (getChildren().size() < columns.size()) {
            getChildren().add(button(getChildren().size()));
        }
        getChildren().remove(columns.size(), getChildren().size());
        for (int place = 0; place < columns.size(); place++) {
            put((MenuButton) getChildren().get(place), columns.get(place));
        }
        setVisible(!columns.isEmpty());
    }

    private MenuButton button(int place) {
        var button = new MenuButton();
        button.setMnemonicParsing(false);
        button.getStyleClass().setAll("menu-button", "tier-choice");
        button.setMaxWidth(WIDEST);
        var group = new ToggleGroup();
        for (Column.Kind kind : Column.Kind.values()) {
            var item = new RadioMenuItem(words.kind(kind));
            item.setUserData(kind);
            item.setToggleGroup(group);
            item.setOnAction(event -> choose(place, kind));
            button.getItems().add(item);
        }
        return button;
    }

    private void put(MenuButton button, Column column) {
        String kind = words.kind(column.kind());
        String name = Visible.text(column.name());
        button.setText(name + " · " + kind);
        button.setAccessibleText(context.text("ui.prepare.columns.kind", name, kind));
        button.getItems().forEach(item -> ((RadioMenuItem) item).setSelected(item.getUserData() == column.kind()));
    }

    private void choose(int place, Column.Kind kind) {
        var changed = new ArrayList<>(columns);
        changed.set(place, new Column(columns.get(place).name(), kind));
        chosen.accept(changed);
    }
}
