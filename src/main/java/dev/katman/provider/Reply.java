package dev.katman.provider;

import dev.katman.conversation.Usage;

import java.util.Optional;

/** How a request ended. What came of the answer went to the {@link ReplyListener}. */
public sealed interface Reply {
    /** What the provider said it cost; empty where it said nothing, and then the reservation stands for it. */
    Optional<Usage> usage();

    /** What the headers said of the levels; {@link RateWord#NONE} where there were none. */
    RateWord word();

    /**
     * The answer came whole.
     *
     * @param finish why the model stopped
     * @param usage  what it cost
     * @param word   what the headers said
     */
    record Complete(Finish finish, Optional<Usage> usage, RateWord word) implements Reply {
    }

    /**
     * It did not.
     *
     * @param failure why
     * @param started whether text or thinking had already come
     * @param usage   what it cost, if the provider said
     * @param word    what the headers said
     */
    record Broken(Failure failure, boolean started, Optional<Usage> usage, RateWord word) implements Reply {
    }

    /** Why a model stopped writing. */
    enum Finish {
        STOP,
        /** The cap was reached. */
        LENGTH,
        CONTENT_FILTER,
        OTHER
    }
}
