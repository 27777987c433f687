package dev.katman.provider;

/** Hears a reply as it comes. Called on the thread that streams; whoever listens must be quick. */
public interface ReplyListener {
    /** The provider admitted the call: status 200 and its headers are here, nothing of the answer yet. */
    default void opened(RateWord word) {
    }

    /** A piece of the answer, never empty. */
    default void text(String delta) {
    }

    /** A piece of the reasoning before the answer, never empty. */
    default void thinking(String delta) {
    }
}
