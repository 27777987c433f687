package dev.katman.ui.chat;

import dev.katman.documents.Document;
import dev.katman.journal.DocumentRow;

/** A document that the worker can prepare. */
sealed interface Subject {
    /** For people. */
    String name();

    /** One that is to go along with the next message. */
    record Attached(Document document) implements Subject {
        @Override
        public String name() {
            return document.name();
        }
    }

    /** One that was sent already; it is prepared in its own conversation. */
    record Sent(DocumentRow row) implements Subject {
        @Override
        public String name() {
            return row.name();
        }
    }
}
