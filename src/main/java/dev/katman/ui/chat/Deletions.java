package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.Journal;
import dev.katman.journal.Threads;
import dev.katman.ui.kit.Work;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Deletes messages of the open conversation, each with what followed it. It can be taken back for a while. Of the FX thread. */
final class Deletions {
    private final Journal journal;
    private final Threads threads;
    private final Work work;
    private final TakeBack takeBack;
    private final Desk desk;
    private final Drafts drafts;
    private final SideModel side;
    private final Runnable queueChanged;
    private final Set<MessageId> going = new HashSet<>();

    /** @param queueChanged told when what waits may have gone with it, or come back */
    Deletions(Journal journal, Work work, TakeBack takeBack, Desk desk, Drafts drafts, SideModel side, Runnable queueChanged) {
        this.journal = journal;
        threads = journal.threads();
        this.work = work;
        this.takeBack = takeBack;
        this.desk = desk;
        this.drafts = drafts;
        this.side = side;
        this.queueChanged = queueChanged;
    }

    /** Takes a message and what followed it out of sight, unless it is so already, as after a double click; an answer that is under way stops. */
    void delete(MessageId message) {
        ChatModel model = desk.current().get();
        model.answering().stop();
        model.conversation().ifPresent(conversation -> delete(conversation, message));
    }

    private void delete(ConversationId conversation, MessageId message) {
        if (!going.add(message)) {
            return;
        }
        work.run("delete a message", () -> threads.drop(message), head -> {
            going.remove(message);
            if (head.isPresent()) { // else what can be taken back is what the first click took
                takeBack.offer(conversation, Optional.empty(), () -> restore(conversation, message, head), () -> erase(conversation, message));
                changed(conversation);
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
        }, this::changed);
    }

    /** Something has gone from a conversation, or come back to it; with its last message it is gone itself. */
    private void changed(ConversationId conversation) {
        queueChanged.run();
        desk.model(conversation).ifPresent(drafts::lookAfterEdit);
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
