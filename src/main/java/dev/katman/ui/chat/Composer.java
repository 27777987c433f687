package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.documents.Document;
import dev.katman.documents.Kind;
import dev.katman.exchange.Ask;
import dev.katman.exchange.Preview;
import dev.katman.journal.Draft;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Find;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Place;
import dev.katman.ui.kit.Scripts;
import dev.katman.ui.kit.Tiers;
import dev.katman.ui.kit.Work;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the reader writes. Grows with the text; says while typing where it would likely go and what that would cost. Its keys are
 * {@link #actions}.
 */
final class Composer extends VBox {
    private static final double LEAST = 40;
    /** Eight lines of 14-pixel text and their padding. */
    private static final double MOST = 184;
    /** The text's padding on either side, as the stylesheet has it, and a hair for rounding. */
    private static final double SIDE = 9;
    private static final Duration REST = Duration.ofMillis(150);
    /** More than {@link #MOST} has room for, so that a book that is pasted is not measured whole with each letter. Characters and lines. */
    private static final int MEASURED = 6_000;
    private static final int MEASURED_LINES = 12;
    /** The tiers that can be insisted on. */
    private static final List<Tier> PINNED = List.of(Tier.CONVERSATION, Tier.WORKER, Tier.DEEP);

    private final Context context;
    private final Chats chats;
    private final ModelChoice models;
    private final Work.Latest previews;
    private final Text measure = new Text();
    private final TextArea area = new TextArea() {
        @Override
        public void paste() { // from wherever it was asked for, by key or menu
            if (!attach.paste()) {
                super.paste();
            }
        }
    };
    private final MenuButton choice = new MenuButton();
    private final Label room = new Label();
    private final Button send = new Button();
    private final Button stop = new Button();
    private final Button unpin;
    private final HBox editing;
    private final AttachMenu attach;
    private final AttachmentBar bar;
    private final PrepareOffer offer;
    private final Keeping keeping;
    private final ChangeListener<Number> attached = (changes, before, now) -> {
        showAttached();
        preview();
    };
    private final ChangeListener<Boolean> unsentRead = (read, before, now) -> use(this.model);
    private ChatModel model;

    /** @param say tells the reader something */
    Composer(Context context, Chats chats, Consumer<Notice> say) {
        this.context = context;
        keeping = new Keeping(context, say);
        this.chats = chats;
        models = new ModelChoice(context);
        this.previews = context.work().latest("preview", REST);
        getStyleClass().add("composer");
        writing();
        choosing();
        send.setText(context.text("ui.composer.send"));
        send.getStyleClass().setAll("button", "accent", "send");
        send.setId("send");
        send.setOnAction(event -> send());
        stop.setText(context.text("ui.composer.stop"));
        stop.setGraphic(Icons.of(Feather.SQUARE));
        stop.getStyleClass().setAll("button", "stop");
        stop.setId("stop");
        stop.setOnAction(event -> model.stop());
        stop.managedProperty().bind(stop.visibleProperty());
        send.managedProperty().bind(send.visibleProperty());
        room.getStyleClass().add("meta");
        room.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        unpin = Icons.button(Feather.X, context.text("ui.composer.unpin"));
        unpin.setId("unpin");
        unpin.setOnAction(event -> pin(Pin.NONE));
        unpin.managedProperty().bind(unpin.visibleProperty());
        unpin.setVisible(chats.pin() != Pin.NONE);
        var pinned = new HBox(2, choice, unpin);
        pinned.setAlignment(Pos.CENTER_LEFT);
        attach = new AttachMenu(context, paths -> {
            chats.attachments().add(model.conversation(), paths);
            area.requestFocus();
        }, text -> chats.attachments().add(model.conversation(), context.text("ui.attach.pasted"), text), this::library);
        var foot = new HBox(attach, pinned, room, gap, stop, send);
        foot.getStyleClass().add("composer-foot");
        editing = editing();
        offer = new PrepareOffer(context, chats, this);
        bar = new AttachmentBar(context, attached -> chats.attachments().remove(model.conversation(), attached), keeping::keep,
                (documents, table) -> offer.of(documents.stream().map(Subject.Attached::new).toList(), table));
        getChildren().addAll(editing, bar, area, foot);
        chats.attachments().changes().addListener(new WeakChangeListener<>(attached));
        chats.unsentRead().addListener(new WeakChangeListener<>(unsentRead));
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

    private void writing() {
        area.setId("composer");
        area.setPromptText(context.text("ui.composer.prompt"));
        area.setAccessibleText(context.text("ui.composer.name"));
        area.setMinHeight(LEAST);
        area.setMaxHeight(MOST);
        area.setPrefHeight(LEAST);
        area.textProperty().addListener((text, before, now) -> typed(now));
        Parts.leavesByTab(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        measure.fontProperty().bind(area.fontProperty());
        area.widthProperty().addListener((width, before, now) -> grow());
        area.fontProperty().addListener((font, before, now) -> grow());
    }

    /** As high as the text, from one line to eight. */
    private void grow() {
        boolean wraps = Scripts.mayWrap(area.getText());
        area.setWrapText(wraps);
        measure.setWrappingWidth(wraps ? Math.max(40, area.getWidth() - 2 * SIDE) : 0);
        String text = area.getText().isEmpty() ? area.getPromptText() : beginning(area.getText()); // also a prompt may need more than a line
        measure.setText(text.endsWith("\n") ? text + " " : text);
        area.setPrefHeight(Math.clamp(Math.ceil(measure.getLayoutBounds().getHeight()) + 18, LEAST, MOST));
    }

    private static String beginning(String text) {
        int end = Math.min(text.length(), MEASURED);
        int line = text.indexOf('\n');
        for (int lines = 1; lines < MEASURED_LINES && line >= 0; lines++) {
            line = text.indexOf('\n', line + 1);
        }
        return text.substring(0, line < 0 ? end : Math.min(end, line));
    }

    private void choosing() {
        choice.getStyleClass().setAll("menu-button", "tier-choice");
        choice.setId("tier-choice");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMnemonicParsing(false);
        choice.setOnShowing(event -> choices()); // a day that has begun may have taken a model away
        choices();
        say(context.text("ui.composer.decide"), Optional.empty(), "");
    }

    private void choices() {
        choice.getItems().setAll(models.items(context.text("ui.composer.decide"), chats.pin(), this::pin));
    }

    private void pin(Pin pin) {
        chats.pin(pin);
        unpin.setVisible(!pin.equals(Pin.NONE));
        preview();
    }

    /** Shows what is unsent in another conversation. What was written in the one before is kept there already. */
    void use(ChatModel other) {
        model = other;
        stop.visibleProperty().bind(other.busy());
        send.visibleProperty().bind(other.busy().not());
        unpin.setVisible(!other.pin().equals(Pin.NONE));
        showAttached();
        showUnsent();
    }

    /** The message that is being changed, else what is written for the next one. */
    private void showUnsent() {
        editing.setVisible(model.edit().isPresent());
        area.setText(model.edit().map(Draft.Edit::text).orElse(model.draft()));
        area.end();
        preview();
    }

    private void showAttached() {
        bar.show(chats.attachments().of(model.conversation()));
    }

    /** Shows what could not be sent and is unsent again. */
    void handBack() {
        showUnsent();
    }

    /** Begins to change a message. What was being written waits. */
    void edit(ChatRow.SaidTools said) {
        said.spot().ifPresent(spot -> {
            model.edit(Optional.of(new Draft.Edit(spot.message(), said.text())));
            showUnsent();
            chats.lookAfterEdit(model); // it may have been deleted a moment ago, and stand here still
            area.requestFocus();
        });
    }

    private void leaveEditing() {
        model.edit(Optional.empty());
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
        String before = model.edit().map(Draft.Edit::text).orElse(model.draft());
        if (!text.equals(before)) { // and not only shown
            if (model.edit().isPresent()) {
                model.edit(model.edit().map(edit -> new Draft.Edit(edit.message(), text)));
            } else {
                model.draft(text);
            }
            chats.drafts().changed(model);
        }
        grow();
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
                Action.of("keepInLibrary", Place.CHAT, () -> keeping.keep(documents())).when(() -> !documents().isEmpty()),
                Action.of("prepareSummary", Place.CHAT, () -> prepare(false)).when(this::canPrepare),
                Action.of("prepareTable", Place.CHAT, () -> prepare(true)).when(this::canPrepare),
                Action.of("newLine", Place.CHAT, () -> area.replaceSelection("\n")).keysWithin("Shift+Enter").when(area::isFocused),
                Action.of("stop", Place.CHAT, () -> model.stop()).keys("Esc").when(() -> model.busy().get()),
                Action.of("editLast", Place.CHAT, () -> model.lastSaid().ifPresent(this::edit)).keysWithin("Up")
                        .when(() -> area.getText().isEmpty() && !model.busy().get() && model.lastSaid().isPresent()),
                Action.of("leaveEditing", Place.CHAT, this::leaveEditing).keysWithin("Esc")
                        .when(() -> !model.busy().get() && model.edit().isPresent()),
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
                offer.of(subjects, table);
            }
        });
    }

    /** The models that can be insisted on. */
    List<Find> finds() {
        return context.services().exchange().inUse().stream().map(each -> new Find("pin:" + each,
                context.text("ui.composer.pinned", models.name(each)),
                context.text("ui.palette.model"), () -> {
                    pin(Pin.of(each));
                    focus();
                })).toList();
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
            previews.forget();
            say(pinned().orElseGet(() -> context.text("ui.composer.decide")), dot(Optional.empty()), reading ? context.text("ui.attach.reading") : "");
            return;
        }
        Ask plain = chats.pin().ask(model.conversation(), text).with(documents());
        Ask ask = model.edit().map(Draft.Edit::message).map(plain::insteadOf).orElse(plain);
        previews.ask(() -> context.services().exchange().preview(ask), this::foresee);
    }

    private void foresee(Preview preview) {
        String cost = preview.tokens() == 0 ? ""
                : " · " + context.text("ui.composer.about", context.words().tokens(preview.tokens()));
        String where = pinned().orElseGet(() -> context.text("ui.composer.likely", context.words().tier(preview.tier())));
        String space = preview.chosen().isPresent() ? context.text("ui.composer.room")
                : preview.roomIn().isPositive() ? context.text("ui.composer.roomIn", context.words().duration(preview.roomIn()))
                : context.text("ui.composer.noRoom");
        say(where + cost, dot(Optional.of(preview.tier())), space);
    }

    private Optional<String> pinned() {
        Pin pin = chats.pin();
        return pin.model().map(models::name).or(() -> pin.tier().map(context.words()::tier))
                .map(name -> context.text("ui.composer.pinned", name));
    }

    private Optional<Tier> dot(Optional<Tier> foreseen) {
        return chats.pin().tier().or(() -> chats.pin().model().flatMap(models::tierOf)).or(() -> foreseen);
    }

    private void say(String text, Optional<Tier> dot, String space) {
        choice.setText(text);
        choice.setGraphic(dot.map(Tiers::dot).orElse(null));
        choice.setAccessibleText(context.text("ui.composer.choice", text));
        room.setText(space);
    }
}
