package dev.katman.ui.shell;

import dev.katman.ui.kit.PlainText;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

import java.util.Set;
import java.util.function.Consumer;

/** A line of the palette: the name with the typed letters marked, what it is, and its keys. */
final class PaletteCell extends ListCell<PaletteModel.Hit> {
    PaletteCell(Consumer<PaletteModel.Entry> chosen) {
        setPrefWidth(0); // as wide as the list
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                chosen.accept(getItem().entry());
            }
        });
    }

    @Override
    protected void updateItem(PaletteModel.Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        PaletteModel.Entry entry = hit.entry();
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var kind = new Label(entry.kind());
        kind.getStyleClass().addAll("muted", "tiny");
        kind.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(title(entry.title(), Set.copyOf(hit.marks())), gap, kind);
        row.getStyleClass().add("palette-row");
        row.setFillHeight(false);
        if (!entry.keys().isEmpty()) {
            var keys = new Label(entry.keys());
            keys.getStyleClass().add("key-cap");
            keys.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(keys);
        }
        setGraphic(row);
        setAccessibleText(String.join(", ", entry.title(), entry.kind(), entry.keys()));
    }

    private static TextFlow title(String title, Set<Integer> marks) {
        var flow = new TextFlow();
        flow.setMinWidth(0);
        int from = 0;
        while (from < title.length()) {
            boolean marked = marks.contains(from);
            int to = from;
            while (to < title.length() && marks.contains(to) == marked) {
                to++;
            }
            PlainText.add(flow, title.substring(from, to), marked ? "palette-mark" : "palette-text");
            from = to;
        }
        return flow;
    }
}
