package dev.katman.exchange;

/** What came of an import. */
public sealed interface Imported {
    /**
     * Everything was taken in that was not there before.
     *
     * @param conversations that are new
     * @param messages      that are new, also in conversations that were there
     * @param known         conversations that were there already
     * @param skipped       parts that are no text: pictures, files
     */
    record Taken(int conversations, int messages, int known, int skipped) implements Imported {
    }

    /** Nothing was taken in. */
    record Refused(Reason reason) implements Imported {
    }

    /** Why, by what the reader can do about it. */
    enum Reason {
        /** The file is not there, or may not be read. */
        UNREADABLE,
        /** Neither conversations of Katman nor those of ChatGPT. */
        UNKNOWN,
        /** Conversations, and something is wrong with them: the file is cut off, or was changed. */
        BROKEN,
        /** Written by a newer Katman. */
        NEWER,
        TOO_LARGE
    }
}
