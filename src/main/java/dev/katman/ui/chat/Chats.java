package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.documents.Document;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Draft;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The conversations of the window and the one that is open. An answer goes on while another conversation is looked at. Outlives the
 * pages, so that a change of language loses nothing. Of the FX thread.
 */
public final class Chats implements AutoCloseable {
    /** The journal is written a moment after the levels change, so it is read a few times more. */
    private static final int SETTLING = 3;

    private final Services services;
    private final Work work;
    private final Runnable queueChanged;
    private final ObservableList<ConversationRow> conversations = FXCollections.observableArrayList();
    private final Shelving shelving;
    private final Dispatch dispatch;
    private final Drafts drafts;
    private final Attachments attachments;
    private final Preparing preparing;
    private final HistoryReader histories;
    private final Desk desk;
    /** Whether the reader has asked for a new conversation since the last one was to be opened again. */
    private boolean wentSomewhere;
    private final TakeBack takeBack;
    private final Deletions deletions;
    /** What goes along with messages that are not in the journal yet. */
    private final Map<ChatModel, List<Attached>> leaving = new HashMap<>();
    private final Set<ConversationId> unread = new HashSet<>();
    private final ReadOnlyIntegerWrapper marks = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper unsentRead = new ReadOnlyBooleanWrapper();
    private long seenVersion = -1;
    private int settling;

    /**
     * @param onFault      told, on the FX thread, when a message could not be taken
     * @param queueChanged told, on the FX thread, when a message has left the queue or come back to it
     */
    public Chats(Services services, Work work, Consumer<RuntimeException> onFault, Runnable queueChanged) {
        this.services = services;
        this.work = work;
        this.queueChanged = queueChanged;
        takeBack = new TakeBack(services.clock());
        shelving = new Shelving(services.journal().shelf(), work, takeBack, new Shelving.Window() {
            @Override
            public void changed() {
                refresh();
                queueChanged.run();
            }

            @Override
            public boolean leave(ConversationId id) {
                return Chats.this.leave(id);
            }

            @Override
            public void open(ConversationId id) {
                Chats.this.open(id);
            }
        });
        dispatch = new Dispatch(services.exchange(), work, this::heard, this::answered, onFault, id -> {
            marksChanged();
            queueChanged.run();
        }, this::reread);
        drafts = new Drafts(services.journal(), work);
        attachments = new Attachments(work, services.exchange().tray());
        histories = new HistoryReader(services.journal(), services.exchange().preparer());
        preparing = new Preparing(services.exchange().preparer(), services.journal(), work, this::reread);
        deletions = new Deletions(services.journal().threads(), work, takeBack, this::changed);
        desk = new Desk(drafts);
        drafts.read(() -> {
            drafts.restore(desk.current().get());
            unsentRead.set(true);
        });
        desk.current().addListener((current, before, now) -> attachments.open(now.conversation()));
        attachments.read(() -> attachments.open(desk.current().get().conversation()));
    }

    ObservableList<ConversationRow> conversations() {
        return conversations;
    }

    ReadOnlyObjectProperty<ChatModel> current() {
        return desk.current();
    }

    /** Whether an answer is under way there. */
    boolean busy(ConversationId id) {
        return desk.model(id).filter(model -> model.busy().get()).isPresent() || dispatch.resumes(id);
    }

    /** Whether an answer has come there that was not looked at. */
    boolean unread(ConversationId id) {
        return unread.contains(id);
    }

    /** Grows when {@link #busy} or {@link #unread} may say something else of a conversation. */
    ReadOnlyIntegerProperty marks() {
        return marks.getReadOnlyProperty();
    }

    private void marksChanged() {
        work.pulse().post(() -> marks.set(marks.get() + 1)); // later: it may be the list itself that asks, in mid-selection
    }

    /** Reads the list anew. */
    public void refresh() {
        work.run("read conversations", services.journal()::conversations, rows -> {
            if (!rows.equals(conversations)) {
                conversations.setAll(rows);
            }
        });
    }

