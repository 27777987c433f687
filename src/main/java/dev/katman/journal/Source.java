package dev.katman.journal;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Place;

/**
 * A stretch of a document that went along with a question.
 *
 * @param number   as the answer cites it, from 1
 * @param document which
 * @param name     of the document
 * @param first    its first fragment
 * @param last     its last
 * @param place    where it begins
 * @param text     what it says
 */
public record Source(int number, DocumentId document, String name, int first, int last, Place place, String text) {
    public Source {
        if (number < 1 || first < 0 || last < first) {
            throw new IllegalArgumentException("no source: number " + number + ", fragments " + first + " to " + last);
        }
    }
}
