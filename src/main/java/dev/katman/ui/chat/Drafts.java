package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.journal.Draft;
import dev.katman.journal.Journal;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is written and not sent, by conversation: kept in the journal within a second, so that a crash does not cost it. Of the FX thread. */
final class Drafts {
    private final Journal journal;
    private final Work work;
    private final Map<Optional<ConversationId>, Draft> known = new HashMap<>();
    private final Set<ChatModel> changed = new HashSet<>();
    private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();

    Drafts(Journal journal, Work work) {
        this.journal = journal;
        this.work = work;
    }

    /** Reads what an earlier run has kept. */
    void read(Runnable then) {
        work.run("read drafts", journal::drafts, drafts -> {
            drafts.forEach(draft -> known.putIfAbsent(draft.conversation(), draft));
            then.run();
            there.set(true);
        });
    }

    /** Whether what an earlier run has kept is there; the open conversation may have got something of it. */
    ReadOnlyBooleanProperty there() {
        return there.getReadOnlyProperty();
    }

    /** Gives a model back what was written there; what it holds by itself is newer. */
    void restore(ChatModel model) {
        Draft draft = known.get(model.conversation());
        if (draft != null && model.unsent().isEmpty()) {
            model.unsent().restore(draft);
        }
    }

    /** Something is to be written there, and stands there when it is opened. */
    void begin(Draft draft) {
        known.put(draft.conversation(), draft);
    }

    /** The message that is written anew there may have been deleted, and only its words be left. */
    void lookAfterEdit(ChatModel model) {
        model.unsent().edited().ifPresent(edited -> work.run("look for the message that is edited", () -> journal.message(edited).isPresent(), there -> {
            if (!there) {
                model.unsent().gone(edited);
                changed(model);
            }
        }));
    }

    /** Something was written there, or taken away. */
    void changed(ChatModel model) {
        changed.add(model);
        known.put(model.conversation(), model.draft());
    }

    /** A conversation has begun: what was written before it had a name is its own from now on. */
    void begun(ChatModel model) {
        known.remove(Optional.<ConversationId>empty());
        work.run("forget a draft", () -> journal.keep(new Draft(Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty())));
        changed(model);
    }

    /** Called every second, and at the end. */
    void keep() {
        if (!changed.isEmpty()) {
            List<Draft> drafts = changed.stream().map(ChatModel::draft).toList();
            changed.clear();
            work.run("keep drafts", () -> drafts.forEach(journal::keep));
        }
    }
}
