package dev.katman.words;

import dev.katman.documents.Kind;
import dev.katman.documents.Place;
import dev.katman.documents.Reading;
import dev.katman.journal.Fitting;
import dev.katman.journal.Source;
import dev.katman.settings.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences about documents, in one language. */
public final class DocumentWords {
    private static final long KB = 1 << 10;
    private static final long MB = 1 << 20;

    private final Texts texts;

    public DocumentWords(Texts texts) {
        this.texts = texts;
    }

    /** How large a file is: "12 KB", "1.4 MB". */
    public String size(long bytes) {
        return bytes < MB ? texts.get("words.size.kb", Math.max(1, Math.round((double) bytes / KB)))
                : texts.get("words.size.mb", Math.round(bytes * 10.0 / MB) / 10.0);
    }

    /** Why a file was not read, and what to do. */
    public String unread(Reading.Unread unread) {
        return switch (unread.reason()) {
            case TOO_LARGE -> texts.get("words.unread.too_large", unread.name(), unread.figure() >> 20);
            case TOO_MUCH_TEXT, TOO_DEEP, TOO_MANY -> texts.get("words.unread." + key(unread.reason()), unread.name(), unread.figure());
            case BINARY -> claimed(unread.name()).map(kind -> texts.get("words.unread.misnamed", unread.name(), kind.name()))
                    .orElseGet(() -> texts.get("words.unread.binary", unread.name()));
            case MISSING, GONE, UNREADABLE, EMPTY, NO_TEXT, ARCHIVE, OLD_OFFICE, LOCKED, BROKEN, INFLATES, LOOP, STOPPED ->
                    texts.get("words.unread." + key(unread.reason()), unread.name());
        };
    }

    /** What a file's name says that it is, where that is a kind whose every file begins with its sign. */
    private static Optional<Kind> claimed(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return name.contains(".") ? Stream.of(Kind.PDF, Kind.DOCX).filter(kind -> kind.name().equalsIgnoreCase(ending)).findFirst() : Optional.empty();
    }

    /** What of documents went along with a message, a line for each source; then what did not. */
    public List<String> fitting(Fitting fitting) {
        var lines = new ArrayList<String>();
        fitting.sources().forEach(source -> lines.add("[" + source.number() + "] " + source(source)));
        lines.addAll(left(fitting));
        return lines;
    }

    /** What did not go along with a message, a sentence each; nothing where all did. */
    public List<String> left(Fitting fitting) {
        var lines = new ArrayList<String>();
        if (fitting.shortened()) {
            lines.add(texts.get("words.fitting.shortened"));
        }
        if (fitting.leftTokens() > 0) {
            lines.add(texts.count("words.fitting.tokens", fitting.leftTokens()));
        }
        if (fitting.summedTurns() > 0) {
            lines.add(texts.count("words.fitting.summed", fitting.summedTurns()));
        }
        if (fitting.leftTurns() > fitting.summedTurns()) {
            lines.add(texts.count("words.fitting.turns", fitting.leftTurns() - fitting.summedTurns()));
        }
        return lines;
    }

    /**
     * All of it in a line.
     *
     * @param saved tokens that a dear model was spared; what is not above 0 is not told
     */
    public String inShort(Fitting fitting, long saved) {
        return Stream.of(fitting.sources().isEmpty() ? "" : texts.count("words.fitting.sources", fitting.sources().size()),
                fitting.leavesOut() ? texts.get("words.fitting.part") : texts.get("words.fitting.whole"),
                saved > 0 ? texts.count("words.saved", saved) : "")
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** A document and the place in it. */
    public String source(Source source) {
        return Stream.of(source.name(), place(source.place())).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** A place in a document; empty where none is known. */
    public String place(Place place) {
        // As text: these number, and count nothing, so that no mark parts their thousands.
        String at = place.page() > 0 ? texts.get("words.source.page", String.valueOf(place.page()))
                : place.line() > 0 ? texts.get("words.source.line", String.valueOf(place.line())) : "";
        return Stream.of(at, place.heading()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String key(Reading.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
