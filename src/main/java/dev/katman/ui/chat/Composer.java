package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.documents.Document;
import dev.katman.documents.Kind;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Find;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Place;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the reader writes. Grows with the text; says while typing where it would likely go and what that would cost. Its keys are
 * {@link #actions}.
 */
final class Composer extends VBox {
    private final Context context;
    private final Chats chats;
    private final WritingArea area;
    private final PinChoice choice;
    private final Button send = new Button();
    private final Button stop = new Button();
    private final HBox editing;
    private final AttachMenu attach;
    private final AttachmentBar bar;
    private final DocumentActs acts;
    private final ChangeListener<Number> attached = (changes, before, now) -> {
        showAttached();
        preview();
    };
    private final ChangeListener<Boolean> unsentRead = (read, before, now) -> use(this.model);
    private ChatModel model;

    Composer(Context context, Chats chats, DocumentActs acts) {
        this.context = context;
        this.chats = chats;
        this.acts = acts;
        getStyleClass().add("composer");
        area = new WritingArea(context.text("ui.composer.prompt")) {
            @Override
            public void paste() { // from wherever it was asked for, by key or menu
                if (!attach.paste()) {
                    super.paste();
                }
            }
        };
        area.setId("composer");
        area.setAccessibleText(context.text("ui.composer.name"));
        area.textProperty().addListener((text, before, now) -> typed(now));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        choice = new PinChoice(context, this::pin);
        send.setText(context.text("ui.composer.send"));
        send.getStyleClass().setAll("button", "accent", "send");
        send.setId("send");
        send.setOnAction(event -> send());
        stop.setText(context.text("ui.composer.stop"));
        stop.setGraphic(Icons.of(Feather.SQUARE));
        stop.getStyleClass().setAll("button", "stop");
        stop.setId("stop");
        stop.setOnAction(event -> model.answering().stop());
        stop.managedProperty().bind(stop.visibleProperty());
        send.managedProperty().bind(send.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        attach = new AttachMenu(context, paths -> {
            chats.attachments().add(model.conversation(), paths);
            area.requestFocus();
        }, text -> chats.attachments().add(model.conversation(), context.text("ui.attach.pasted"), text), this::library);
        var foot = new HBox(attach, choice, choice.room(), gap, stop, send);
        foot.getStyleClass().add("composer-foot");
        editing = editing();
        bar = new AttachmentBar(context, attached -> chats.attachments().remove(model.conversation(), attached), acts.keeping()::keep,
                (documents, table) -> acts.offer().of(documents.stream().map(Subject.Attached::new).toList(), table));
        getChildren().addAll(editing, bar, area, foot);
        chats.attachments().changes().addListener(new WeakChangeListener<>(attached));
        chats.drafts().there().addListener(new WeakChangeListener<>(unsentRead));
    }

    /** Says that a message is being changed, and leads out of it. */
    private HBox editing() {
        var says = new Label(context.text("ui.composer.editing"), Icons.of(Feather.EDIT_2));
        says.getStyleClass().add("meta");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var leave = new Button(context.text("ui.composer.editing.leave"));
        leave.setId("leave-editing");
        leave.getStyleClass().setAll("button", "text-button");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(event -> leaveEditing());
        var line = new HBox(says, gap, leave);
        line.getStyleClass().add("composer-editing");
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private void pin(Pin pin) {
        model.unsent().pin(pin);
        chats.drafts().changed(model);
        choice.use(pin);
        preview();
    }

    /** Shows what is unsent in another conversation. What was written in the one before is kept there already. */
    void use(ChatModel other) {
        model = other;
        stop.visibleProperty().bind(other.busy());
        send.visibleProperty().bind(other.busy().not());
        choice.use(other.unsent().pin());
        showAttached();
        showUnsent();
    }

    /** The message that is being changed, else what is written for the next one. */
    void showUnsent() {
        editing.setVisible(model.unsent().edited().isPresent());
        area.setText(model.unsent().text());
        area.end();
        preview();
    }

    private void showAttached() {
        bar.show(chats.attachments().of(model.conversation()));
    }

    /** Begins to change a message. What was being written waits. */
    void edit(ChatRow.SaidTools said) {
        said.spot().ifPresent(spot -> {
            model.unsent().edit(spot.message(), said.text());
            showUnsent();
            chats.drafts().lookAfterEdit(model); // it may have been deleted a moment ago, and stand here still
            area.requestFocus();
        });
    }

    private void leaveEditing() {
        model.unsent().leaveEdit();
        chats.drafts().changed(model);
        showUnsent();
        area.requestFocus();
    }

    /** Puts a text in, ready to be changed and sent. */
    void write(String text) {
        area.setText(text);
        area.end();
        area.requestFocus();
    }

    void focus() {
        area.requestFocus();
    }

    private void typed(String text) {
        if (!text.equals(model.unsent().text())) { // and not only shown
            model.unsent().write(text);
            chats.drafts().changed(model);
        }
        preview();
    }

    private void pressed(KeyEvent key) {
        if (context.actions().run(key, Stream.of("send", "newLine", "stop", "leaveEditing", "editLast"))
                || context.actions().matches("send", key)) { // there is nothing to send; a line end is not what was meant
            key.consume();
        }
    }

    /** What can be done here, and with which keys. */
    List<Action> actions() {
        var all = new ArrayList<>(List.of(Action.of("write", Place.CHAT, this::focus).keys("Shortcut+L"),
                Action.of("send", Place.CHAT, this::send).keysWithin("Enter").when(this::canSend),
                Action.of("attach", Place.CHAT, () -> attach.files()).keys("Shortcut+O"),
                Action.of("library", Place.CHAT, this::library).keys("Shortcut+Shift+O"),
                Action.of("keepInLibrary", Place.CHAT, () -> acts.keeping().keep(documents())).when(() -> !documents().isEmpty()),
                Action.of("prepareSummary", Place.CHAT, () -> prepare(false)).when(this::canPrepare),
                Action.of("prepareTable", Place.CHAT, () -> prepare(true)).when(this::canPrepare),
                Action.of("newLine", Place.CHAT, () -> area.replaceSelection("\n")).keysWithin("Shift+Enter").when(area::isFocused),
                Action.of("stop", Place.CHAT, () -> model.answering().stop()).keys("Esc").when(() -> model.busy().get()),
                Action.of("editLast", Place.CHAT, () -> model.lastSaid().ifPresent(this::edit)).keysWithin("Up")
                        .when(() -> area.getText().isEmpty() && !model.busy().get() && model.lastSaid().isPresent()),
                Action.of("leaveEditing", Place.CHAT, this::leaveEditing).keysWithin("Esc")
                        .when(() -> !model.busy().get() && model.unsent().edited().isPresent()),
                Action.of("decide", Place.CHAT, () -> pin(Pin.NONE)).keys("Shortcut+Shift+0")));
        for (Tier tier : ModelChoice.TIERS) {
            all.add(Action.of("pinTier" + tier.number(), Place.CHAT, () -> pin(Pin.of(tier))).keys("Shortcut+Shift+" + tier.number()));
        }
        return all;
    }

    private List<Document> documents() {
        return chats.attachments().documents(model.conversation());
    }

    /** Shows what is kept there, to be taken along. */
    private void library() {
        new LibraryDialog(context, this, documents -> {
            chats.attachments().add(model.conversation(), documents, context.services().exchange().library());
            area.requestFocus();
        }).show();
    }

    private boolean canPrepare() {
        return !documents().isEmpty() || model.encloses();
    }

    /** What is attached comes first, then what was sent into this conversation, the newest first. */
    private void prepare(boolean table) {
        var subjects = new ArrayList<Subject>(documents().stream().map(Subject.Attached::new).toList());
        Optional<ConversationId> where = model.conversation();
        context.work().run("read what was sent", () -> where.map(context.services().journal().documents()::of).orElse(List.of()), sent -> {
            var once = new HashSet<DocumentId>();
            sent.reversed().stream().filter(row -> row.kind() != Kind.PASTED && once.add(row.id())).map(Subject.Sent::new).forEach(subjects::add);
            if (!subjects.isEmpty()) {
                acts.offer().of(subjects, table);
            }
        });
    }

    /** The models that can be insisted on. */
    List<Find> finds() {
        return choice.finds(this::focus);
    }

    private boolean canSend() {
        return !area.getText().isBlank() && !model.busy().get() && !chats.attachments().reading(model.conversation());
    }

    /** Takes files that are dropped there. */
    void takeDrops(Region on) {
        attach.takeDrops(on);
    }

    private void send() {
        String text = area.getText().strip();
        if (canSend()) {
            chats.send(text);
            showUnsent();
        }
    }

    private void preview() {
        String text = area.getText();
        boolean reading = chats.attachments().reading(model.conversation());
        send.setDisable(text.isBlank() || reading);
        if (text.isBlank() || reading) {
            choice.foreseeNothing(reading ? context.text("ui.attach.reading") : "");
        } else {
            choice.foresee(model.unsent().ask(model.conversation(), text, documents()));
        }
    }
}
