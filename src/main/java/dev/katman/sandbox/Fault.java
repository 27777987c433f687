package dev.katman.sandbox;

import dev.katman.catalog.Axis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the sandbox can be told to do to one call. */
public sealed interface Fault {
    Fault NONE = new None();
    Fault RATE_LIMITED = new RateLimited(Optional.empty());
    Fault OVERLOADED = new Overloaded();
    Fault RESET = new Reset();
    Fault SILENCE = new Silence();
    Fault GARBAGE = new Garbage();
    Fault NO_USAGE = new NoUsage();

    /** The words that {@link #parse} knows, for messages. */
    String WORDS = "ok, 429, 429:AXIS (such as 429:tpd), 503, cut, cut:PIECES, reset, silence, silence-after:PIECES, garbage, "
            + "error, "
            + "error:PIECES, no-usage";

    /** Nothing: to let a call pass between two faults. */
    record None() implements Fault {
    }

    /**
     * Status 429. The axis is filled for real, so that what the refusal says stays true until it has drained; the call is charged
     * nothing.
     *
     * @param axis which; empty for tokens a minute, or the deployment's first axis where it has none
     */
    record RateLimited(Optional<Axis> axis) implements Fault {
    }

    /** Status 503 before admission: nothing is charged. */
    record Overloaded() implements Fault {
    }

    /**
     * The connection breaks in mid-stream.
     *
     * @param pieces words written before it does
     */
    record Cut(int pieces) implements Fault {
    }

    /** The connection breaks before any byte of an answer, and before admission: nothing is charged. */
    record Reset() implements Fault {
    }

    /** Admitted and charged, and then not a byte until the sandbox is closed. */
    record Silence() implements Fault {
    }

    /**
     * The stream falls silent and stays open.
     *
     * @param pieces words written before it does
     */
    record SilenceAfter(int pieces) implements Fault {
    }

    /** Status 200 and lines that are no chunks. */
    record Garbage() implements Fault {
    }

    /**
     * An error inside a stream that began well.
     *
     * @param pieces words written before it
     */
    record ErrorInStream(int pieces) implements Fault {
    }

    /** A whole answer that never says what it cost. */
    record NoUsage() implements Fault {
    }

    /**
     * Reads one fault as people write it: one of {@value #WORDS}.
     *
     * @throws IllegalArgumentException that names the words it knows
     */
    static Fault parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
        Optional<String> more = parts.length == 2 ? Optional.of(parts[1].strip()) : Optional.empty();
        return switch (parts[0].strip()) {
            case "429" -> new RateLimited(more.map(axis -> axis(axis, text)));
            case "cut" -> new Cut(pieces(more, 5, text));
            case "silence-after" -> new SilenceAfter(pieces(more, 5, text));
            case "error" -> new ErrorInStream(pieces(more, 5, text));
            case "ok" -> plain(NONE, more, text);
            case "503" -> plain(OVERLOADED, more, text);
            case "reset" -> plain(RESET, more, text);
            case "silence" -> plain(SILENCE, more, text);
            case "garbage" -> plain(GARBAGE, more, text);
            case "no-usage" -> plain(NO_USAGE, more, text);
            default -> throw unknown(text);
        };
    }

    private static Fault plain(Fault fault, Optional<String> more, String text) {
        if (more.isPresent()) {
            throw unknown(text);
        }
        return fault;
    }

    private static Axis axis(String name, String text) {
        return Arrays.stream(Axis.values()).filter(a -> a.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static int pieces(Optional<String> number, int usual, String text) {
        if (number.isPresent() && !number.get().matches("[0-9]{1,6}")) {
            throw unknown(text);
        }
        return number.map(Integer::parseInt).orElse(usual);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("\"" + text.strip() + "\" is no fault of the sandbox; it knows " + WORDS);
    }
}
