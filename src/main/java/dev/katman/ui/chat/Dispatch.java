package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Document;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.exchange.Exchange;
import dev.katman.ui.kit.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Hands messages to the exchange, each on a thread of its own, and what becomes of them to the models. Of the FX thread. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Exchange exchange;
    private final Work work;
    private final BiConsumer<ChatModel, List<Heard>> heard;
    private final Consumer<Answer> untold;
    private final Consumer<RuntimeException> onFault;
    private final Consumer<ConversationId> moved;
    private final Consumer<ConversationId> unsure;
    private final Map<MessageId, Resuming> resuming = new HashMap<>();

    /** A message that had no answer and is being answered because the reader said so. */
    private record Resuming(ConversationId conversation, Cancellation stop) {
    }

    /**
     * @param heard   what happens to a message, for the model that shows it
     * @param untold  an answer of which no model was told
     * @param onFault when a message could not be taken
     * @param moved   a message of that conversation has begun or ended being answered
     * @param unsure  what is shown of that conversation may not be what the journal tells
     */
    Dispatch(Exchange exchange, Work work, BiConsumer<ChatModel, List<Heard>> heard, Consumer<Answer> untold,
            Consumer<RuntimeException> onFault, Consumer<ConversationId> moved, Consumer<ConversationId> unsure) {
        this.exchange = exchange;
        this.work = work;
        this.heard = heard;
        this.untold = untold;
        this.onFault = onFault;
        this.moved = moved;
        this.unsure = unsure;
    }

    /**
     * Sends a text; in place of the message that is being edited, if one is.
     *
     * @param documents go along
     * @param failed    when it could not be taken
     */
    void send(ChatModel model, String text, List<Document> documents, Runnable failed) {
        var stop = new Cancellation();
        Ask ask = model.unsent().ask(model.conversation(), text, documents);
        model.answering().sent(text, documents.stream().map(Document::name).toList(), stop);
        LiveFeed feed = feed(model);
        attempt(model, feed, () -> exchange.send(ask, feed::came, stop), failed);
    }

    /** Asks for another answer in that one's stead. */
    void again(ChatModel model, MessageId answer, Pin by) {
        var stop = new Cancellation();
        if (model.answering().again(answer, stop)) {
            LiveFeed feed = feed(model);
            attempt(model, feed, () -> exchange.again(answer, by.tier(), by.model().map(Object::toString), feed::came, stop), () -> { });
        }
    }

    private LiveFeed feed(ChatModel model) {
        return new LiveFeed(work, now -> heard.accept(model, now));
    }

    private void attempt(ChatModel model, LiveFeed feed, Runnable send, Runnable failed) {
        work.go("send", () -> {
            try {
                send.run();
            } catch (RuntimeException e) {
                LOG.warn("a message was not taken", e);
                feed.after(() -> {
                    model.answering().failed();
                    failed.run();
                    onFault.accept(e);
                });
            }
        });
    }

    /**
     * Asks for an answer to a message that has none.
     *
     * @param model shows its conversation
     * @param by    who is to be asked; else as was said with the message
     */
    void sendNow(Optional<ChatModel> model, MessageId message, ConversationId conversation, Pin by) {
        var stop = new Cancellation();
        if (resuming.putIfAbsent(message, new Resuming(conversation, stop)) != null) {
            return;
        }
        Optional<ChatModel> live = model.filter(m -> m.answering().resumed(message, stop));
        LiveFeed feed = live.map(this::feed).orElseGet(() -> new LiveFeed(work, nobody -> { }));
        moved.accept(conversation);
        work.go("send now", () -> {
            try {
                Answer answer = by.equals(Pin.NONE) ? exchange.resume(message, true, feed::came, stop)
                        : exchange.again(message, by.tier(), by.model().map(Object::toString), feed::came, stop);
                feed.after(() -> {
                    boolean told = live.isPresent() && answer.result() != Answer.Result.STOPPED && !live.get().answering().resumes(message);
                    ended(message, conversation, live);
                    if (!told) { // or it had its answer already, and nothing happened that could be told
                        untold.accept(answer);
                    }
                });
            } catch (IllegalStateException e) {
                LOG.debug("somebody else is answering it", e); // and will say so
                feed.after(() -> ended(message, conversation, live));
            } catch (RuntimeException e) {
                LOG.warn("a message without an answer could not be sent now", e);
                feed.after(() -> {
                    ended(message, conversation, live);
                    onFault.accept(e);
                });
            }
        });
    }

    private void ended(MessageId message, ConversationId conversation, Optional<ChatModel> live) {
        resuming.remove(message);
        moved.accept(conversation);
        live.filter(model -> model.answering().resumes(message)).ifPresent(model -> {
            model.answering().failed();
            unsure.accept(conversation);
        });
    }

    /** Whether a message of that conversation is being answered because the reader said so. */
    boolean resumes(ConversationId conversation) {
        return resuming.values().stream().anyMatch(r -> r.conversation().equals(conversation));
    }

    /** Stops every message that is being answered because the reader said so. */
    void stop() {
        resuming.values().forEach(r -> r.stop().cancel());
    }
}
