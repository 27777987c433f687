package dev.katman.journal;

import java.util.Locale;

/** The data folder does not do what it must. Nothing that was stored before is lost. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, by what the user can do about it. */
    public enum Kind {
        /** Another Katman works on the same data. */
        IN_USE,
        READ_ONLY,
        FULL,
        /** Written by a newer Katman. */
        NEWER,
        /** The file is there and is no journal, or is damaged. */
        DAMAGED,
        OTHER
    }

    private final Kind kind;

    JournalException(Kind kind, Throwable cause) {
        super(kind + ": " + cause.getMessage(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Finds the kind in what H2, Flyway and the file system say; H2 wraps the interesting part several times. */
    static JournalException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JournalException known) {
                return known;
            }
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (text.contains("already in use") || text.contains("the file is locked")) {
                return new JournalException(Kind.IN_USE, thrown);
            }
            if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded")
                    || text.contains("file too large")) {
                return new JournalException(Kind.FULL, thrown);
            }
            if (text.contains("read-only") || text.contains("read only") || text.contains("permission denied")
                    || text.contains("access is denied") || cause instanceof java.nio.file.AccessDeniedException) {
                return new JournalException(Kind.READ_ONLY, thrown);
            }
            if (text.contains("file corrupted") || text.contains("unsupported database file version")) {
                return new JournalException(Kind.DAMAGED, thrown);
            }
        }
        return new JournalException(Kind.OTHER, thrown);
    }
}