    /** Whether anything was ever said. */
    public boolean hasBegun() {
        return !conversations.isEmpty() || current().get().conversation().isPresent() || current().get().busy().get();
    }

    /** What the reader does with whole conversations. */
    Shelving shelving() {
        return shelving;
    }

    /** @return whether it was the open one */
    private boolean leave(ConversationId id) {
        boolean open = desk.isOpen(id);
        desk.model(id).ifPresent(ChatModel::stop);
        desk.gone(id);
        return open;
    }

    /** Begins a new conversation; one that is new and empty already stays. */
    public void fresh() {
        wentSomewhere = true;
        if (desk.current().get().conversation().isPresent() || desk.current().get().busy().get()) {
            desk.begin();
        }
    }

    /** Opens a conversation. */
    public void open(ConversationId id) {
        if (desk.isOpen(id)) {
            return;
        }
        if (unread.remove(id)) {
            marksChanged();
        }
        read(desk.open(id));
        if (conversations.stream().noneMatch(row -> row.id().equals(id))) {
            refresh(); // it has come past this window
        }
    }

    /** Opens the conversation that was open when the program ended last; not where the reader has begun something else by then. */
    public void reopen(ConversationId id) {
        wentSomewhere = false;
        work.run("look for a conversation", () -> services.journal().exists(id), there -> {
            ChatModel model = desk.current().get();
            if (there && !wentSomewhere && model.conversation().isEmpty() && model.rows().isEmpty()) { // what is unsent there stays among the drafts
                open(id);
            }
        });
    }

    /** The open conversation; empty while it is a new one. */
    public ReadOnlyObjectProperty<Optional<ConversationId>> openId() {
        return desk.openId();
    }

    /** Opens a conversation where a decision was made, also where something else stands in its place by now. */
    public void open(ConversationId id, DecisionId decision) {
        open(id);
        work.run("show a decision", () -> {
            services.journal().threads().show(decision);
            return id;
        }, this::reread);
    }

    /** Where nothing is shown yet the end comes first: that is where one reads on, and a long conversation takes its time. */
    private void read(ChatModel model) {
        model.conversation().ifPresent(id -> {
            if (model.rows().isEmpty()) {
                work.run("read the end of a conversation", () -> histories.end(id), end -> {
                    model.history(end);
                    if (!end.whole()) {
                        readAll(model, id);
                    }
                });
            } else {
                readAll(model, id);
            }
        });
    }

    private void readAll(ChatModel model, ConversationId id) {
        work.run("read a conversation", () -> histories.all(id), model::history);
    }

    /** Called every second: a parked message is answered by the exchange, not by the window, and the window must see it. */
    public void look() {
        drafts.keep();
        takeBack.look();
        long version = services.ledger().version();
        settling = version != seenVersion ? SETTLING : settling - 1;
        seenVersion = version;
        ChatModel model = desk.current().get();
        if (settling >= 0 && !model.busy().get() && model.waits()) {
            read(model);
            refresh();
        }
    }

    /** What is written and not sent. */
    Drafts drafts() {
        return drafts;
    }

    /** Whether what an earlier run had left unsent is there; the open conversation may have got something of it. */
    ReadOnlyBooleanProperty unsentRead() {
        return unsentRead.getReadOnlyProperty();
    }

    /** What was deleted and can be taken back. */
    TakeBack takeBack() {
        return takeBack;
    }

    /** What the reader insists on in the open conversation until further notice. */
    Pin pin() {
        return desk.current().get().pin();
    }

    void pin(Pin other) {
        desk.current().get().pin(other);
        drafts.changed(desk.current().get());
    }

    /** The reader says which tier a message should have been. */
    void teach(DecisionId decision, Tier tier) {
        work.run("teach", () -> {
            services.exchange().teach(decision, tier);
            return services.journal().decision(decision);
        }, this::told);
    }

    /** The reader has said something of a decision elsewhere: its line says so too. */
    public void taught(DecisionId decision) {
        work.run("read decision", () -> services.journal().decision(decision), this::told);
    }

