package dev.katman.sandbox;

import dev.katman.catalog.Deployment;
import dev.katman.classify.Assessment;
import dev.katman.classify.LocalJudge;
import dev.katman.context.Extractor;
import dev.katman.context.Passage;
import dev.katman.context.Summariser;
import dev.katman.context.TextLanguage;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Folded;
import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import dev.katman.quota.Level;
import dev.katman.quota.Need;
import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides what the sandbox says: the router's question goes to the local judge, summaries and extractions are computed, titles are
 * first words; all else is {@link SampleAnswer}. The same request always gets the same words.
 */
final class Speaker {
    /** Below this a text is no text to summarise, but part of an order. Characters. */
    private static final int A_TEXT = 80;
    /** A system message beyond this brings a document along. Characters. */
    private static final int A_DOCUMENT = 600;
    /** Where a prompt of our own begins with them. */
    private static final String SOURCES = "\n[1] ";
    /** The most found things that a table shows. */
    private static final int ROWS = 40;
    private static final int SUMMARY_SENTENCES = 5;
    private static final int TITLE_WORDS = 6;

    // On text without Turkish marks. A prompt of our own opens with its order; a user's order is what Passage takes for one.
    private static final Pattern OPENS_TITLE = Pattern.compile("^\\W*(?:[\\w']+\\W+){0,9}?(?:title|name|baslik\\w*)\\b");
    private static final Pattern TALK = Pattern.compile("\\b(?:conversation|chat|dialogue|sohbet\\w*|konusma\\w*|yazisma\\w*"
            + "|message|mesaj\\w*|ileti\\w*)\\b");
    private static final Pattern OPENS_SUMMARY = Pattern.compile("^\\W*(?:[\\w']+\\W+){0,4}?(?:summari[sz]e|summary|condense"
            + "|ozetle\\w*|ozet\\w*)\\b");
    private static final Pattern OPENS_EXTRACT = Pattern.compile("^\\W*(?:[\\w']+\\W+){0,4}?(?:extract|cikar\\w*|ayikla\\w*)\\b");
    private static final Pattern SUMMARY = Pattern.compile(
            "\\b(?:summari[sz]e|summary|sum up|tl;?dr|condense|shorten|abridge|gist|main points|key points|"
            + "ozet\\w*|kisalt\\w*|ana fikir\\w*|ana hat\\w*)");
    private static final Pattern EXTRACT = Pattern.compile(
            "\\b(?:extract|pull out|pick out|"
            + "list|find|identify|collect|cikar\\w*|listele\\w*|bul|bulun\\w*|ayikla\\w*|topla|belirle\\w*)\\b");
    private static final Pattern THINGS = Pattern.compile("\\b(?:dates?|amounts?|prices?|money|names?|people|places?|compan\\w+"
            + "|organi\\w+|links?|urls?|"
            + "e-?mails?|phones?|percent\\w*|times?|entit\\w+|facts?|numbers?|details?|tarih\\w*|tutar\\w*|fiyat\\w*|ucret\\w*"
            + "|para\\w*|isim\\w*|"
            + "adlari\\w*|kisi\\w*|yer\\w*|kurum\\w*|sirket\\w*|sehir\\w*|baglanti\\w*|e-?posta\\w*|mail\\w*|telefon\\w*"
            + "|oran\\w*|yuzde\\w*|saat\\w*|"
            + "bilgi\\w*|sayi\\w*)\\b");

    private final LocalJudge judge;
    private final TokenCounter counter;
    private final Summariser summariser = new Summariser();
    private final Extractor extractor = new Extractor();
    private final TableOrder tables = new TableOrder();

    Speaker(LocalJudge judge, TokenCounter counter) {
        this.judge = judge;
        this.counter = counter;
    }

    /** What comes of a request. */
    sealed interface Said {
        /**
         * @param thinking before the text; empty for models that do not
         * @param text     the answer
         * @param cap      the most completion tokens of it
         */
        record Words(String thinking, String text, long cap) implements Said {
        }

        /**
         * No JSON that fits what was asked.
         *
         * @param tokens     spent on trying
         * @param generation what there is of it
         */
        record Nothing(long tokens, String generation) implements Said {
        }
    }

    /** @param levels of the deployment, this call included */
    Said speak(WireCall call, Deployment deployment, Need need, List<Level> levels) {
        long cap = need.completionTokens();
        Optional<String> routed = RoutedMessage.in(call);
        if (call.json() || routed.isPresent()) {
            return verdict(routed.orElseGet(call::lastUserText), call, deployment, cap);
        }
        String last = call.lastUserText();
        TextLanguage language = TextLanguage.of(last);
        Optional<String> known = tables.answer(call).or(() -> title(call, last, language)).or(() -> summary(call, last))
                .or(() -> extraction(call, last));
        if (known.isPresent()) {
            return new Said.Words("", known.get(), cap);
        }
        var sample = new SampleAnswer(Phrases.of(language), last, deployment, need, call.messages().size(), sources(call), levels);
        return new Said.Words(deployment.model().thinks() ? sample.thinking() : "", sample.text(), cap);
    }

