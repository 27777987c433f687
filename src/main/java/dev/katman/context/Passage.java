package dev.katman.context;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message taken apart: what is to be done, and the text to do it to. "Summarise the following: …" is not itself to be summarised.
 *
 * @param instruction the words of the order; empty where the message is nothing but a text
 * @param body        the text; empty where the message is nothing but an order
 */
public record Passage(String instruction, String body) {
    /** An order is looked for in this many characters at either end. */
    private static final int REACH = 300;

    // All patterns run on folded text (same length as the original), over at most REACH characters.
    private static final String VERB = "(?:summari[sz]e|summary|sum up|tl;?dr|condense|shorten|abridge|extract|list|find|pull out"
            + "|pick out|identify|get|collect|outline|main points|key points|gist|ozet\\w*|kisalt\\w*|cikar\\w*|listele\\w*|bul"
            + "|bulun\\w*|bulur|topla|ayikla\\w*|belirle\\w*|ana fikir\\w*|ana hat\\w*)";
    private static final Pattern HAS_VERB = Pattern.compile("\\b" + VERB + "\\b");
    private static final String POLITE = "(?:(?:please|kindly|hey|hi|can you|could you|would you|will you|i want you to|i need you "
            + "to|give me|write|make|lutfen|bana|rica etsem|merhaba|a|an|the|short|brief|concise|quick|me)[ ,]+)*+";
    private static final Pattern OPENS_WITH_VERB = Pattern.compile("^\\s*+" + POLITE + VERB + "\\b");
    /** In Turkish the order stands at the end: "bu metni üç cümlede özetle", "… özetler misin". */
    private static final Pattern CLOSES_WITH_VERB = Pattern.compile(
            "(?:ozetle|ozetler misin\\w*|ozetleyin\\w*|ozetini (?:cikar|yaz|ver)|ozet (?:cikar|yaz|gec)|kisalt|cikar|cikarin"
            + "|cikarir misin\\w*|listele|listeler misin\\w*|bul|bulur musun\\w*|ayikla)(?: lutfen)?[.!?:\\s]*$");
    /** What may stand between a bare verb and a text that follows without any mark. */
    private static final Pattern BARE = Pattern.compile("^\\s*+" + POLITE
            + "(?:summari[sz]e|sum up|tl;?dr|condense|shorten|ozetle|ozet)\\b(?: (?:the|this|that|following|below|text|passage"
            + "|article|paragraph|for me|metni|metin|su|bu|yaziyi|asagidaki))*+[ ,.;-]*+");

    /** Takes a message apart. */
    public static Passage of(String message) {
        var head = Words.fold(message.substring(0, Math.min(REACH, message.length())));
        return byColon(message, head)
                .or(() -> byFirstLine(message, head))
                .or(() -> byLastLine(message))
                .or(() -> byFirstSentence(message, head))
                .or(() -> byLastSentence(message))
                .or(() -> byBareVerb(message, head))
                .orElseGet(() -> new Passage("", message.strip()));
    }

    private static Optional<Passage> byColon(String message, String head) {
        for (int colon = head.indexOf(':'); colon >= 0; colon = head.indexOf(':', colon + 1)) {
            boolean parts = colon + 1 == message.length() || message.charAt(colon + 1) <= ' '
                    || "\"“'«".indexOf(message.charAt(colon + 1)) >= 0;
            var before = head.substring(0, colon);
            if (parts && !before.contains("\n\n") && HAS_VERB.matcher(before).find()) {
                return Optional.of(parted(message, colon + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Passage> byFirstLine(String message, String head) {
        int line = head.indexOf('\n');
        return line > 0 && isOrder(head.substring(0, line)) ? Optional.of(parted(message, line)) : Optional.empty();
    }

    private static Optional<Passage> byLastLine(String message) {
        var text = message.stripTrailing();
        int line = text.lastIndexOf('\n');
        if (line <= 0 || text.length() - line > REACH || !isOrder(Words.fold(text.substring(line + 1)))) {
            return Optional.empty();
        }
        return Optional.of(new Passage(text.substring(line + 1).strip(), unquoted(text.substring(0, line))));
    }

    private static Optional<Passage> byFirstSentence(String message, String head) {
        var start = message.substring(0, head.length()); // not folded: sentences are known by their capitals
        var sentences = Sentences.of(start, TextLanguage.of(start));
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        int end = sentences.getFirst().to();
        boolean ends = end == message.length() || ".!?…".indexOf(start.charAt(end - 1)) >= 0;
        return ends && isOrder(head.substring(0, end)) ? Optional.of(parted(message, end)) : Optional.empty();
    }

    private static Optional<Passage> byLastSentence(String message) {
        var text = message.stripTrailing();
        int from = Math.max(0, text.length() - REACH);
        var end = text.substring(from);
        var sentences = Sentences.of(end, TextLanguage.of(end));
        if (sentences.size() < 2) {
            return Optional.empty();
        }
        var last = sentences.getLast();
        return isOrder(Words.fold(last.of(end)))
                ? Optional.of(new Passage(last.of(end), unquoted(text.substring(0, from + last.from())))) : Optional.empty();
    }

    private static Optional<Passage> byBareVerb(String message, String head) {
        var bare = BARE.matcher(head);
        return bare.find() ? Optional.of(parted(message, bare.end())) : Optional.empty();
    }

    private static boolean isOrder(String folded) {
        return OPENS_WITH_VERB.matcher(folded).find() || CLOSES_WITH_VERB.matcher(folded).find();
    }

    private static Passage parted(String message, int at) {
        return new Passage(message.substring(0, at).strip(), unquoted(message.substring(at)));
    }

    /** Quotation marks or a fence around the whole text belong to the order, not to the text. */
    private static String unquoted(String text) {
        var body = text.strip();
        if (body.length() >= 6 && body.startsWith("```") && body.endsWith("```")) {
            int line = body.indexOf('\n');
            return (line < 0 ? body.substring(3, body.length() - 3) : body.substring(line, body.length() - 3)).strip();
        }
        if (body.length() >= 2) {
            int kind = "\"“«'".indexOf(body.charAt(0));
            if (kind >= 0 && body.charAt(body.length() - 1) == "\"”»'".charAt(kind)
                    && body.indexOf("\"”»'".charAt(kind), 1) == body.length() - 1) {
                return body.substring(1, body.length() - 1).strip();
            }
        }
        return body;
    }
}
