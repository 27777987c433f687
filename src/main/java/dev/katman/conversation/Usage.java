package dev.katman.conversation;

/**
 * What a call cost, in tokens, as the provider counts them.
 *
 * @param promptTokens     tokens of the prompt, cached ones included
 * @param completionTokens tokens of the answer, reasoning included
 * @param cachedTokens     the part of {@code promptTokens} that came from the provider's cache
 */
public record Usage(long promptTokens, long completionTokens, long cachedTokens) {
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage {
        if (promptTokens < 0 || completionTokens < 0 || cachedTokens < 0 || cachedTokens > promptTokens) {
            throw new IllegalArgumentException("not a usage: prompt %d, completion %d, cached %d"
                    .formatted(promptTokens, completionTokens, cachedTokens));
        }
    }

    public Usage(long promptTokens, long completionTokens) {
        this(promptTokens, completionTokens, 0);
    }

    /** All tokens that passed, whether or not they were charged. */
    public long total() {
        return promptTokens + completionTokens;
    }

    /** Prompt tokens that count against a limit: cached ones do not. */
    public long chargedPrompt() {
        return promptTokens - cachedTokens;
    }

    /** Tokens that count against a limit. */
    public long charged() {
        return chargedPrompt() + completionTokens;
    }
}
