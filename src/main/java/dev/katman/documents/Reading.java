package dev.katman.documents;

/** What came of reading one file. */
public sealed interface Reading {
    /** What the reader calls the file. */
    String name();

    /** It was read. */
    record Read(Document document) implements Reading {
        @Override
        public String name() {
            return document.name();
        }
    }

    /**
     * It was not.
     *
     * @param figure the limit that it passes, where the reason is one
     */
    record Unread(String name, Reason reason, long figure) implements Reading {
        Unread(String name, Reason reason) {
            this(name, reason, 0);
        }
    }

    /** Why a file was not read. */
    enum Reason {
        /** There is no such file. */
        MISSING,
        /** It was there when it was to be read, and is not any more. */
        GONE,
        /** It is neither a file nor a folder, or its permissions or its disk keep us out. */
        UNREADABLE,
        EMPTY,
        /** Pictures of pages, as from a scanner, with no text in them. */
        NO_TEXT,
        /** Neither a text nor a document of a kind that can be read. */
        BINARY,
        /** Several files packed into one. */
        ARCHIVE,
        /** A document of an Office before 2007. */
        OLD_OFFICE,
        /** A password is needed, or its writer does not want it copied. */
        LOCKED,
        /** It begins like a document of its kind and does not go on like one. */
        BROKEN,
        /** The file is larger than the figure says, in bytes. */
        TOO_LARGE,
        /** It holds more text than the figure says, in characters. */
        TOO_MUCH_TEXT,
        /** Unpacked it is so much larger than packed that it can only be meant to harm. */
        INFLATES,
        /** A link in a folder that leads back to a folder around it. */
        LOOP,
        /** The rest of a folder, below as many levels as the figure says. */
        TOO_DEEP,
        /** The rest of a folder, after as many files as the figure says. */
        TOO_MANY,
        /** The reader did not want to wait. */
        STOPPED
    }
}
