package dev.katman.ui.kit;

import javafx.geometry.HPos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** A table of Markdown. A column is as wide as its words want, up to a measure at which they wrap. */
final class GridView extends GridPane {
    private static final double WIDEST = 280;

    private final Consumer<URI> open;

    GridView(Consumer<URI> open) {
        this.open = open;
        getStyleClass().add("grid-view");
    }

    void show(Block.Table table) {
        getChildren().clear();
        row(0, table.header(), table.columns(), "grid-head");
        for (int i = 0; i < table.rows().size(); i++) {
            row(i + 1, table.rows().get(i), table.columns(), i == table.rows().size() - 1 ? "grid-last" : "grid-cell");
        }
    }

    private void row(int row, List<Block.Cell> cells, List<Block.Align> columns, String style) {
        for (int column = 0; column < columns.size(); column++) {
            var flow = new Flow(open, WIDEST);
            flow.show(column < cells.size() ? cells.get(column).spans() : List.of(new Span("")));
            switch (columns.get(column)) {
                case LEFT -> flow.setTextAlignment(TextAlignment.LEFT);
                case CENTRE -> flow.setTextAlignment(TextAlignment.CENTER);
                case RIGHT -> flow.setTextAlignment(TextAlignment.RIGHT);
            }
            var cell = new StackPane(flow);
            cell.getStyleClass().addAll("grid-cell", style);
            setHgrow(cell, Priority.ALWAYS);
            setHalignment(cell, HPos.LEFT);
            add(cell, column, row);
        }
    }
}
