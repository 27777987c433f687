package dev.katman.ui.chat;

import dev.katman.conversation.DocumentId;
import dev.katman.exchange.Library;
import dev.katman.journal.KeptDocument;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Dialogs;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.SearchField;
import dev.katman.ui.kit.Visible;
import dev.katman.ui.kit.Work;
import dev.katman.words.DocumentWords;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The library: looked through, attached from, and tidied up. What is taken out can be put back until it is closed. */
final class LibraryDialog {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final double WIDTH = 600;
    private static final double HEIGHT = 440;
    private static final double NAME = 360;
    private static final double SIZE = 90;
    private static final double SINCE = 120;

    private final Context context;
    private final Library library;
    private final Consumer<List<KeptDocument>> attach;
    private final DocumentWords words;
    private final LibraryModel model;
    private final TableView<KeptDocument> table = new TableView<>();
    private final Label nothing = Parts.wrapped("", "meta", "library-nothing");
    private final Dialog<ButtonType> dialog = new Dialog<>();

    /** @param attach hears what is to go along with the next message */
    LibraryDialog(Context context, Node owner, Consumer<List<KeptDocument>> attach) {
        this.context = context;
        library = context.services().exchange().library();
        this.attach = attach;
        model = new LibraryModel(shelf());
        words = new DocumentWords(context.texts());
        TextField search = search();
        table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var page = new VBox(8, search, table, removed());
        page.getStyleClass().add("document-page");
        Dialogs.over(owner.getScene(), dialog, context.text("ui.library.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(page);
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        buttons();
        dialog.setOnShown(event -> search.requestFocus());
    }

    private LibraryModel.Shelf shelf() {
        Work.Line line = context.work().line("tidy the library");
        return new LibraryModel.Shelf() {
            @Override
            public void takeOut(List<DocumentId> documents) {
                line.add(() -> library.remove(documents));
            }

            @Override
            public void putBack(List<DocumentId> documents) {
                line.add(() -> library.putBack(documents));
            }

            @Override
            public void letGo(List<DocumentId> documents) {
                line.add(() -> library.erase(documents));
            }
        };
    }

    void show() {
        context.work().run("read the library", library::all, this::fill);
        dialog.show();
    }

    private void fill(List<KeptDocument> documents) {
        model.all(documents);
        sayNothing();
    }

    private TextField search() {
        var search = new SearchField();
        search.setId("library-search");
        search.setPromptText(context.text("ui.library.search"));
        search.setAccessibleText(context.text("ui.library.search"));
        search.textProperty().addListener((text, before, now) -> {
            model.seek(now);
            sayNothing();
            if (now.isBlank()) {
                table.getSelectionModel().clearSelection();
            } else {
                table.getSelectionModel().clearAndSelect(0); // so that Enter takes what was found
            }
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
                event.consume();
                table.requestFocus();
                if (table.getSelectionModel().isEmpty()) {
                    table.getSelectionModel().select(0);
                }
            }
        });
        return search;
    }

    private void table() {
        table.setId("library");
        table.getStyleClass().addAll("dense", "prepared-table");
        table.setAccessibleText(context.text("ui.library.table"));
        table.setPlaceholder(nothing);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        TableColumn<KeptDocument, String> name = column("name", NAME, KeptDocument::name, Visible::text);
        name.setComparator(new CellOrder(context.texts().locale()));
        TableColumn<KeptDocument, Long> size = column("size", SIZE, KeptDocument::bytes, words::size);
        TableColumn<KeptDocument, Instant> since = column("since", SINCE, KeptDocument::since,
                at -> context.figures().date(LocalDate.ofInstant(at, context.zone())));
        table.getColumns().setAll(List.of(name, size, since));
        var sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(all -> {
            var row = new TableRow<KeptDocument>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    button("library-attach").fire();
                }
            });
            return row;
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DELETE || UNDO.match(event)) {
                event.consume();
                switch (event.getCode()) {
                    case ENTER -> button("library-attach").fire();
                    case DELETE -> remove();
                    default -> undo();
                }
            }
        });
    }

    private <T> TableColumn<KeptDocument, T> column(String name, double width, Function<KeptDocument, T> value, Function<T, String> says) {
        var column = new TableColumn<KeptDocument, T>(context.text("ui.library." + name));
        column.setPrefWidth(width);
        column.setMinWidth(width / 2);
        column.setCellValueFactory(cell -> Bindings.createObjectBinding(() -> value.apply(cell.getValue())));
        column.setCellFactory(all -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : says.apply(item));
            }
        });
        return column;
    }

    /** Says what was taken out, and puts it back. */
    private HBox removed() {
        Label says = Parts.wrapped("", "meta");
        HBox.setHgrow(says, Priority.ALWAYS);
        Button undo = Parts.textButton(context.text("ui.undo"), this::undo);
        undo.setId("library-undo");
        var line = new HBox(8, says, undo);
        line.setAlignment(Pos.CENTER_LEFT);
        line.managedProperty().bind(line.visibleProperty());
        line.setVisible(false);
        model.lastRemoved().addListener((last, before, now) -> {
            line.setVisible(!now.isEmpty());
            says.setText(now.isEmpty() ? "" : context.text("ui.library.removed", now.size() == 1 ? Visible.text(now.getFirst().name())
                    : context.texts().count("ui.library.documents", now.size())));
        });
        return line;
    }

    private void buttons() {
        var yes = new ButtonType(context.text("ui.library.attach"), ButtonBar.ButtonData.OK_DONE);
        var out = new ButtonType(context.text("ui.library.remove"), ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().setAll(yes, out, new ButtonType(context.text("ui.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        named(yes, "library-attach");
        named(out, "library-remove").addEventFilter(ActionEvent.ACTION, event -> {
            event.consume(); // and stays open
            remove();
        });
        dialog.setOnHidden(event -> {
            model.leave();
            if (dialog.getResult() == yes) {
                attach.accept(List.copyOf(table.getSelectionModel().getSelectedItems()));
            }
        });
    }

    private Button named(ButtonType type, String id) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        return button;
    }

    private Button button(String id) {
        return (Button) dialog.getDialogPane().lookup("#" + id);
    }

    private void remove() {
        List<KeptDocument> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        table.getSelectionModel().clearSelection();
        model.remove(chosen);
        sayNothing();
    }

    private void undo() {
        model.undo();
        sayNothing();
    }

    private void sayNothing() {
        nothing.setText(context.text(model.isEmpty() ? "ui.library.empty" : "ui.library.nothing"));
    }
}
