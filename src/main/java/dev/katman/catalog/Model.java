package dev.katman.catalog;

/**
 * A language model, wherever it runs.
 *
 * @param id         short name, as in {@code id@provider}
 * @param name       for people
 * @param context    the most tokens it reads and writes together
 * @param vocabulary how it cuts text into tokens
 * @param thinks     whether it spends completion tokens on reasoning before it answers, so that a cap needs room for both
 */
public record Model(String id, String name, int context, Vocabulary vocabulary, boolean thinks) {
    /** Families of token vocabularies whose counts differ enough to matter. */
    public enum Vocabulary {
        O200K,
        LLAMA3,
        QWEN,
        /** Not known to us: counted on the careful side. */
        OTHER
    }
}
