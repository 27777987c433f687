package dev.katman.context;

import java.time.Instant;
import java.util.Objects;

/**
 * A text that can be found.
 *
 * @param id    names it among all texts of an index; a text of the same name takes its place
 * @param group what it is part of: a conversation, a document; texts of a group can be looked for, and removed, together
 * @param text  of any length
 * @param at    when it was said or written; to the millisecond
 */
public record IndexedText(String id, String group, String text, Instant at) {
    public IndexedText {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }
}
