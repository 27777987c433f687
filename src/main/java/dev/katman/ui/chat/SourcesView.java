package dev.katman.ui.chat;

import dev.katman.journal.Source;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.words.DocumentWords;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/** Under an answer: what of documents and older messages went along with the question. Folded to a line until somebody wants it. */
final class SourcesView extends VBox {
    private final Context context;
    private final DocumentWords words;
    private final DocumentDialog documents;
    private final ToggleButton toggle = new ToggleButton();
    private ChatRow.Sources row;

    /** @param turn hears that they are to be shown, or folded to a line */
    SourcesView(Context context, DocumentDialog documents, Consumer<ChatRow.Sources> turn) {
        super(4);
        this.context = context;
        this.documents = documents;
        words = new DocumentWords(context.texts());
        toggle.getStyleClass().setAll("button", "text-button", "thought-toggle", "sources-toggle");
        toggle.setOnAction(event -> turn.accept(row));
        getChildren().add(toggle);
        setMinSize(0, 0);
    }

    void show(ChatRow.Sources sources) {
        row = sources;
        toggle.setText(words.inShort(row.fitting(), row.record().saved(row.fitting())));
        toggle.setSelected(row.open());
        toggle.setGraphic(Icons.of(row.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        getChildren().remove(1, getChildren().size()); // the switch stays where it is, and keeps the focus
        if (row.open()) {
            getChildren().add(list(row));
        }
    }

    private VBox list(ChatRow.Sources row) {
        var list = new VBox(2);
        list.getStyleClass().add("sources");
        for (Source source : row.fitting().sources()) {
            list.getChildren().add(link("[" + source.number() + "] " + words.source(source), () -> documents.open(row.fitting(), source)));
        }
        for (String left : words.left(row.fitting())) {
            var label = new Label(left);
            label.getStyleClass().add("meta");
            label.setWrapText(true);
            list.getChildren().add(label);
        }
        if (row.fitting().summedTurns() > 0) {
            list.getChildren().add(link(context.text("ui.sources.summary"), () -> documents.summary(row.record().conversation())));
        }
        return list;
    }

    private Button link(String text, Runnable act) {
        var link = new Button(text);
        link.getStyleClass().setAll("button", "text-button", "source");
        link.setWrapText(true);
        link.setMinWidth(0);
        link.setOnAction(event -> act.run());
        return link;
    }
}
