package dev.katman.ui.kit;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A run of text of one kind.
 *
 * @param text  as it is shown; may hold line ends; of a formula its source with its marks
 * @param marks how it is set
 * @param link  where it leads: http or https, nothing else ever becomes a link
 */
public record Span(String text, Set<Mark> marks, Optional<URI> link) {
    /** What is so marked is one thing: a part of it is just letters. */
    static final Set<Mark> WHOLE = Set.of(Mark.NOTE, Mark.MATH);

    public Span {
        marks = Set.copyOf(marks);
    }

    public Span(String text) {
        this(text, Set.of(), Optional.empty());
    }

    /** How text is set. */
    public enum Mark {
        BOLD,
        ITALIC,
        STRIKE,
        CODE,
        /** The mark of a footnote. */
        NOTE,
        MATH
    }
}
