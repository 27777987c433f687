package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.conversation.Usage;

/**
 * What one call asks of every axis at once: one request, and its tokens.
 *
 * @param promptTokens     the prompt, by our own count
 * @param completionTokens the cap before the call, the completion after it
 */
public record Need(long promptTokens, long completionTokens) {
    public Need {
        if (promptTokens < 0 || completionTokens < 0) {
            throw new IllegalArgumentException("a need is not negative: " + promptTokens + ", " + completionTokens);
        }
    }

    /** What was really used: cached prompt tokens do not count. */
    public static Need of(Usage usage) {
        return new Need(usage.chargedPrompt(), usage.completionTokens());
    }

    public long tokens() {
        long sum = promptTokens + completionTokens;
        return sum < 0 ? Long.MAX_VALUE : sum; // an absurd usage must not wrap round into a small one
    }

    /** In the axis's own unit. */
    public long on(Axis axis) {
        return switch (axis) {
            case RPM, RPD -> 1;
            case TPM, TPD -> tokens();
            case ITPM -> promptTokens;
            case OTPM -> completionTokens;
        };
    }
}
