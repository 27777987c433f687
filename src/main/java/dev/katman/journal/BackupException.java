package dev.katman.journal;

/** A backup that could not be made or taken back. The data is as it was. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong, by what the user can do about it. */
    public enum Kind {
        /** There is no such file, or it cannot be read. */
        UNREADABLE,
        /** It is something else. */
        FOREIGN,
        /** It is a backup, and not whole. */
        DAMAGED,
        /** Made by a newer Katman. */
        NEWER,
        /** It cannot be written there. */
        UNWRITABLE,
        /** Something that is no backup has that name. */
        OCCUPIED
    }

    private final Kind kind;

    BackupException(Kind kind, Throwable cause) {
        super(kind + (cause == null ? "" : ": " + cause.getMessage()), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
