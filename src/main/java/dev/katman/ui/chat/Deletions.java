package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.Threads;
import dev.katman.ui.kit.Work;

import java.util.Optional;
import java.util.function.Consumer;

/** Deletes messages, each with what followed it. Of the FX thread. */
final class Deletions {
    private final Threads threads;
    private final Work work;
    private final TakeBack takeBack;
    private final Consumer<ConversationId> changed;

    /** @param changed hears of the conversation in which something went or came back */
    Deletions(Threads threads, Work work, TakeBack takeBack, Consumer<ConversationId> changed) {
        this.threads = threads;
        this.work = work;
        this.takeBack = takeBack;
        this.changed = changed;
    }

    /** Takes a message and what followed it out of sight. */
    void delete(ConversationId conversation, MessageId message) {
        takeBack.erase();
        work.run("delete a message", () -> threads.drop(message), head -> {
            takeBack.offer(conversation, Optional.empty(), () -> restore(conversation, message, head), () -> erase(conversation, message));
            changed.accept(conversation);
        });
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
