package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A chart's figures as a table: a row for each category, a column for each series that is switched on, and what they come to. */
final class FigureTable extends TableView<Integer> {
    /** What the scroll bar at the side takes, with the table's edges. */
    private static final double BAR = 12;
    /** Above and below the words of a heading. */
    private static final double AIR = 12;

    private final UsageWords words;
    private List<ColumnNeed> needs = List.of();

    FigureTable(UsageWords words) {
        this.words = words;
        getStyleClass().addAll("figure-table", "dense");
        var nothing = new Label(words.text("ui.usage.nothing"));
        nothing.getStyleClass().add("nothing");
        setPlaceholder(nothing);
        setMinHeight(0);
        widthProperty().addListener((width, before, now) -> fill());
    }

    /** @param font of the figures */
    void show(ChartData data, List<Series> shown, Font font) {
        setAccessibleText(words.text("ui.usage.table.name", data.title()));
        var columns = new ArrayList<TableColumn<Integer, String>>();
        columns.add(column(data.axis(), row -> data.categories().get(row).name()));
        for (Series series : shown) {
            columns.add(figure(series.name(), row -> written(data, series.values().get(row))));
        }
        if (data.unit().adds() && shown.size() > 1) {
            columns.add(figure(words.text("ui.usage.total"), row -> words.figure(data.unit(), ChartData.sum(shown, row))));
        }
        List<Integer> rows = IntStream.range(0, data.categories().size()).boxed().toList();
        needs = columns.stream().map(column -> ColumnNeed.of(column.getText(), rows.stream().map(row -> text(column, row)).toList(), font)).toList();
        List<String> names = columns.stream().map(TableColumn::getText).toList();
        if (!names.equals(getColumns().stream().map(TableColumn::getText).toList())) {
            getColumns().setAll(columns);
        } else {
            // The columns stay, so that the reader keeps the place of the focus.
            for (int i = 0; i < columns.size(); i++) {
                replace(i, columns.get(i));
            }
        }
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
        refresh();
        fill();
    }

    /**
     * Columns share what room there is. Where there is too little for the headings these break into lines; where there is too
     * little for the figures the columns keep what they need, and the table scrolls.
     */
    private void fill() {
        double room = Math.max(0, getWidth() - BAR);
        double broken = needs.stream().mapToDouble(ColumnNeed::broken).sum();
        double whole = needs.stream().mapToDouble(ColumnNeed::whole).sum();
        double part = whole <= broken ? 1 : Math.clamp((room - broken) / (whole - broken), 0, 1);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY); // until all have their least widths; the next one shares the rest
        double head = 0;
        for (int i = 0; i < needs.size(); i++) {
            double width = needs.get(i).between(part);
            getColumns().get(i).setMinWidth(width);
            getColumns().get(i).setPrefWidth(width);
            head = Math.max(head, needs.get(i).heading(width));
        }
        String size = "-fx-size: " + (head + AIR) + "px;";
        getColumns().forEach(column -> column.setStyle(size));
        if (broken <= room) {
            setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        }
    }

    @SuppressWarnings("unchecked") // every column of this table gives text
    private void replace(int index, TableColumn<Integer, String> newer) {
        ((TableColumn<Integer, String>) getColumns().get(index)).setCellValueFactory(newer.getCellValueFactory());
    }

    private String text(TableColumn<Integer, String> column, int row) {
        return column.getCellValueFactory().call(new TableColumn.CellDataFeatures<>(this, column, row)).getValue();
    }

    private String written(ChartData data, double value) {
        return Double.isFinite(value) ? words.figure(data.unit(), value) : "–";
    }

    private static TableColumn<Integer, String> figure(String name, IntFunction<String> figure) {
        TableColumn<Integer, String> column = column(name, figure);
        column.getStyleClass().add("figure");
        return column;
    }

    private static TableColumn<Integer, String> column(String name, IntFunction<String> text) {
        var column = new TableColumn<Integer, String>(name);
        column.setSortable(false); // categories stand in the order of time, or of the tiers
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }
}
