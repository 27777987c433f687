package dev.katman.documents;

import java.io.IOException;
import java.util.Optional;

/** Thrown where a reader finds that it cannot go on, through whatever library is reading; ends as a {@link Reading.Unread}. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reading.Reason reason;
    private final long figure;

    Unreadable(Reading.Reason reason, long figure) {
        super(reason.name());
        this.reason = reason;
        this.figure = figure;
    }

    Unreadable(Reading.Reason reason) {
        this(reason, 0);
    }

    /** Libraries wrap what is thrown in their midst. */
    static Optional<Unreadable> in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Unreadable found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    Reading.Unread of(String name) {
        return new Reading.Unread(name, reason, figure);
    }
}
