package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.exchange.Exchange;
import dev.katman.journal.Draft;
import dev.katman.journal.Threads;
import dev.katman.ui.kit.Work;

import java.util.Optional;

/** What stands beside what is shown: variants of messages, and conversations that branch off. Of the FX thread. */
final class Branches {
    private final Exchange exchange;
    private final Threads threads;
    private final Work work;
    private final Desk desk;
    private final Drafts drafts;

    Branches(Exchange exchange, Threads threads, Work work, Desk desk, Drafts drafts) {
        this.exchange = exchange;
        this.threads = threads;
        this.work = work;
        this.desk = desk;
        this.drafts = drafts;
    }

    /** Shows another variant of what is said in the open conversation. Not while an answer is under way: it would come out of sight. */
    void show(MessageId variant) {
        ChatModel model = desk.current().get();
        model.conversation().filter(id -> !model.busy().get()).ifPresent(id -> show("show a variant", id, () -> threads.show(variant)));
    }

    /** Opens a conversation where a decision was made, also where something else stands in its place by now. */
    void open(ConversationId id, DecisionId decision) {
        desk.open(id);
        show("show a decision", id, () -> threads.show(decision));
    }

    private void show(String name, ConversationId conversation, Runnable show) {
        work.run(name, () -> {
            show.run();
            return conversation;
        }, desk::reread);
    }

    /** Begins a conversation with what was said up to that message, and opens it. If that is the reader's, it is there to be changed. */
    void off(MessageId upTo, String title) {
        work.run("branch off", () -> threads.upTo(upTo).stream().reduce((before, last) -> last).map(there -> { // it may have been deleted a moment ago
            ConversationId id = exchange.branch(there.id(), title);
            return threads.lastShown(id, 1).getLast().message();
        }), branched -> branched.ifPresent(last -> {
            if (last.role() == Role.USER) {
                drafts.begin(new Draft(Optional.of(last.conversation()), "", Optional.of(new Draft.Edit(last.id(), last.text())),
                        Optional.empty(), Optional.empty()));
            }
            desk.open(last.conversation());
        }));
    }
}
