package dev.katman.ui.kit;

/**
 * A sentence for the top of the window.
 *
 * @param kind     how it looks
 * @param sentence what the reader is told
 */
public record Notice(Kind kind, String sentence) {
    /** By its cause. */
    public enum Kind {
        /** Something went wrong, or is to be mended by the reader. */
        TROUBLE,
        /** Something goes on. */
        NEWS,
        /** What the reader wanted is done. */
        DONE
    }

    public static Notice trouble(String sentence) {
        return new Notice(Kind.TROUBLE, sentence);
    }

    public static Notice news(String sentence) {
        return new Notice(Kind.NEWS, sentence);
    }

    public static Notice done(String sentence) {
        return new Notice(Kind.DONE, sentence);
    }
}