    private void told(Optional<DecisionRecord> record) {
        record.ifPresent(r -> desk.each(model -> model.taught(r))); // a conversation that branched off tells of the same decisions
    }

    /** What is to go along with the next message. */
    Attachments attachments() {
        return attachments;
    }

    /** Sends the text in the open conversation, with what is attached; in place of the message that is being edited there, if one is. */
    void send(String text) {
        ChatModel model = desk.current().get();
        Optional<ConversationId> where = model.conversation();
        List<Document> documents = attachments.documents(where);
        List<Attached> taken = attachments.take(where);
        leaving.put(model, taken);
        dispatch.send(model, text, documents, () -> {
            leaving.remove(model);
            attachments.back(model.conversation(), taken);
            drafts.changed(model); // what could not be sent is unsent again
        });
        drafts.changed(desk.current().get());
        drafts.keep();
    }

    /** Documents that the worker prepares. */
    Preparing preparing() {
        return preparing;
    }

    /**
     * Lets the worker prepare a document, in the open conversation or where it was sent; where it was begun before, it goes on there.
     *
     * @param text what the message says
     */
    void prepare(Subject subject, PreparationGoal goal, String text, Optional<PreparationRow> before) {
        before.ifPresentOrElse(row -> {
            preparing.goOn(row);
            open(row.document().conversation());
        }, () -> {
            Optional<ConversationId> where = switch (subject) {
                case Subject.Attached attached -> desk.current().get().conversation();
                case Subject.Sent(var row) -> Optional.of(row.conversation());
            };
            preparing.begin(where, subject, goal, text, in -> {
                if (subject instanceof Subject.Attached(var document)) {
                    attachments.drop(where, document); // now that it belongs to something else, and what was proposed for it with it
                }
                if (where.isEmpty()) {
                    attachments.begun(in);
                }
                open(in);
                reread(in);
            });
        });
    }

    /** Asks for another answer in that one's stead. */
    void again(MessageId answer, Pin by) {
        dispatch.again(desk.current().get(), answer, by);
        marksChanged();
    }

    /** Shows a thought of the open conversation, or folds it away. Its words are read when they are first wanted: seldom, and they are many. */
    void turn(ChatRow.Thought thought) {
        ChatModel model = desk.current().get();
        thought.answer().filter(answer -> thought.words().isEmpty()).ifPresentOrElse(
                answer -> work.run("read a thought", () -> services.journal().thoughts().before(answer),
                        words -> words.ifPresent(found -> model.read(thought, found))),
                () -> model.turn(thought));
    }

    private void heard(ChatModel model, List<Heard> heard) {
        boolean wasNew = model.conversation().isEmpty();
        model.on(heard);
        desk.heard(model);
        if (heard.stream().anyMatch(next -> next instanceof Heard.Event(ExchangeEvent.Accepted accepted))) {
            Optional.ofNullable(leaving.remove(model)).ifPresent(attachments::sent);
        }
        if (wasNew && model.conversation().isPresent()) {
            drafts.begun(model);
            model.conversation().filter(desk::isOpen).ifPresent(attachments::begun);
        }
        if (wasNew && model.conversation().isPresent() || !model.busy().get()) {
            refresh();
        }
        heard.stream().filter(Heard.Finished.class::isInstance).map(Heard.Finished.class::cast).forEach(finished -> over(finished.answer()));
    }

    /** What became of a message: the dot in the list, where nobody looks, and the queue. */
    private void over(Answer answer) {
        if (answer.result() == Answer.Result.ANSWERED && !desk.isOpen(answer.conversation())) {
            unread.add(answer.conversation());
        }
        marksChanged();
        queueChanged.run();
        tellSources(answer);
        boolean deleted = takeBack.last().get().filter(d -> d.conversation().equals(answer.conversation())).isPresent();
        if (deleted || desk.model(answer.conversation()).filter(model -> model.showsTwice(answer) || !model.whole() || model.prepares()).isPresent()
                || preparing.runs(answer.conversation())) {
            reread(answer.conversation());
        }
    }

