package dev.katman.ui.kit;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of Markdown. A column is as wide as its words want, up to a measure at which they wrap; the first one is where its words begin.
 * While it is being written only the cells that change are drawn anew.
 */
final class GridView extends GridPane {
    private static final double WIDEST = 280;
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final BlockView.Acts acts;
    private final List<List<Flow>> rows = new ArrayList<>();
    private List<Block.Align> columns = List.of();

    GridView(BlockView.Acts acts) {
        this.acts = acts;
        getStyleClass().add("grid-view");
    }

    void show(Block.Table table) {
        if (!table.columns().equals(columns)) {
            columns = table.columns();
            rows.clear();
            getChildren().clear();
        }
        int last = table.rows().size();
        int before = Math.clamp(rows.size() - 1, 0, last);
        while (rows.size() > last + 1) {
            getChildren().removeAll(rows.removeLast());
        }
        show(0, table.header());
        for (int i = 0; i < last; i++) {
            show(i + 1, table.rows().get(i));
        }
        for (int i = before; i <= last; i++) {
            for (Flow cell : rows.get(i)) {
                cell.pseudoClassStateChanged(LAST, i == last);
            }
        }
    }

    /** At the width that it asks for, where none is given: a cell that wraps is higher than its first line. */
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
    }

    private void show(int row, List<Block.Cell> cells) {
        if (row == rows.size()) {
            rows.add(add(row));
        }
        for (int column = 0; column < columns.size(); column++) { // a row may be shorter than the header
            rows.get(row).get(column).show(column < cells.size() ? cells.get(column).spans() : List.of());
        }
    }

    private List<Flow> add(int row) {
        var added = new ArrayList<Flow>();
        for (Block.Align align : columns) {
            var cell = new Flow(acts, WIDEST, "grid-cell", row == 0 ? "grid-head" : "grid-body");
            switch (align) {
                case LEFT -> { } // or where its words begin
                case CENTRE -> cell.align(TextAlignment.CENTER);
                case RIGHT -> cell.align(TextAlignment.RIGHT);
            }
            setHgrow(cell, Priority.ALWAYS);
            setHalignment(cell, HPos.LEFT);
            add(cell, added.size(), row);
            added.add(cell);
        }
        return added;
    }
}
