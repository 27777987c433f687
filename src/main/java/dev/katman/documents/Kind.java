package dev.katman.documents;

/** What a document is, told by what is in it and not by its name. */
public enum Kind {
    TEXT,
    MARKDOWN,
    CODE,
    CSV,
    JSON,
    HTML,
    PDF,
    DOCX,
    /** A long text that stood in the message itself. */
    PASTED
}