    private void tellSources(Answer answer) {
        work.run("read what went along", () -> services.journal().documents().fittings(List.of(answer.record().id())).get(answer.record().id()), fitting -> {
            if (fitting != null) {
                desk.model(answer.conversation()).ifPresent(model -> model.went(new ChatRow.Sources(answer.record(), fitting, false)));
            }
        });
    }

    /** A message that had waited was answered, by itself. */
    public void answered(Answer answer) {
        over(answer);
        reread(answer.conversation());
    }

    /**
     * Asks for an answer to a message that has none, now. It is shown as it comes where its conversation is open.
     *
     * @param message of that conversation; one that is on its way already is left alone
     */
    public void sendNow(MessageId message, ConversationId conversation) {
        sendNow(message, conversation, Pin.NONE);
    }

    /** @param by who is to be asked */
    void sendNow(MessageId message, ConversationId conversation, Pin by) {
        dispatch.sendNow(desk.model(conversation), message, conversation, by);
    }

    /** Shows another variant of what is said in the open conversation. Not while an answer is under way: it would come out of sight. */
    void show(MessageId variant) {
        desk.current().get().conversation().filter(id -> !desk.current().get().busy().get()).ifPresent(id -> work.run("show a variant", () -> {
            services.journal().threads().show(variant);
            return id;
        }, this::reread));
    }

    /** Begins a conversation with what was said up to that message, and opens it. If that is the reader's, it is there to be changed. */
    void branch(MessageId upTo, String title) {
        work.run("branch off", () -> services.journal().message(upTo).map(there -> { // it may have been deleted a moment ago
            ConversationId id = services.exchange().branch(there.id(), title);
            return services.journal().threads().lastShown(id, 1).getLast().message();
        }), branched -> branched.ifPresent(last -> {
            refresh();
            if (last.role() == Role.USER) {
                drafts.begin(new Draft(Optional.of(last.conversation()), "", Optional.of(new Draft.Edit(last.id(), last.text())),
                        Optional.empty(), Optional.empty()));
            }
            open(last.conversation());
        }));
    }

    /** Takes a message of the open conversation and what followed it away. It can be taken back for a while. */
    void delete(MessageId message) {
        ChatModel model = desk.current().get();
        model.stop();
        model.conversation().ifPresent(id -> deletions.delete(id, message));
    }

    /** The title of the open conversation; empty while it has none. */
    Optional<String> title() {
        return conversations.stream().filter(row -> desk.isOpen(row.id())).map(ConversationRow::title).findFirst();
    }

    /** Takes a message out of the queue. It stays in its conversation. */
    public void cancel(MessageId message, ConversationId conversation) {
        work.run("cancel a message that waits", () -> {
            services.exchange().cancelParked(message);
            return conversation;
        }, id -> {
            reread(id);
            queueChanged.run();
        });
    }

    /** Something has gone from a conversation, or come back to it; with its last message it is gone itself. */
    private void changed(ConversationId conversation) {
        queueChanged.run();
        desk.model(conversation).ifPresent(this::lookAfterEdit);
        work.run("look after a conversation", () -> services.journal().exists(conversation), there -> {
            if (there) {
                reread(conversation);
            } else {
                desk.gone(conversation);
                refresh();
            }
        });
    }

    /** The message that is being edited there may have gone, and only its words be left. */
    void lookAfterEdit(ChatModel model) {
        model.edit().map(Draft.Edit::message).ifPresent(edited ->
                work.run("look for the message that is edited", () -> services.journal().message(edited).isPresent(), there -> {
                    if (!there) {
                        model.gone(edited);
                        drafts.changed(model);
                    }
                }));
    }

    /** What the journal tells of a conversation now, where it is open, and the list. */
    private void reread(ConversationId conversation) {
        desk.model(conversation).ifPresent(this::read);
        refresh();
    }

    /** Stops every answer that is under way; what had come of each is kept. */
    @Override
    public void close() {
        attachments.stop();
        preparing.stop();
        desk.stop();
        dispatch.stop();
        drafts.keep();
        takeBack.erase();
    }
}
