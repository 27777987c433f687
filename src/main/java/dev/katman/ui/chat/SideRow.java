package dev.katman.ui.chat;

import dev.katman.exchange.SearchHit;
import dev.katman.journal.ConversationRow;

/** A row on the left. Values only: the cells find the words for them. */
sealed interface SideRow {
    /** The name of what follows. */
    record Head(String name) implements SideRow {
    }

    /**
     * A folder, above what is in it.
     *
     * @param open whether that is shown
     * @param size how many conversations
     */
    record Folder(String name, boolean open, int size) implements SideRow {
    }

    /**
     * A conversation.
     *
     * @param inFolder whether its folder's row stands above it
     * @param busy     whether an answer is under way there
     * @param unread   whether one has come that was not looked at
     */
    record One(ConversationRow row, boolean inFolder, boolean busy, boolean unread) implements SideRow {
    }

    /** Something that a search found. */
    record Hit(SearchHit hit) implements SideRow {
    }
}
