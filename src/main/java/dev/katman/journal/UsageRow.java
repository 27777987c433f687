package dev.katman.journal;

/**
 * What calls on the wire cost together.
 *
 * @param key              a deployment, a tier's number, or the start of an hour or a day (ISO, in the zone asked for)
 * @param calls            how many left
 * @param answered         of them, how many came back whole
 * @param promptTokens     all of their prompts
 * @param completionTokens all of their answers
 */
public record UsageRow(String key, long calls, long answered, long promptTokens, long completionTokens) {
    /** What rows are gathered by. */
    public enum By {
        MODEL,
        TIER,
        HOUR,
        DAY
    }
}
