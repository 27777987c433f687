package dev.katman.classify;

import dev.katman.conversation.Message;

import java.util.List;

/**
 * Judges a message on this machine, without a call, in well under a millisecond. The same message after the same turns always gets
 * the same verdict until the judge has learned something new.
 */
public interface LocalJudge {
    /**
     * @param message what is to be judged
     * @param before  the turns before it, oldest first; may be empty
     */
    Assessment judge(String message, List<Message> before);

    /** A message that begins a conversation. */
    default Assessment judge(String message) {
        return judge(message, List.of());
    }
}
