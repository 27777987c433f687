package dev.katman.journal;

import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;

/**
 * What has come of an answer under way since the last piece of it.
 *
 * @param decision under which it is given
 * @param answer   the identifier that the whole answer will have
 * @param place    counts the pieces of an answer, from 0
 * @param thought  of what the model thinks; may be empty
 * @param text     of the answer itself; may be empty
 */
public record Piece(DecisionId decision, MessageId answer, int place, String thought, String text) {
    public Piece {
        if (thought.isEmpty() && text.isEmpty()) {
            throw new IllegalArgumentException("nothing has come: " + answer);
        }
    }
}
