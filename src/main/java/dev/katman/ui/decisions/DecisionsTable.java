package dev.katman.ui.decisions;

import dev.katman.classify.Assessment;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionLine;
import dev.katman.journal.DecisionLine.End;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Tiers;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows that a query found. Sorting is asked of the page, which does it elsewhere; what is chosen and where one has scrolled to stay. */
final class DecisionsTable extends TableView<DecisionRow> {
    /** Rows above a decision that is shown because somebody asked for it, so that one sees where it stands. */
    private static final int ABOVE = 3;
    /** Narrower than this a column that only adds to the others gives way to the message. */
    private static final Map<Column, Integer> NEEDS = new EnumMap<>(Map.of(Column.TOKENS, 500, Column.TOOK, 570, Column.TYPE, 720,
            Column.CALLS, 780, Column.JUDGED, 900));

    private final Context context;
    private final SnapshotList<DecisionRow> rows = new SnapshotList<>();
    private final Map<TableColumn<?, ?>, Column> byColumn = new HashMap<>();
    private boolean showing; // while rows are exchanged, the table's own idea of what is selected means nothing

    /**
     * @param chosen hears of a row that the reader selects
     * @param sorted hears in which order the reader wants them
     */
    DecisionsTable(Context context, Consumer<DecisionRow> chosen, Consumer<List<Column.Sort>> sorted) {
        this.context = context;
        setId("decisions");
        getStyleClass().addAll("decisions-table", "dense");
        setAccessibleText(context.text("ui.decisions.name"));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        columns();
        setItems(rows);
        setSortPolicy(table -> {
            sorted.accept(sorts());
            return true;
        });
        getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (!showing && now != null) {
                chosen.accept(now);
            }
        });
    }

    /** Stands in this order; what sorts its rows hears of it. */
    void sorts(List<Column.Sort> wanted) {
        var order = new ArrayList<TableColumn<DecisionRow, ?>>();
        for (Column.Sort sort : wanted) {
            getColumns().stream().filter(column -> byColumn.get(column) == sort.column()).forEach(column -> {
                column.setSortType(sort.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                order.add(column);
            });
        }
        getSortOrder().setAll(order);
    }

    private List<Column.Sort> sorts() {
        return getSortOrder().stream()
                .map(column -> new Column.Sort(byColumn.get(column), column.getSortType() == TableColumn.SortType.DESCENDING)).toList();
    }

    /** @param chosen stays selected, if it is among them, and does not move on the screen unless the reader is at the top */
    void show(List<DecisionRow> next, Optional<DecisionId> chosen) {
        showing = true;
        try {
            Optional<VirtualFlow<?>> flow = flow();
            IndexedCell<?> top = flow.map(VirtualFlow::getFirstVisibleCell).orElse(null);
            DecisionRow first = top != null && top.getIndex() > 0 && top.getIndex() < rows.size() ? rows.get(top.getIndex()) : null;
            double hidden = top == null ? 0 : -top.getLayoutY();
            rows.show(next);
            int index = chosen.map(this::indexOf).orElse(-1);
            if (index < 0) {
                getSelectionModel().clearSelection();
            } else if (getSelectionModel().getSelectedIndex() != index) {
                getSelectionModel().clearAndSelect(index);
            }
            int place = first == null ? -1 : indexOf(first.line().id());
            if (place >= 0 && place != top.getIndex()) {
                scrollTo(place);
                flow.ifPresent(f -> f.scrollPixels(hidden));
            }
        } finally {
            showing = false;
        }
    }

    /** Selects a decision and brings it into sight; false where it is not among the rows. */
    boolean reveal(DecisionId id) {
        int index = indexOf(id);
        if (index >= 0) {
            showing = true;
            getSelectionModel().clearAndSelect(index);
            showing = false;
            if (flow().filter(flow -> isInSight(flow, index)).isEmpty()) {
                scrollTo(Math.max(0, index - ABOVE));
            }
        }
        return index >= 0;
    }

    private static boolean isInSight(VirtualFlow<?> flow, int index) {
        return flow.getFirstVisibleCell() != null && index > flow.getFirstVisibleCell().getIndex()
                && index < flow.getLastVisibleCell().getIndex();
    }

    private Optional<VirtualFlow<?>> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private int indexOf(DecisionId id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void columns() {
        add(Column.TIME, 118, "clock", plain(this::time));
        add(Column.MESSAGE, 88, "", plain(this::message));
        add(Column.TYPE, 96, "", plain(line -> context.words().type(line.type())));
        add(Column.DIFFICULTY, 48, "figure", plain(line -> String.valueOf(line.difficulty())));
        add(Column.JUDGED, 116, "", plain(line -> line.judgedBy().equals(Assessment.LOCAL) ? context.text("ui.decisions.here")
                : line.judgedBy().replaceFirst("@.*", "")));
        add(Column.TIER, 64, "", this::tier);
        add(Column.SERVED, 122, "", this::served);
        add(Column.CALLS, 52, "figure", plain(line -> String.valueOf(line.attempts())));
        add(Column.TOKENS, 62, "figure", plain(line -> context.texts().number(line.tokens())));
        add(Column.TOOK, 72, "figure", plain(line -> line.end() == End.UNDER_WAY ? "…" : context.words().measured(line.took())));
    }

    private void add(Column which, double width, String style, BiConsumer<TableCell<?, ?>, DecisionLine> fill) {
        var column = new TableColumn<DecisionRow, DecisionRow>(context.text("ui.decisions.column." + which.key()));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        if (which != Column.MESSAGE) { // which takes the room that is left
            column.setMaxWidth(width);
        }
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(DecisionRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
                getStyleClass().removeAll("muted", "warning");
                if (!empty && row != null) {
                    fill.accept(this, row.line());
                }
            }
        });
        Optional.ofNullable(NEEDS.get(which)).ifPresent(least -> column.visibleProperty().bind(widthProperty().greaterThan(least)));
        byColumn.put(column, which);
        getColumns().add(column);
    }

    private static BiConsumer<TableCell<?, ?>, DecisionLine> plain(Function<DecisionLine, String> text) {
        return (cell, line) -> cell.setText(text.apply(line));
    }

    private String time(DecisionLine line) {
        LocalDate today = LocalDate.ofInstant(context.services().clock().instant(), context.zone());
        return LocalDate.ofInstant(line.at(), context.zone()).equals(today) ? context.figures().exactTime(line.at())
                : context.figures().dayAndTime(line.at());
    }

    private String message(DecisionLine line) {
        return line.text().isEmpty() ? context.text("ui.decisions.deleted") : line.text().strip().replaceAll("\\s+", " ");
    }

    private void tier(TableCell<?, ?> cell, DecisionLine line) {
        cell.setGraphic(Tiers.dot(line.tier()));
        cell.setText(String.valueOf(line.tier().number()));
        cell.setAccessibleText(context.words().tier(line.tier()));
    }

    private void served(TableCell<?, ?> cell, DecisionLine line) {
        cell.setText(line.served().map(served -> served.model() + (line.end() == End.STOPPED ? " · " + end(line.end()) : ""))
                .orElseGet(() -> end(line.end())));
        if (line.served().isEmpty()) {
            cell.getStyleClass().add(line.end() == End.UNANSWERED ? "warning" : "muted");
        }
    }

    private String end(End end) {
        return context.text("ui.decisions.end." + end.name().toLowerCase(Locale.ROOT));
    }
}
