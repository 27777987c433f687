package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.documents.Fragment;
import dev.katman.exchange.Library;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.Documents;
import dev.katman.journal.Fitting;
import dev.katman.journal.Source;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Dialogs;
import dev.katman.ui.kit.Scripts;
import dev.katman.words.DocumentWords;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Modality;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Shows a document at a place in it, with what went along marked, and the summary that stood for older messages. Beside the window, not over it. */
final class DocumentDialog {
    private static final double WIDTH = 660;
    private static final double HEIGHT = 520;
    /** What a passage leaves of the list's width: its own padding and mark, and the scroll bar. */
    private static final double MARGIN = 64;
    /** Of a document that is opened at its beginning no passage is the one that is meant. */
    private static final int NOWHERE = -1;

    private final Context context;
    private final DocumentWords words;
    private final Documents documents;
    private final Chats chats;
    private final Library library;
    private final Node owner;
    private final PrepareOffer offer;

    DocumentDialog(Context context, Chats chats, Node owner, PrepareOffer offer) {
        this.context = context;
        words = new DocumentWords(context.texts());
        documents = context.services().journal().documents();
        this.chats = chats;
        library = context.services().exchange().library();
        this.owner = owner;
        this.offer = offer;
    }

    /** Opens the document of a source where that begins. */
    void open(Fitting fitting, Source source) {
        List<Source> used = fitting.sources().stream().filter(other -> other.document().equals(source.document())).toList();
        Optional<ConversationId> where = chats.current().get().conversation();
        context.work().run("read a document", () -> where.flatMap(id -> documents.find(id, source.document())).map(this::read), found ->
                found.ifPresent(read -> show(read, context.text("ui.sources.marked"), source.first(),
                        number -> used.stream().anyMatch(one -> one.first() <= number && number <= one.last()))));
    }

    /** Opens a document where it begins. */
    void open(DocumentRow row) {
        context.work().run("read a document", () -> read(row), read -> show(read, "", NOWHERE, number -> false));
    }

    /** @param kept whether it is in the library */
    private record Read(DocumentRow row, List<Fragment> fragments, boolean kept) {
    }

    private Read read(DocumentRow row) {
        return new Read(row, documents.fragments(row.id()), library.holds(row.id()));
    }

    private void show(Read read, String note, int first, IntPredicate used) {
        if (owner.getScene() == null) {
            return; // while it was read, the reader has turned to another page
        }
        DocumentRow row = read.row();
        Dialog<ButtonType> dialog = dialog(row.name(), note, passages(read.fragments(), first, used));
        DialogPane pane = dialog.getDialogPane();
        ButtonType close = pane.getButtonTypes().getFirst();
        offerToKeep(pane, row.id(), read.kept());
        add(pane, "document-summary", context.text("ui.prepare.summary"), button -> offer.of(List.of(new Subject.Sent(row)), false));
        add(pane, "document-table", context.text("ui.prepare.table"), button -> offer.of(List.of(new Subject.Sent(row)), true));
        dialog.setOnShown(event -> pane.lookupButton(close).requestFocus()); // else the first one has it
        dialog.show();
    }

    private void offerToKeep(DialogPane pane, DocumentId document, boolean kept) {
        add(pane, "keep-in-library", context.text(kept ? "ui.library.held" : "ui.library.keep"), keep -> {
            keep.setDisable(true);
            context.work().run("keep in the library", () -> library.keep(document),
                    there -> keep.setText(context.text(there ? "ui.library.held" : "ui.library.gone")));
        }).setDisable(kept);
    }

    /** A button beside the closing one, at which the document stays open. */
    private static Button add(DialogPane pane, String id, String text, Consumer<Button> act) {
        var type = new ButtonType(text, ButtonBar.ButtonData.LEFT);
        pane.getButtonTypes().add(type);
        var button = (Button) pane.lookupButton(type);
        button.setId(id);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            act.accept(button);
        });
        return button;
    }

    private ListView<Fragment> passages(List<Fragment> fragments, int first, IntPredicate used) {
        var list = new ListView<Fragment>();
        list.getItems().setAll(fragments);
        list.getStyleClass().add("passages");
        list.setAccessibleText(context.text("ui.sources.passages"));
        list.setCellFactory(view -> new ListCell<>() {
            private final Label place = new Label();
            private final Text text = new Text(); // a label would be asked for its height before it knows its width, and be cut
            private final VBox box = new VBox(3, place, text);

            {
                place.getStyleClass().add("meta");
                text.getStyleClass().add("passage-text");
                text.wrappingWidthProperty().bind(Bindings.createDoubleBinding(() -> Scripts.mayWrap(text.getText()) ? view.getWidth() - MARGIN : 0,
                        view.widthProperty(), text.textProperty()));
                box.getStyleClass().add("passage");
            }

            @Override
            protected void updateItem(Fragment fragment, boolean empty) {
                super.updateItem(fragment, empty);
                setGraphic(empty ? null : box);
                if (!empty) {
                    String at = words.place(fragment.around());
                    place.setText(at);
                    place.setVisible(!at.isEmpty());
                    place.setManaged(!at.isEmpty());
                    text.setText(fragment.text());
                    box.getStyleClass().remove("used");
                    if (used.test(fragment.number())) {
                        box.getStyleClass().add("used");
                    }
                    setAccessibleText(at + " " + fragment.text());
                }
            }
        });
        for (int i = 0; i < fragments.size(); i++) {
            if (fragments.get(i).number() == first) {
                list.scrollTo(i);
                list.getSelectionModel().select(i);
            }
        }
        return list;
    }

    /** Shows what stood for the older messages of a conversation. */
    void summary(ConversationId conversation) {
        context.work().run("read a summary", () -> documents.summary(conversation), summary -> {
            var text = new TextArea(summary.map(row -> row.text()).orElseGet(() -> context.text("ui.sources.noSummary")));
            text.setEditable(false);
            text.setWrapText(Scripts.mayWrap(text.getText()));
            text.setAccessibleText(context.text("ui.sources.summary"));
            dialog(context.text("ui.sources.summary.title"), summary.map(row -> context.text("ui.sources.summary.by", row.madeBy().model())).orElse(""),
                    text).show();
        });
    }

    private Dialog<ButtonType> dialog(String title, String note, Node content) {
        var says = new Label(note);
        says.getStyleClass().add("meta");
        says.setWrapText(true);
        says.setManaged(!note.isEmpty());
        VBox.setVgrow(content, Priority.ALWAYS);
        var dialog = new Dialog<ButtonType>();
        Dialogs.over(owner.getScene(), dialog, title);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.getDialogPane().getStyleClass().add("document-dialog");
        var page = new VBox(8, says, content);
        page.getStyleClass().add("document-page");
        dialog.getDialogPane().setContent(page);
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(context.text("ui.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        return dialog;
    }
}
