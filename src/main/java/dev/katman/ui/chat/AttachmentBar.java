package dev.katman.ui.chat;

import dev.katman.documents.Document;
import dev.katman.documents.Reading;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.words.DocumentWords;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What goes along with the message, over the place where it is written; nothing while there is nothing. */
final class AttachmentBar extends VBox {
    private static final double BAR = 56;
    /** Of a folder with many files that could not be read so many are named. */
    private static final int MOST_NAMED = 3;

    private final Context context;
    private final DocumentWords words;
    private final Consumer<Attached> remove;
    private final Consumer<List<Document>> keep;
    private final Prepare prepare;
    private final FlowPane chips = new FlowPane(6, 6);

    /** Lets the worker prepare one of these. */
    interface Prepare {
        /** @param table whether it is to be a table, and not a summary */
        void of(List<Document> documents, boolean table);
    }

    /** @param keep puts documents into the library */
    AttachmentBar(Context context, Consumer<Attached> remove, Consumer<List<Document>> keep, Prepare prepare) {
        this.context = context;
        words = new DocumentWords(context.texts());
        this.remove = remove;
        this.keep = keep;
        this.prepare = prepare;
        getStyleClass().add("attachments");
        chips.setMinWidth(0); // else as wide as its longest sentence, and out of the window
        getChildren().add(chips);
        managedProperty().bind(visibleProperty());
        setMinWidth(0);
    }

    void show(List<Attached> attached) {
        chips.getChildren().setAll(attached.stream().map(this::chip).toList());
        setVisible(!attached.isEmpty());
    }

    private HBox chip(Attached attached) {
        var leave = Icons.button(Feather.X, context.text("ui.attach.remove", attached.name()));
        leave.setOnAction(event -> remove.accept(attached));
        var says = new Label();
        says.setWrapText(true);
        says.setMinWidth(0);
        var chip = new HBox(says, leave);
        chip.getStyleClass().add("attachment");
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.maxWidthProperty().bind(chips.widthProperty());
        switch (attached.state().get()) {
            case Attached.State.Coming coming -> {
                says.setGraphic(Icons.of(Feather.FILE_TEXT));
                says.textProperty().bind(coming(attached).map(Attached.State.Coming::file));
                var bar = new ProgressBar();
                bar.setPrefWidth(BAR);
                bar.setAccessibleText(attached.name());
                bar.progressProperty().bind(coming(attached).map(Attached.State.Coming::done));
                chip.getChildren().add(1, bar);
            }
            case Attached.State.There there -> {
                boolean none = there.documents().isEmpty();
                if (!none) {
                    chip.getChildren().add(1, new DocumentMenu(context, attached.name(), new DocumentMenu.Acts() {
                        @Override
                        public void keep() {
                            keep.accept(there.documents());
                        }

                        @Override
                        public void prepare(boolean table) {
                            prepare.of(there.documents(), table);
                        }
                    }));
                } else {
                    chip.getStyleClass().add("unread");
                }
                says.setGraphic(Icons.of(none ? Feather.ALERT_TRIANGLE : there.documents().size() > 1 ? Feather.FOLDER : Feather.FILE_TEXT));
                says.setText(none ? unread(there.unread())
                        : there.documents().size() == 1 && there.unread().isEmpty() ? there.documents().getFirst().name()
                        : attached.name() + " · " + context.texts().count("ui.attach.files", there.documents().size())
                                + (there.unread().isEmpty() ? "" : "\n" + unread(there.unread())));
            }
        }
        return chip;
    }

    /** How far it is, for as long as it is not there. */
    private static ObservableValue<Attached.State.Coming> coming(Attached attached) {
        return attached.state().map(state -> state instanceof Attached.State.Coming coming ? coming : new Attached.State.Coming(attached.name(), 1));
    }

    private String unread(List<Reading.Unread> unread) {
        String named = unread.stream().limit(MOST_NAMED).map(words::unread).collect(Collectors.joining("\n"));
        return unread.size() <= MOST_NAMED ? named : named + "\n" + context.texts().count("ui.attach.more", unread.size() - MOST_NAMED);
    }
}
