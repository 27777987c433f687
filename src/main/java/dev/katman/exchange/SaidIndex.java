package dev.katman.exchange;

import dev.katman.context.IndexedText;
import dev.katman.context.TextIndex;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.journal.Said;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Brings an index of texts up to what the journal says. Of one thread at a time. */
final class SaidIndex {
    /** The group of the titles, each by the name of its conversation; a message's group is its conversation. */
    static final String TITLES = "titles";

    private static final int CHUNK = 500;
    /** A crash while a long past is read for the first time costs the reading of so many texts. */
    private static final int KEPT_EVERY = 20_000;
    private static final String MESSAGES_UP_TO = "messages";
    private static final String TITLES_UP_TO = "titles";

    private final Journal journal;
    private final Said said;
    private final TextIndex index;
    private final Following messages;
    private final Following titles;
    private long deletions;
    private boolean compared;
    private int unkept;

    SaidIndex(Journal journal, TextIndex index) {
        this.journal = journal;
        this.index = index;
        said = journal.said();
        deletions = journal.deletions();
        messages = new Following(upTo(MESSAGES_UP_TO));
        titles = new Following(upTo(TITLES_UP_TO));
    }

    private long upTo(String kind) {
        String noted = index.notes().getOrDefault(kind, "0");
        return noted.matches("\\d{1,18}") ? Long.parseLong(noted) : 0;
    }

    /**
     * Takes in what is new, changed or gone.
     *
     * @param goesOn asked now and then; when it says no, the rest is left for another time
     */
    void catchUp(BooleanSupplier goesOn) {
        boolean done = takeTitles(goesOn) && takeMessages(goesOn);
        if (done && (!compared || deletions != journal.deletions())) {
            deletions = journal.deletions();
            compare(goesOn);
            compared = true;
            keep();
        }
    }

    private boolean takeTitles(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            var rows = said.titles(titles.after(), CHUNK + titles.again());
            for (Said.Title title : titles.fresh(rows)) {
                take(title);
            }
            if (rows.size() < CHUNK + titles.again()) {
                return true;
            }
        }
        return false;
    }

    private void take(Said.Title title) {
        String id = title.conversation().id().value();
        if (title.gone()) {
            index.removeGroup(id);
            index.remove(List.of(id));
            return;
        }
        if (compared && !index.holds(id)) { // it has come back
            index.put(said.of(title.conversation().id()).stream().map(SaidIndex::text).toList());
        }
        index.put(List.of(text(title.conversation())));
        unkept++;
    }

    private boolean takeMessages(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            var rows = said.messages(messages.after(), CHUNK + messages.again());
            List<Said.Told> fresh = messages.fresh(rows);
            index.put(fresh.stream().filter(told -> !told.gone()).map(told -> text(told.message())).toList());
            index.remove(fresh.stream().filter(Said.Told::gone).map(told -> told.message().id().value()).toList());
            unkept += fresh.size();
            if (unkept >= KEPT_EVERY) {
                keep();
            }
            if (rows.size() < CHUNK + messages.again()) {
                return true;
            }
        }
        return false;
    }

    /** What is there on one side only: deleted, or from before a backup was brought back. */
    private void compare(BooleanSupplier goesOn) {
        Set<String> there = index.ids();
        Set<String> conversations = said.conversationIds();
        Set<String> all = said.messageIds();
        List<String> missing = all.stream().filter(id -> !there.contains(id)).toList();
        all.addAll(conversations);
        index.remove(there.stream().filter(id -> !all.contains(id)).toList());
        for (int i = 0; i < missing.size() && goesOn.getAsBoolean(); i += CHUNK) {
            var ids = missing.subList(i, Math.min(missing.size(), i + CHUNK)).stream().map(MessageId::new).toList();
            index.put(said.those(ids).stream().map(SaidIndex::text).toList());
        }
        var untitled = new ArrayList<>(conversations);
        untitled.removeIf(there::contains);
        for (int i = 0; i < untitled.size() && goesOn.getAsBoolean(); i += CHUNK) {
            var ids = untitled.subList(i, Math.min(untitled.size(), i + CHUNK)).stream().map(ConversationId::new).toList();
            index.put(said.conversations(ids).stream().map(SaidIndex::text).toList());
        }
    }

    /** Brings what was taken in to the disk. */
    void keep() {
        index.commit(Map.of(MESSAGES_UP_TO, String.valueOf(messages.upTo()), TITLES_UP_TO, String.valueOf(titles.upTo())));
        unkept = 0;
    }

    private static IndexedText text(MessageRow message) {
        return new IndexedText(message.id().value(), message.conversation().value(), message.text(), message.at());
    }

    private static IndexedText text(ConversationRow conversation) {
        return new IndexedText(conversation.id().value(), TITLES, conversation.title(), conversation.updated());
    }
}
