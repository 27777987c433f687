package dev.katman.provider;

import dev.katman.conversation.Secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes out of a provider's words what is nobody else's business: keys, organisations, accounts, addresses. Groq names the
 * organisation in every 429, OpenAI a part of the key in every 401, OpenRouter the user in every error.
 */
final class Redaction {
    static final String MASK = "•••";

    // Every repetition has an upper bound or a class that cannot match what follows it: a garbage body costs linear time.
    private static final List<Pattern> PRIVATE = List.of(
            // Keys by their prefix, also half starred out: Groq gsk_, Cerebras csk-, NVIDIA nvapi-, OpenAI and OpenRouter sk-. The
            // last is also the end of many a word (task-), so it must stand alone or be long.
            Pattern.compile("(?:gsk_|csk-|nvapi-|(?<![A-Za-z0-9])(?:sk[-_]|hf_|xai-|pplx-))[A-Za-z0-9_*.•…-]{3,}"
                    + "|sk-[A-Za-z0-9_*-]{20,}", Pattern.CASE_INSENSITIVE),
            // Google's
            Pattern.compile("AIza[A-Za-z0-9_*-]{4,}"),
            Pattern.compile("(?<=\\bbearer[ :]{1,2})[^\\s\"',;]+", Pattern.CASE_INSENSITIVE),
            // Organisations: Groq org_…, OpenAI org-…; users and projects in the same manner
            Pattern.compile("org_[A-Za-z0-9_]{2,}|org-[A-Za-z0-9]{8,}"
                    + "|(?<![A-Za-z0-9])(?:user|proj|project|acct)[-_][A-Za-z0-9]{12,}", Pattern.CASE_INSENSITIVE),
            // Whatever stands in quotes behind the word, however it may look
            Pattern.compile("(?<=\\b(?:organi[sz]ation|project|account)(?: id)? ?[`'\"])[^`'\"]{1,200}(?=[`'\"])",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}"));

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final List<Pattern> keys = new ArrayList<>();

    /** @param key the very key that is sent, for a provider may repeat it in any surroundings */
    Redaction(Optional<Secret> key) {
        key.map(Secret::reveal).ifPresent(value -> {
            keys.add(Pattern.compile(Pattern.quote(value), Pattern.CASE_INSENSITIVE));
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            if (!encoded.equals(value)) {
                keys.add(Pattern.compile(Pattern.quote(encoded), Pattern.CASE_INSENSITIVE));
            }
        });
    }

    /**
     * One line with nothing private in it, of at most {@link Failure#REASON_LENGTH} characters.
     *
     * @param otherwise where the provider said nothing
     */
    String reason(String words, String otherwise) {
        String clean = words;
        for (Pattern key : keys) {
            clean = key.matcher(clean).replaceAll(MASK);
        }
        for (Pattern pattern : PRIVATE) {
            clean = pattern.matcher(clean).replaceAll(MASK);
        }
        clean = BLANKS.matcher(clean).replaceAll(" ").strip();
        return clean.isEmpty() ? otherwise : cut(clean, Failure.REASON_LENGTH);
    }

    /** The beginning of a text that is not what it should be. */
    String excerpt(String words) {
        return cut(reason(words, "nothing"), 120);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
