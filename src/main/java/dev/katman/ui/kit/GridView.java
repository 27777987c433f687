package dev.katman.ui.kit;

import javafx.geometry.HPos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;

import java.util.List;

/** A table of Markdown. A column is as wide as its words want, up to a measure at which they wrap. The first one is where its words begin. */
final class GridView extends GridPane {
    private static final double WIDEST = 280;

    private final BlockView.Acts acts;

    GridView(BlockView.Acts acts) {
        this.acts = acts;
        getStyleClass().add("grid-view");
    }

    void show(Block.Table table) {
        getChildren().clear();
        row(0, table.header(), table.columns(), "grid-head");
        for (int i = 0; i < table.rows().size(); i++) {
            row(i + 1, table.rows().get(i), table.columns(), i == table.rows().size() - 1 ? "grid-last" : "grid-cell");
        }
    }

    /** At the width that it asks for, where none is given: a cell that wraps is higher than its first line. */
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
    }

    private void row(int row, List<Block.Cell> cells, List<Block.Align> columns, String style) {
        for (int column = 0; column < columns.size(); column++) {
            var cell = new StackPane();
            if (column < cells.size()) { // a row may be shorter than the header
                cell.getChildren().add(flow(cells.get(column), columns.get(column)));
            }
            cell.getStyleClass().addAll("grid-cell", style);
            setHgrow(cell, Priority.ALWAYS);
            setHalignment(cell, HPos.LEFT);
            add(cell, column, row);
        }
    }

    private Flow flow(Block.Cell cell, Block.Align align) {
        var flow = new Flow(acts, WIDEST);
        flow.show(cell.spans());
        switch (align) {
            case LEFT -> { } // or where its words begin
            case CENTRE -> flow.setTextAlignment(TextAlignment.CENTER);
            case RIGHT -> flow.setTextAlignment(TextAlignment.RIGHT);
        }
        return flow;
    }
}
