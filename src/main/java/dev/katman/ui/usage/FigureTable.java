package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A chart's figures as a table: a row for each category, a column for each series that is switched on, and what they come to. */
final class FigureTable extends TableView<Integer> {
    /** The least widths, in times the height of the text. */
    private static final double FIRST = 11;
    private static final double OTHER = 6;
    /** About what a letter of a heading takes, and what stands around it. */
    private static final double LETTER = 0.64;
    private static final double PADDING = 2.2;
    /** What the scroll bar at the side takes, where there is one, with the table's edges. */
    private static final double BAR = 16;

    private final UsageWords words;

    FigureTable(UsageWords words) {
        this.words = words;
        getStyleClass().addAll("figure-table", "dense");
        var nothing = new Label(words.text("ui.usage.nothing"));
        nothing.getStyleClass().add("nothing");
        setPlaceholder(nothing);
        setMinHeight(0);
        widthProperty().addListener((width, before, now) -> fill());
    }

    /** @param text the height of the text */
    void show(ChartData data, List<Series> shown, double text) {
        setAccessibleText(words.text("ui.usage.table.name", data.title()));
        var columns = new ArrayList<TableColumn<Integer, String>>();
        columns.add(column(data.axis(), FIRST * text, row -> data.categories().get(row).name()));
        for (Series series : shown) {
            columns.add(figure(series.name(), text, row -> written(data, series.values().get(row))));
        }
        if (data.unit().adds() && shown.size() > 1) {
            columns.add(figure(words.text("ui.usage.total"), text, row -> words.figure(data.unit(), ChartData.sum(shown, row))));
        }
        List<String> names = columns.stream().map(TableColumn::getText).toList();
        if (!names.equals(getColumns().stream().map(TableColumn::getText).toList())) {
            getColumns().setAll(columns);
        } else {
            // The columns stay, so that the reader keeps their widths and the place of the focus.
            for (int i = 0; i < columns.size(); i++) {
                replace(i, columns.get(i));
            }
        }
        List<Integer> rows = IntStream.range(0, data.categories().size()).boxed().toList();
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
        refresh();
        fill();
    }

    /** Columns share what room there is; where there is too little they keep theirs, and the table scrolls. */
    private void fill() {
        double least = getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        setColumnResizePolicy(least > getWidth() - BAR ? UNCONSTRAINED_RESIZE_POLICY : CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    @SuppressWarnings("unchecked") // every column of this table gives text
    private void replace(int index, TableColumn<Integer, String> newer) {
        ((TableColumn<Integer, String>) getColumns().get(index)).setCellValueFactory(newer.getCellValueFactory());
    }

    private String written(ChartData data, double value) {
        return Double.isFinite(value) ? words.figure(data.unit(), value) : "–";
    }

    private static TableColumn<Integer, String> figure(String name, double text, IntFunction<String> figure) {
        TableColumn<Integer, String> column = column(name, text * Math.max(OTHER, name.length() * LETTER + PADDING), figure);
        column.getStyleClass().add("figure");
        return column;
    }

    private static TableColumn<Integer, String> column(String name, double width, IntFunction<String> text) {
        var column = new TableColumn<Integer, String>(name);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false); // categories stand in the order of time, or of the tiers
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }
}
