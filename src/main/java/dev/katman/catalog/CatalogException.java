package dev.katman.catalog;

/** A catalogue that cannot be used. Its message names the line, the field and what was expected there, and stands as it is before people. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String field;
    private final String expected;

    CatalogException(int line, String field, String expected) {
        super("line " + line + (field.isEmpty() ? "" : ", " + field) + ": expected " + expected);
        this.line = line;
        this.field = field;
        this.expected = expected;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** Such as {@code deployments[2].limits.tpd}; empty for the document as a whole. */
    public String field() {
        return field;
    }

    /** In English, as the field names are. */
    public String expected() {
        return expected;
    }
}
