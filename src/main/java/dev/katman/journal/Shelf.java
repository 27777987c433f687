package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import org.jdbi.v3.core.statement.SqlStatement;

import java.util.List;
import java.util.Optional;

/**
 * The conversations, as the reader keeps them: named, pinned, in folders, deleted. Every method throws {@link JournalException} when the
 * data folder fails. Safe for use by many threads.
 */
public final class Shelf {
    /** The longest name of a folder, in characters. */
    public static final int FOLDER_NAME = 60;

    private final Database database;
    private final Deletions deletions;

    Shelf(Database database, Deletions deletions) {
        this.database = database;
        this.deletions = deletions;
    }

    /** All of them, the one last spoken in first. */
    public List<ConversationRow> all() {
        return database.read(handle -> handle.createQuery("select * from conversation where not gone order by updated desc, id desc")
                .map((row, context) -> Rows.conversation(row)).list());
    }

    /** One of them; empty also if it was deleted. */
    public Optional<ConversationRow> find(ConversationId id) {
        return database.read(handle -> handle.createQuery("select * from conversation where id = :id and not gone")
                .bind("id", id.value()).map((row, context) -> Rows.conversation(row)).findOne());
    }

    /** The reader gives a conversation a name, which stands from then on. */
    public void rename(ConversationId id, String title) {
        change(id, "title = :title, named_by = 'READER'", update -> update.bind("title", MessageTable.titleOf(title)));
    }

    /** A model has found a title. It takes the place of the first words, never that of a name. */
    public void title(ConversationId id, String title) {
        database.write(handle -> handle.createUpdate(
                        "update conversation set title = :title, named_by = 'MODEL' where id = :id and named_by = 'START'")
                .bind("title", MessageTable.titleOf(title)).bind("id", id.value()).execute());
    }

    /** Whether a conversation still goes by its first words. */
    public boolean untitled(ConversationId id) {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from conversation where id = :id and named_by = 'START' and not gone")
                .bind("id", id.value()).mapTo(Integer.class).one()) > 0;
    }

    public void pin(ConversationId id, boolean pinned) {
        change(id, "pinned = :pinned", update -> update.bind("pinned", pinned));
    }

    /** Puts a conversation into a folder, or takes it out. */
    public void move(ConversationId id, Optional<String> folder) {
        change(id, "folder = :folder", update -> update.bind("folder", folder.map(Shelf::folderName).orElse(null)));
    }

    /** Names a folder anew; one of that name that is there already takes in what it held. */
    public void renameFolder(String from, String to) {
        database.write(handle -> handle.createUpdate("update conversation set folder = :to where folder = :from")
                .bind("from", from).bind("to", folderName(to)).execute());
    }

    /** Takes a folder away. What was in it stays. */
    public void dissolve(String folder) {
        database.write(handle -> handle.createUpdate("update conversation set folder = null where folder = :folder")
                .bind("folder", folder).execute());
    }

    /** Deletes a conversation so that it can still come back: nothing shows it and nothing of it is answered. */
    public void remove(ConversationId id) {
        change(id, "gone = true", update -> { });
        deletions.outOfSight();
    }

    /** Brings back what was removed. */
    public void bringBack(ConversationId id) {
        change(id, "gone = false", update -> { });
    }

    /** Deletes for good, if it was removed and has not come back. What it cost stays: the levels are counted from it. */
    public void erase(ConversationId id) {
        database.write(handle -> {
            handle.createUpdate("delete from draft where conversation_id in (select id from conversation where id = :id and gone)")
                    .bind("id", id.value()).execute();
            handle.createUpdate("delete from conversation where id = :id and gone").bind("id", id.value()).execute();
            DocumentTable.sweep(handle);
        });
        deletions.forGood();
    }

    private static String folderName(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= FOLDER_NAME ? line
                : line.substring(0, line.offsetByCodePoints(0, FOLDER_NAME)).strip();
    }

    /** Binds what a change needs beside the identifier. */
    @FunctionalInterface
    private interface Values {
        void bind(SqlStatement<?> update);
    }

    private void change(ConversationId id, String set, Values values) {
        database.write(handle -> {
            var update = handle.createUpdate("update conversation set " + set + " where id = :id").bind("id", id.value());
            values.bind(update);
            update.execute();
        });
    }
}
