package dev.katman.ui.chat;

import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparedTable;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Visible;
import dev.katman.words.PreparationWords;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document has come to: the table, where one was wanted, to be sorted, copied and saved; and what it took. */
final class ResultView extends VBox {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    /** Rows that are seen at once; others are scrolled to. */
    private static final int MOST_SEEN = 10;
    /** In rows: the header and the border. */
    private static final double AROUND = 1.1;
    /** The least width of a column, in pixels. */
    private static final double LEAST = 90;

    private final Context context;

    ResultView(Context context, Prepared prepared, Consumer<String> say) {
        super(6);
        this.context = context;
        getStyleClass().add("prepared");
        setMinSize(0, 0);
        String took = new PreparationWords(context.words()).outcome(prepared);
        prepared.table().ifPresent(table -> {
            TableView<List<String>> view = view(table);
            var files = new TableFiles(context, this, say);
            String document = prepared.row().document().name();
            view.setAccessibleText(context.text("ui.prepare.table.name", document));
            var acts = new FlowPane(4, 2, button("copy", () -> copy(table, view)), button("csv", () -> files.csv(document, table)),
                    button("json", () -> files.json(document, table)));
            acts.setMinWidth(0);
            getChildren().addAll(view, acts);
        });
        getChildren().add(Parts.wrapped(prepared.table().map(table -> context.texts().count("ui.prepare.rows", table.rows().size()) + " · ").orElse("") + took,
                "meta"));
    }

    private TableView<List<String>> view(PreparedTable table) {
        var view = new TableView<List<String>>();
        view.getStyleClass().addAll("dense", "prepared-table");
        view.setPlaceholder(new Label(context.text("ui.prepare.table.nothing")));
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (int i = 0; i < table.columns().size(); i++) {
            int place = i;
            var column = new TableColumn<List<String>, String>(Visible.text(table.columns().get(i)));
            column.setMinWidth(LEAST);
            column.setComparator(new CellOrder(context.texts().locale()));
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Visible.text(cell.getValue().get(place))));
            view.getColumns().add(column);
        }
        view.getItems().setAll(table.rows());
        view.widthProperty().addListener((width, before, now) -> view.setColumnResizePolicy(LEAST * table.columns().size() > now.doubleValue()
                ? TableView.UNCONSTRAINED_RESIZE_POLICY : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS));
        view.prefHeightProperty().bind(view.fixedCellSizeProperty().multiply(Math.clamp(table.rows().size(), 2, MOST_SEEN) + AROUND));
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(table, view);
                event.consume();
            }
        });
        return view;
    }

    private Button button(String name, Runnable act) {
        Button button = Parts.textButton(context.text("ui.prepare.table." + name), act);
        button.setId("table-" + name);
        return button;
    }

    /** The rows that are selected, as they stand; all where none is. A tab stands between cells, as spreadsheets have it. */
    private void copy(PreparedTable table, TableView<List<String>> view) {
        List<Integer> chosen = view.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        Stream<List<String>> rows = chosen.isEmpty() ? view.getItems().stream() : chosen.stream().map(view.getItems()::get);
        context.acts().copy().accept(Stream.concat(Stream.of(table.columns()), rows).map(row -> String.join("\t", row)).collect(Collectors.joining("\n")));
    }
}
