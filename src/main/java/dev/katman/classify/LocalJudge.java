package dev.katman.classify;

import dev.katman.conversation.Message;

import java.util.List;

/**
 * Judges a message on this machine, without a call, in well under a millisecond. The same message after the same turns always gets the same
 * verdict, until the judge has learned something new.
 */
public interface LocalJudge {
    /**
     * @param message what is to be judged
     * @param before  the turns before it, oldest first: "and now in SQL" is judged with what it belongs to
     */
    Assessment judge(String message, List<Message> before);

    /** A message that nothing was said before. */
    default Assessment judge(String message) {
        return judge(message, List.of());
    }

    /** The confidence from which on its word is enough, 0 to 1; 1 where it is never sure of itself. */
    default double sureAt() {
        return 1;
    }
}