    /** The schema is the router's, or one that asks for nothing else; any other is more than the sandbox can fill. */
    private Said verdict(String message, WireCall call, Deployment deployment, long cap) {
        Assessment assessment = judge.judge(message);
        var json = Wire.JSON.createObjectNode();
        JsonNode wanted = call.schema().path("properties");
        if (wanted.isMissingNode() || wanted.isEmpty()) {
            json.put("type", assessment.type().name()).put("difficulty", assessment.difficulty());
        }
        for (var property : wanted.properties()) {
            switch (property.getKey()) {
                case "type" -> json.put("type", asListed(assessment.type().name(), property.getValue()));
                case "difficulty", "complexity" -> json.put(property.getKey(), assessment.difficulty());
                case "confidence" -> json.put("confidence", Math.round(assessment.confidence() * 100) / 100.0);
                default -> {
                    return new Said.Nothing(0, "");
                }
            }
        }
        String text = Wire.JSON.writeValueAsString(json);
        // cut off by the cap it is no JSON any more; the provider notices only after the tokens are gone
        return counter.text(deployment.model(), text) <= cap ? new Said.Words("", text, cap) : new Said.Nothing(cap, "");
    }

    private static String asListed(String name, JsonNode property) {
        for (JsonNode one : property.path("enum")) {
            if (one.isString() && one.stringValue().equalsIgnoreCase(name)) {
                return one.stringValue();
            }
        }
        return name;
    }

    private static Optional<String> title(WireCall call, String last, TextLanguage language) {
        boolean ours = orders(call).anyMatch(order -> OPENS_TITLE.matcher(order).find() && TALK.matcher(order).find());
        String head = Folded.of(head(last));
        if (!ours && !(OPENS_TITLE.matcher(head).find() && TALK.matcher(head).find())) {
            return Optional.empty();
        }
        // What is to be named: the talk before the order, or what the order brings along.
        String first = call.messages().stream().filter(m -> m.role() == Role.USER).map(Message::text).findFirst().orElse(last);
        Passage passage = Passage.of(first);
        String text = first.equals(last) && !ours && !passage.body().isEmpty() ? passage.body() : first;
        return Optional.of(Topics.title(text, TITLE_WORDS, language.locale()));
    }

    private Optional<String> summary(WireCall call, String last) {
        if (orders(call).anyMatch(order -> OPENS_SUMMARY.matcher(order).find())) {
            return Optional.of(summariser.text(talk(call), SUMMARY_SENTENCES).text()).filter(text -> !text.isBlank());
        }
        Passage passage = Passage.of(last);
        if (!SUMMARY.matcher(Folded.of(passage.instruction())).find()) {
            return Optional.empty();
        }
        boolean here = passage.body().length() >= A_TEXT;
        Optional<String> text = here ? Optional.of(last) : elsewhere(call, last).map(body -> passage.instruction() + ":\n\n"
                + body);
        return text.map(summariser::message).filter(s -> !s.text().isBlank())
                .map(s -> s.text() + "\n\n" + Phrases.of(TextLanguage.of(last)).summaryNote(s.kept(), s.of()));
    }

    private Optional<String> extraction(WireCall call, String last) {
        boolean ours = orders(call).anyMatch(order -> OPENS_EXTRACT.matcher(order).find());
        Passage passage = Passage.of(last);
        String order = Folded.of(passage.instruction());
        if (!ours && !(EXTRACT.matcher(order).find() && THINGS.matcher(order).find())) {
            return Optional.empty();
        }
        boolean here = ours || passage.body().length() >= A_TEXT / 4;
        Optional<String> body = here ? Optional.of(passage.body()) : elsewhere(call, last);
        return body.map(text -> table(extractor.find(text, extractor.asked(passage.instruction())),
                Phrases.of(TextLanguage.of(last))));
    }

    private static String table(List<Extractor.Found> found, Phrases phrases) {
        if (found.isEmpty()) {
            return phrases.nothingFound();
        }
        var table = new StringBuilder(phrases.foundHead());
        for (Extractor.Found one : found.subList(0, Math.min(ROWS, found.size()))) {
            table.append("| ").append(phrases.kind(one.kind())).append(" | ").append(Topics.inline(one.text())).append(" |\n");
        }
        return table + "\n" + phrases.foundNote(found.size(), Math.max(0, found.size() - ROWS));
    }

    /** The openings of the system messages, where prompts of our own put their order; "You are …" is none. */
    private static Stream<String> orders(WireCall call) {
        return call.messages().stream().filter(m -> m.role() == Role.SYSTEM).map(m -> Folded.of(head(m.text())))
                .filter(order -> !order.startsWith("you are") && !order.startsWith("sen "));
    }

    private static String talk(WireCall call) {
        return String.join("\n\n", call.messages().stream().filter(m -> m.role() != Role.SYSTEM).map(Message::text).toList());
    }

    /** How many numbered sources a request brings along. */
    private static int sources(WireCall call) {
        return call.messages().stream().filter(m -> m.role() == Role.SYSTEM).mapToInt(m -> {
            int count = 0;
            int at = -1;
            while ((at = m.text().indexOf("\n[" + (count + 1) + "] ", at + 1)) >= 0) {
                count++;
            }
            return count;
        }).max().orElse(0);
    }

    /** The numbered sources, where an order speaks of a text that it does not bring along; else the longest other message, no short system one. */
    private static Optional<String> elsewhere(WireCall call, String last) {
        return call.messages().stream().filter(m -> m.role() == Role.SYSTEM && m.text().contains(SOURCES)).findFirst()
                .map(m -> m.text().substring(m.text().indexOf(SOURCES)).strip())
                .or(() -> call.messages().stream().filter(m -> m.role() != Role.SYSTEM || m.text().length() > A_DOCUMENT).map(Message::text)
                        .filter(text -> !text.equals(last) && text.length() >= A_TEXT).max(Comparator.comparingInt(String::length)));
    }

    private static String head(String text) {
        return text.substring(0, Math.min(200, text.length())).strip().toLowerCase(Locale.ROOT);
    }
}
