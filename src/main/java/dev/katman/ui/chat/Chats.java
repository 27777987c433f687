package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Exchange;
import dev.katman.journal.Journal;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyObjectProperty;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The conversations of the window and all that is done with them, put together. An answer goes on while another conversation is looked at.
 * Outlives the pages, so that a change of language loses nothing. Of the FX thread.
 */
public final class Chats implements AutoCloseable {
    private final TakeBack takeBack;
    private final Drafts drafts;
    private final Attachments attachments;
    private final SideModel side;
    private final HistoryFeed feed;
    private final Desk desk;
    private final Preparing preparing;
    private final Dispatch dispatch;
    private final Arrivals arrivals;
    private final Branches branches;
    private final Deletions deletions;
    private final Shelving shelving;
    private final Teaching teaching;
    private final Settling settling;

    /**
     * @param onFault      told, on the FX thread, when a message could not be taken
     * @param queueChanged told, on the FX thread, when a message has left the queue or come back to it
     */
    public Chats(Services services, Work work, Consumer<RuntimeException> onFault, Runnable queueChanged) {
        Journal journal = services.journal();
        Exchange exchange = services.exchange();
        takeBack = new TakeBack(services.clock());
        drafts = new Drafts(journal, work);
        attachments = new Attachments(work, exchange.tray());
        side = new SideModel(journal, work);
        feed = new HistoryFeed(journal, exchange.preparer(), work);
        desk = new Desk(journal, work, feed, side, drafts, attachments);
        preparing = new Preparing(exchange.preparer(), journal, work, desk, attachments);
        arrivals = new Arrivals(desk, side, feed, preparing, takeBack, queueChanged);
        dispatch = new Dispatch(exchange, work, attachments, arrivals, drafts, onFault);
        branches = new Branches(exchange, journal.threads(), work, desk, drafts);
        deletions = new Deletions(journal, work, takeBack, desk, drafts, side, queueChanged);
        shelving = new Shelving(journal.shelf(), work, takeBack, desk, side, queueChanged);
        teaching = new Teaching(exchange, journal, work, desk);
        settling = new Settling(services.ledger());
    }

    /** The list of all. */
    SideModel side() {
        return side;
    }

    /** Reads the list anew. */
    public void refresh() {
        side.refresh();
    }

    /** Whether anything was ever said. */
    public boolean hasBegun() {
        return !side.rows().isEmpty() || current().get().conversation().isPresent() || current().get().busy().get();
    }

    /** The one that is open. */
    ReadOnlyObjectProperty<ChatModel> current() {
        return desk.current();
    }

    /** The same; empty while it is a new one. */
    public ReadOnlyObjectProperty<Optional<ConversationId>> openId() {
        return desk.openId();
    }

    /** Begins a new conversation; one that is new and empty already stays. */
    public void fresh() {
        desk.fresh();
    }

    /** Opens a conversation. */
    public void open(ConversationId id) {
        desk.open(id);
    }

    /** Opens a conversation where a decision was made, also where something else stands in its place by now. */
    public void open(ConversationId id, DecisionId decision) {
        branches.open(id, decision);
    }

    /** Opens the conversation that was open when the program ended last; not where the reader has begun something else by then. */
    public void reopen(ConversationId id) {
        desk.reopen(id);
    }

    /** What is written and not sent. */
    Drafts drafts() {
        return drafts;
    }

    /** What is to go along with the next message. */
    Attachments attachments() {
        return attachments;
    }

    /** Documents that the worker prepares. */
    Preparing preparing() {
        return preparing;
    }

    /** What stands beside what is shown. */
    Branches branches() {
        return branches;
    }

    /** Messages that go. */
    Deletions deletions() {
        return deletions;
    }

    /** What the reader does with whole conversations. */
    Shelving shelving() {
        return shelving;
    }

    /** What was deleted and can be taken back. */
    TakeBack takeBack() {
        return takeBack;
    }

    /** What the reader says of decisions. */
    Teaching teaching() {
        return teaching;
    }

    /** The reader has said something of a decision elsewhere: its line says so too. */
    public void taught(DecisionId decision) {
        teaching.taught(decision);
    }

    /** Whether an answer is under way there. */
    boolean busy(ConversationId id) {
        return desk.model(id).filter(model -> model.busy().get()).isPresent() || dispatch.resumes(id);
    }

    /** Sends the text in the open conversation, with what is attached; in place of the message that is being written anew, if one is. */
    void send(String text) {
        dispatch.send(current().get(), text);
        drafts.changed(current().get());
        drafts.keep();
    }

    /** Asks for another answer in that one's stead. */
    void again(MessageId answer, Pin by) {
        dispatch.again(current().get(), answer, by);
        side.marked();
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

    /** Takes a message out of the queue. It stays in its conversation. */
    public void cancel(MessageId message, ConversationId conversation) {
        dispatch.cancel(message, conversation);
    }

    /** A message that had waited was answered, by itself. */
    public void answered(Answer answer) {
        arrivals.answered(answer);
    }

    /** Shows a thought of the open conversation, or folds it away. */
    void turn(ChatRow.Thought thought) {
        feed.turn(current().get(), thought);
    }

    /** Called every second: a parked message is answered by the exchange, not by the window, and the window must see it. */
    public void look() {
        drafts.keep();
        takeBack.look();
        ChatModel model = current().get();
        if (settling.look() && !model.busy().get() && model.waits()) {
            model.conversation().ifPresent(desk::reread);
        }
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
