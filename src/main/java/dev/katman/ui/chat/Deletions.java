package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.Journal;
import dev.katman.journal.Threads;
import dev.katman.ui.kit.Work;

import java.util.Optional;

/** Deletes messages of the open conversation, each with what followed it. It can be taken back for a while. Of the FX thread. */
final class Deletions {
    private final Journal journal;
    private final Threads threads;
    private final Work work;
    private final TakeBack takeBack;
    private final Desk desk;
    private final SideModel side;
    private final Runnable queueChanged;

    /** @param queueChanged told when what waits may have gone with it, or come back */
    Deletions(Journal journal, Work work, TakeBack takeBack, Desk desk, SideModel side, Runnable queueChanged) {
        this.journal = journal;
        threads = journal.threads();
        this.work = work;
        this.takeBack = takeBack;
        this.desk = desk;
        this.side = side;
        this.queueChanged = queueChanged;
    }

    /** Takes a message and what followed it out of sight; an answer that is under way stops. */
    void delete(MessageId message) {
        ChatModel model = desk.current().get();
        model.answering().stop();
        model.conversation().ifPresent(conversation -> delete(conversation, message));
    }

    private void delete(ConversationId conversation, MessageId message) {
        takeBack.erase();
        work.run("delete a message", () -> threads.drop(message), head -> {
            takeBack.offer(conversation, Optional.empty(), () -> restore(conversation, message, head), () -> erase(conversation, message));
            changed(conversation);
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
        }, this::changed);
    }

    /** Something has gone from a conversation, or come back to it; with its last message it is gone itself. */
    private void changed(ConversationId conversation) {
        queueChanged.run();
        work.run("look after a conversation", () -> journal.exists(conversation), there -> {
            if (there) {
                desk.reread(conversation);
            } else {
                desk.gone(conversation);
                side.refresh();
            }
        });
    }
}
