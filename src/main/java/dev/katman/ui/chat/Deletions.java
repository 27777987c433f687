package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.Threads;
import dev.katman.ui.kit.Work;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Deletes messages, each with what followed it. Of the FX thread. */
final class Deletions {
    private final Threads threads;
    private final Work work;
    private final TakeBack takeBack;
    private final Consumer<ConversationId> changed;
    private final Set<MessageId> going = new HashSet<>();

    /** @param changed hears of the conversation in which something went or came back */
    Deletions(Threads threads, Work work, TakeBack takeBack, Consumer<ConversationId> changed) {
        this.threads = threads;
        this.work = work;
        this.takeBack = takeBack;
        this.changed = changed;
    }

    /** Takes a message and what followed it out of sight; nothing where it is so already, as after a double click. */
    void delete(ConversationId conversation, MessageId message) {
        if (!going.add(message)) {
            return;
        }
        work.run("delete a message", () -> threads.drop(message), head -> {
            going.remove(message);
            if (head.isPresent()) { // else what can be taken back is what the first click took
                takeBack.offer(conversation, Optional.empty(), () -> restore(conversation, message, head), () -> erase(conversation, message));
                changed.accept(conversation);
            }
        }, () -> going.remove(message));
    }

    /** @param head the last message that was shown before */
    private void restore(ConversationId conversation, MessageId message, Optional<MessageId> head) {
        change("undo a deletion", conversation, () -> threads.restore(message, head));
    }

    private void erase(ConversationId conversation, MessageId message) {
        change("erase a message", conversation, () -> threads.erase(message));
    }

    private void change(String name, ConversationId conversation, Runnable act) {
        work.run(name, () -> {
            act.run();
            return conversation;
        }, changed);
    }
}
