package dev.katman.ui.chat;

import dev.katman.documents.Kind;
import dev.katman.journal.DocumentRow;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/** The documents that went along with a message: each can be read, kept in the library, and prepared by the worker. */
final class EnclosedView extends FlowPane {
    private final Context context;
    private final Chats chats;
    private final DocumentActs documents;

    EnclosedView(Context context, Chats chats, DocumentActs documents, ChatRow.Enclosed row) {
        super(6, 6);
        this.context = context;
        this.chats = chats;
        this.documents = documents;
        setAlignment(Pos.TOP_RIGHT);
        setMinSize(0, 0);
        for (int i = 0; i < row.names().size(); i++) {
            getChildren().add(row.message().isPresent() ? chip(row, i) : label(row.names().get(i)));
        }
    }

    /** While it is not in the journal there is nothing to open. */
    private Node label(String name) {
        var label = new Label(name, Icons.of(Feather.FILE_TEXT));
        label.getStyleClass().add("attachment");
        label.maxWidthProperty().bind(widthProperty());
        return label;
    }

    private Node chip(ChatRow.Enclosed row, int place) {
        String name = row.names().get(place);
        var open = new Button(name, Icons.of(Feather.FILE_TEXT));
        open.getStyleClass().setAll("button", "text-button", "enclosed-name");
        open.setMinWidth(0);
        open.setAccessibleText(context.text("ui.sources.open", name));
        open.setOnAction(event -> find(row, place, documents.dialog()::open));
        var chip = new HBox(open, new DocumentMenu(context, name, new DocumentMenu.Acts() {
            @Override
            public void keep() {
                find(row, place, documents.keeping()::keep);
            }

            @Override
            public void prepare(boolean table) {
                find(row, place, found -> documents.offer().of(List.of(new Subject.Sent(found)), table));
            }
        }));
        chip.getStyleClass().addAll("attachment", "enclosed");
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.maxWidthProperty().bind(widthProperty());
        return chip;
    }

    private void find(ChatRow.Enclosed row, int place, Consumer<DocumentRow> then) {
        chats.current().get().conversation().ifPresent(conversation -> context.work().run("find a document",
                () -> context.services().journal().documents().of(conversation).stream()
                        .filter(one -> one.kind() != Kind.PASTED && row.message().filter(one.message()::equals).isPresent()).skip(place).findFirst(),
                found -> found.ifPresent(then)));
    }
}
