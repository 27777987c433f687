package dev.katman.exchange;

import dev.katman.catalog.Model;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import dev.katman.journal.MessageRow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is sent for an answer: who is speaking, what was said before as far as there is room for it, and the message. */
final class Prompt {
    private static final String SYSTEM = "Answer in the language of the last message. Use Markdown where it helps. Be accurate and brief.";
    /** Tokens of earlier turns that go along: enough to follow a conversation, and still room for an answer within 6 000 a minute. */
    private static final long HISTORY = 2_400;

    private final TokenCounter counter;
    private final List<Message> messages;
    private final Map<Model, Long> counted = new HashMap<>();

    private Prompt(TokenCounter counter, List<Message> messages) {
        this.counter = counter;
        this.messages = messages;
    }

    /** @param earlier the conversation so far, oldest first; the newest turns that fit are taken */
    static Prompt of(TokenCounter counter, Model yardstick, List<Message> earlier, String text) {
        var kept = new ArrayDeque<Message>();
        long room = HISTORY;
        for (Message message : earlier.reversed()) {
            room -= counter.text(yardstick, message.text());
            if (room < 0) {
                break;
            }
            kept.addFirst(message);
        }
        while (!kept.isEmpty() && kept.getFirst().role() == Role.ASSISTANT) {
            kept.removeFirst(); // an answer without its question only confuses
        }
        var messages = new ArrayList<Message>();
        messages.add(Message.system(SYSTEM));
        messages.addAll(kept);
        messages.add(Message.user(text));
        return new Prompt(counter, List.copyOf(messages));
    }

    /** What was said and answered; a message that nobody could answer is not part of the conversation. */
    static List<Message> said(List<MessageRow> rows) {
        return rows.stream().filter(r -> switch (r.state()) {
                    case DONE, STOPPED, INTERRUPTED -> true;
                    case PENDING, PARKED, UNANSWERED -> false;
                })
                .filter(r -> !r.text().isBlank()).map(r -> new Message(r.role(), r.text())).toList();
    }

    List<Message> messages() {
        return messages;
    }

    /** Counted once for each model. */
    synchronized long tokens(Model model) {
        return counted.computeIfAbsent(model, m -> counter.prompt(m, messages));
    }
}
