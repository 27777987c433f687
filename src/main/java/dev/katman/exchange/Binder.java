package dev.katman.exchange;

import dev.katman.context.Passage;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Ids;
import dev.katman.documents.Cutter;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.journal.Volume;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts what comes along with a message into fragments to be kept. A long text in the message itself is a document like any other. */
final class Binder {
    /** From here on a message is more than what is said in a conversation; as an older turn it would never go along. Tokens. */
    private static final long LONG = 2_000;
    /** Text shorter than this cannot have as many tokens. */
    private static final int SHORT = 2_000;
    /** What is said about a long text is the message, as long as it is not a text itself. Characters. */
    private static final int LONGEST_ORDER = 600;
    private static final int HEAD = 500;
    private static final int TAIL = 300;

    private final DocumentReader reader = new DocumentReader();
    private final TokenCounter counter;
    private final Ids ids;

    Binder(TokenCounter counter, Ids ids) {
        this.counter = counter;
        this.ids = ids;
    }

    /** The documents of a message, a long text in it last. */
    List<Volume> bind(List<Document> attached, String text, Instant at) {
        var volumes = new ArrayList<>(bind(attached, at));
        if (isLong(text)) {
            Passage parted = parted(text);
            volumes.add(volume(reader.pasted(title(parted.body()), parted.body()), at));
        }
        return volumes;
    }

    List<Volume> bind(List<Document> documents, Instant at) {
        return documents.stream().map(document -> volume(document, at)).toList();
    }

    private Volume volume(Document document, Instant at) {
        return new Volume(ids.document(), document.name(), document.kind(), document.bytes(), counter.measure(document.text()), at,
                Cutter.cut(document));
    }

    boolean isLong(String text) {
        return text.length() > SHORT && counter.measure(text) > LONG;
    }

    /** What is asked about a long text, or its beginning and its end where nothing is. */
    static String question(String text) {
        String order = parted(text).instruction();
        return !order.isBlank() ? order
                : text.length() <= HEAD + TAIL ? text : text.substring(0, HEAD).strip() + "\n[…]\n" + text.substring(text.length() - TAIL).strip();
    }

    private static Passage parted(String text) {
        Passage passage = Passage.of(text);
        boolean useful = passage.instruction().length() <= LONGEST_ORDER && !passage.body().isBlank();
        return useful ? passage : new Passage("", text);
    }

    private static String title(String body) {
        String line = body.strip().lines().findFirst().orElse("").strip();
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(60, line.codePointCount(0, line.length())))) + "…";
    }
}
