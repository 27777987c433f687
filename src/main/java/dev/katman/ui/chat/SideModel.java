package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Journal;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The conversations that there are, and in which of them an answer has come that was not looked at. Of the FX thread; knows no scene. */
final class SideModel {
    private final Journal journal;
    private final Work work;
    private final ObservableList<ConversationRow> rows = FXCollections.observableArrayList();
    private final Set<ConversationId> unread = new HashSet<>();
    private final ReadOnlyIntegerWrapper marks = new ReadOnlyIntegerWrapper();

    SideModel(Journal journal, Work work) {
        this.journal = journal;
        this.work = work;
    }

    ObservableList<ConversationRow> rows() {
        return rows;
    }

    Optional<ConversationRow> row(ConversationId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Reads the list anew. */
    void refresh() {
        work.run("read conversations", journal::conversations, now -> {
            if (!now.equals(rows)) {
                rows.setAll(now);
            }
        });
    }

    /** Whether an answer has come there that was not looked at. */
    boolean unread(ConversationId id) {
        return unread.contains(id);
    }

    /** An answer has come there, and nobody looks. */
    void came(ConversationId id) {
        unread.add(id);
    }

    /** It is looked at. */
    void looked(ConversationId id) {
        if (unread.remove(id)) {
            marked();
        }
        if (row(id).isEmpty()) {
            refresh(); // it has come past this window
        }
    }

    /** Grows when another conversation may be unread, or have an answer under way. */
    ReadOnlyIntegerProperty marks() {
        return marks.getReadOnlyProperty();
    }

    /** In another conversation an answer may be under way, or have come. */
    void marked() {
        work.pulse().post(() -> marks.set(marks.get() + 1)); // later: it may be the list itself that asks, in mid-selection
    }
}
