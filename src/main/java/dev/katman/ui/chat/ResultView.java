package dev.katman.ui.chat;

import dev.katman.conversation.Column;
import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparedTable;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Visible;
import dev.katman.words.ColumnWords;
import dev.katman.words.PreparationWords;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Context context;
    private final ColumnWords words;
    private final Optional<PreparedTable> table;
    private final TableView<List<String>> view = new TableView<>();
    /** Rows in which something was found that was looked for, each as itself: two may say the same. */
    private final Set<List<String>> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private Optional<List<String>> here = Optional.empty();

    ResultView(Context context, Prepared prepared, Consumer<Notice> say) {
        super(6);
        this.context = context;
        words = new ColumnWords(context.texts());
        getStyleClass().add("prepared");
        setMinSize(0, 0);
        table = prepared.table();
        String made = new PreparationWords(context.words()).made(prepared);
        table.ifPresent(table -> {
            fill(table);
            var files = new TableFiles(context, this, say);
            String document = prepared.row().document().name();
            view.setAccessibleText(context.text("ui.prepare.table.name", document));
            var acts = new FlowPane(4, 2, button("copy", () -> copy(table)), button("csv", () -> files.csv(document, table)),
                    button("json", () -> files.json(document, table)));
            acts.setMinWidth(0);
            getChildren().addAll(view, acts);
        });
        getChildren().add(Parts.wrapped(prepared.table().map(table -> context.texts().count("ui.prepare.rows", table.rows().size()) + " · ").orElse("") + made,
                "meta"));
    }

    private void fill(PreparedTable table) {
        view.getStyleClass().addAll("dense", "prepared-table");
        view.setPlaceholder(new Label(context.text("ui.prepare.table.nothing")));
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (int i = 0; i < table.columns().size(); i++) {
            int place = i;
            var column = new TableColumn<List<String>, String>(Visible.text(table.names().get(i)));
            Column kept = table.columns().get(i);
            if (kept.kind() == Column.Kind.NUMBER) {
                column.getStyleClass().add("figures");
            }
            column.setCellFactory(all -> new TableCell<>() {
                @Override
                protected void updateItem(String cell, boolean empty) {
                    super.updateItem(cell, empty);
                    setText(empty ? null : words.shown(kept, cell));
                }
            });
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
                copy(table);
                event.consume();
            }
        });
        view.setRowFactory(all -> new TableRow<>() {
            @Override
            protected void updateItem(List<String> row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(FOUND, !empty && found.contains(row));
                pseudoClassStateChanged(HERE, !empty && here.filter(one -> one == row).isPresent());
            }
        });
    }

    /** Marks the rows in which the words that were looked for stand, and brings the one into sight at which the reader is. */
    void mark(List<BlockView.Mark> marks) {
        table.ifPresent(table -> {
            String text = TableText.of(table);
            found.clear();
            here = Optional.empty();
            for (BlockView.Mark mark : marks) {
                int row = TableText.row(text, mark.from());
                if (row >= 0) {
                    found.add(table.rows().get(row));
                    here = mark.here() ? Optional.of(table.rows().get(row)) : here;
                }
            }
            view.refresh();
            here.ifPresent(this::scrollTo);
        });
    }

    private void scrollTo(List<String> row) {
        for (int i = 0; i < view.getItems().size(); i++) {
            if (view.getItems().get(i) == row) {
                view.scrollTo(i);
            }
        }
    }

    /** Where on the scene the row is at which the reader is; the whole of it where that is not drawn yet. */
    Optional<Bounds> here() {
        view.applyCss();
        view.layout();
        return here.map(row -> view.lookupAll(".table-row-cell").stream().filter(node -> node instanceof TableRow<?> drawn && drawn.getItem() == row)
                .findFirst().map(node -> node.localToScene(node.getBoundsInLocal())).orElseGet(() -> view.localToScene(view.getBoundsInLocal())));
    }

    private Button button(String name, Runnable act) {
        Button button = Parts.textButton(context.text("ui.prepare.table." + name), act);
        button.setId("table-" + name);
        return button;
    }

    /** The rows that are selected, as they are seen; all where none is. A tab stands between cells, as spreadsheets have it. */
    private void copy(PreparedTable table) {
        List<Integer> chosen = view.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        Stream<List<String>> rows = chosen.isEmpty() ? view.getItems().stream() : chosen.stream().map(view.getItems()::get);
        Stream<List<String>> shown = rows.map(row -> IntStream.range(0, row.size()).mapToObj(i -> words.shown(table.columns().get(i), row.get(i))).toList());
        context.acts().copy().accept(Stream.concat(Stream.of(table.names()), shown).map(row -> String.join("\t", row)).collect(Collectors.joining("\n")));
    }
}
