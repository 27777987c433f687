package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Document;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.exchange.Exchange;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.ui.kit.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands messages to the exchange, each on a thread of its own, and takes them back from its queue. Of the FX thread. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Exchange exchange;
    private final Work work;
    private final Attachments attachments;
    private final Arrivals arrivals;
    private final Drafts drafts;
    private final Consumer<RuntimeException> onFault;
    private final Map<MessageId, Resuming> resuming = new HashMap<>();

    /** A message that had no answer and is being answered because the reader said so. */
    private record Resuming(ConversationId conversation, Cancellation stop) {
    }

    /** @param onFault told when a message could not be taken */
    Dispatch(Exchange exchange, Work work, Attachments attachments, Arrivals arrivals, Drafts drafts, Consumer<RuntimeException> onFault) {
        this.exchange = exchange;
        this.work = work;
        this.attachments = attachments;
        this.arrivals = arrivals;
        this.drafts = drafts;
        this.onFault = onFault;
    }

    /** Sends a text with what is attached; in place of the message that is being written anew, if one is. */
    void send(ChatModel model, String text) {
        var stop = new Cancellation();
        Optional<ConversationId> where = model.conversation();
        List<Document> documents = attachments.documents(where);
        List<Attached> taken = attachments.take(where);
        Ask ask = model.unsent().ask(where, text, documents);
        model.answering().sent(text, documents.stream().map(Document::name).toList(), stop);
        var feed = new LiveFeed(work, heard -> {
            arrivals.heard(model, heard);
            if (heard.stream().anyMatch(next -> next instanceof Heard.Event(ExchangeEvent.Accepted accepted))) {
                attachments.sent(taken);
            }
        });
        attempt(model, feed, () -> exchange.send(ask, feed::came, stop), () -> {
            attachments.back(model.conversation(), taken);
            drafts.changed(model);
        });
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
        return new LiveFeed(work, heard -> arrivals.heard(model, heard));
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
        arrivals.moved();
        work.go("send now", () -> {
            try {
                Answer answer = by.equals(Pin.NONE) ? exchange.resume(message, true, feed::came, stop)
                        : exchange.again(message, by.tier(), by.model().map(Object::toString), feed::came, stop);
                feed.after(() -> {
                    boolean told = live.isPresent() && answer.result() != Answer.Result.STOPPED && !live.get().answering().resumes(message);
                    ended(message, conversation, live);
                    if (!told) { // or it had its answer already, and nothing happened that could be told
                        arrivals.answered(answer);
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
        arrivals.moved();
        live.filter(model -> model.answering().resumes(message)).ifPresent(model -> {
            model.answering().failed();
            arrivals.unsure(conversation);
        });
    }

    /** Takes a message out of the queue. It stays in its conversation. */
    void cancel(MessageId message, ConversationId conversation) {
        work.run("cancel a message that waits", () -> {
            exchange.cancelParked(message);
            return conversation;
        }, cancelled -> {
            arrivals.unsure(cancelled);
            arrivals.moved();
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
