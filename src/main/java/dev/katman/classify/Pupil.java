package dev.katman.classify;

import dev.katman.conversation.Message;

import java.util.List;

/** Learns from verdicts. Safe for use by many threads; what was learned depends on the order of the lessons alone. */
public interface Pupil {
    /**
     * @param message what was judged
     * @param before  the turns before it, oldest first
     * @param verdict what it should be judged as
     */
    void learn(String message, List<Message> before, Verdict verdict, Teacher teacher);

    /** As if nothing had ever been learned. */
    void forget();
}
