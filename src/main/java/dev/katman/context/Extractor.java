package dev.katman.context;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The built-in extraction: finds dates, amounts and other things of a known form in Turkish and English text. It finds what looks
 * like one; it does not understand the text. Linear in its length: each pattern can start only where a word starts, and never steps
 * back.
 */
public final class Extractor {
    /** What can be found; where two overlap, the one that stands first here has it. */
    public enum Kind {
        LINK,
        EMAIL,
        DATE,
        MONEY,
        PERCENT,
        TIME,
        PHONE,
        /** Of a person, a place, a body, a thing: words in capitals that no sentence opens with. */
        NAME,
        /** Of a part of the text: marked as in Markdown, or a numbered chapter, section or article; what stands in it is found as well. */
        HEADING
    }

    /**
     * Something found.
     *
     * @param kind what it is
     * @param text as it stands in the text
     * @param at   index of its first character
     */
    public record Found(Kind kind, String text, int at) {
    }

    private static final String MONTHS = "(?:ocak|şubat|subat|mart|nisan|mayıs|mayis|haziran|temmuz|ağustos|agustos|eylül|eylul"
            + "|ekim|kasım|kasim|aralık|aralik|january|february|march|april|may|june|july|august|september|october|november"
            + "|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)";
    /** 1.234,56 and 1,234.56 and 1234 and 12,5. */
    private static final String NUMBER = "\\d{1,3}+(?:[.,]\\d{3}){1,5}+(?!\\d)(?:[.,]\\d{1,2})?+|\\d{1,12}+(?:[.,]\\d{1,4})?+";
    private static final String SCALE = "(?:\\s?(?:bin|milyon|milyar|trilyon|thousand|million|billion|trillion|mn|bn)\\b)?+";
    private static final String NOT_INSIDE = "(?<![\\p{L}\\p{N}.,:/_-])";
    private static final String NO_MORE = "(?![\\p{L}\\p{N}])";
    /** Stands for a month in numbers as well: which of the two comes first, only the writer knows. */
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    private static final String AM_PM = "[ap](?:m\\b|\\.m\\.)";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Map<Kind, Pattern> PATTERNS = new EnumMap<>(Map.of(
            Kind.LINK, Pattern.compile("(?<![\\p{L}\\p{N}])(?:https?://|www\\.)[^\\s<>\"'“”’`]{3,2000}+", FLAGS),
            Kind.EMAIL, Pattern.compile("(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+"
                    + "@(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,6}+[\\p{L}]{2,24}+", FLAGS),
            Kind.DATE, Pattern.compile(NOT_INSIDE + "(?:"
                    + "\\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.]" + DAY + "(?!\\d)"
                    + "|" + DAY + "([./-])" + DAY + "\\1(?:\\d{4}|\\d{2})(?!\\d)"
                    + "|" + DAY + "(?:st|nd|rd|th|\\.)?+\\s(?:of\\s)?+" + MONTHS + "(?:,?\\s\\d{4}(?!\\d))?+"
                    + "|" + MONTHS + "\\s" + DAY + "(?!\\d)(?:st|nd|rd|th)?+(?:,?\\s\\d{4}(?!\\d))?+"
                    + "|" + MONTHS + ",?\\s(?:1[5-9]|20)\\d\\d(?!\\d))", FLAGS),
            Kind.MONEY, Pattern.compile("(?<![\\p{N}.,])(?:"
                    + "[₺$€£]\\s?(?:" + NUMBER + ")" + SCALE
                    + "|(?<![\\p{L}])(?:tl|usd|eur|try|gbp)\\s(?:" + NUMBER + ")" + SCALE
                    + "|(?<![\\p{L}])(?:" + NUMBER + ")" + SCALE + "\\s?(?:[₺$€£]"
                    + "|(?:tl|try|usd|eur|gbp|lira|kuruş|dolar|avro|euros?|dollars?|cents?|pounds?|sterlin)" + NO_MORE
                    + "|(?:lira|dolar|avro|euro|sterlin)(?:sı|lık|ya|yı|a|ı|nın|dan|dır|lar)" + NO_MORE + "))", FLAGS),
            Kind.PERCENT, Pattern.compile("(?<![\\p{L}\\p{N}.,])(?:"
                    + "%\\s?(?:" + NUMBER + ")"
                    + "|yüzde\\s(?:" + NUMBER + ")"
                    + "|(?:" + NUMBER + ")\\s?(?:%|percent\\b|per cent\\b))", FLAGS),
            Kind.TIME, Pattern.compile(NOT_INSIDE + "(?:"
                    + "(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?+(?:\\s?" + AM_PM + ")?+(?![\\d:])"
                    + "|(?:1[0-2]|0?[1-9])\\s?" + AM_PM
                    + "|(?<=saat )(?:[01]\\d|2[0-3])\\.[0-5]\\d(?!\\d))", FLAGS),
            Kind.PHONE, Pattern.compile("(?<![\\p{L}\\p{N}.,+])(?:"
                    + "\\+\\d{1,3}(?:[ .-]?\\d{2,4}){3,5}+"
                    + "|(?:\\+\\d{1,3}[ -]?|00\\d{2}[ -]?|0[ -]?)?+(?:\\(\\d{3,4}\\)|\\d{3,4})"
                    + "[ -]?\\d{3}[ -]?\\d{2}[ -]?\\d{2})" + NO_MORE)));

    /** Marked by its beginning, underlined, or named and numbered on a line of its own. */
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}(?:"
            + "#{1,6}[ \\t]++([^\\n]{1,200}+)"
            + "|(\\S[^\\n]{0,120}+)\\n {0,3}(?:={3,200}+|-{3,200}+)[ \\t]*+"
            + "|((?:chapter|section|part|article|appendix|bölüm|kısım|madde|ek)\\s(?:\\d{1,4}|[IVXLC]{1,7})\\b[^\\n.]{0,80}+)\\.?)$", FLAGS);
    private static final Pattern CLOSING_MARKS = Pattern.compile("\\s+#+$");

    private static final String LOOSE_END = ".,;:!?)]}";

    /** Words in capitals that are not the name of anything: days and months, and "I". Folded. */
    private static final Set<String> NOT_NAMES = Set.copyOf(List.of(("ocak subat mart nisan mayis haziran temmuz agustos eylul "
            + "ekim kasim aralik pazartesi sali carsamba persembe cuma cumartesi pazar january february march april may june july "
            + "august september october november december monday tuesday wednesday thursday friday saturday sunday i im ok mr mrs "
            + "ms dr tl try usd eur gbp").split(" ")));

    private static final Set<String> JOINING = Set.of("of", "van", "von", "bin", "al", "el", "di", "du", "la", "le");

    private static final Map<Kind, Pattern> ASKED = new EnumMap<>(Map.of(
            Kind.LINK, Pattern.compile("\\b(?:links?|urls?|web|baglanti\\w*|internet adres\\w*|site)\\b"),
            Kind.EMAIL, Pattern.compile("\\b(?:e-?mails?|mail\\w*|e-?posta\\w*)\\b"),
            Kind.DATE, Pattern.compile("\\b(?:dates?|tarih\\w*|when)\\b"),
            Kind.MONEY, Pattern.compile("\\b(?:amounts?|money|prices?|costs?|sums?|tutar\\w*|para|paralari|fiyat\\w*|ucret\\w*"
                    + "|miktar\\w*|meblag\\w*)\\b"),
            Kind.PERCENT, Pattern.compile("\\b(?:percent\\w*|yuzde\\w*|oran\\w*|rates?)\\b"),
            Kind.TIME, Pattern.compile("\\b(?:times?|hours?|saat\\w*)\\b"),
            Kind.PHONE, Pattern.compile("\\b(?:phones?|telefon\\w*|tel|gsm)\\b"),
            Kind.NAME, Pattern.compile("\\b(?:names?|people|persons?|places?|organi[sz]ations?|compan(?:y|ies)|entit(?:y|ies)"
                    + "|cities|countries|isim\\w*|adlari\\w*|kisi\\w*|yer|yerler\\w*|kurum\\w*|sirket\\w*|kurulus\\w*|sehir\\w*"
                    + "|ulke\\w*)\\b"),
            Kind.HEADING, Pattern.compile("\\b(?:headings?|headlines?|sections?|chapters?|baslik\\w*|baslig\\w*|bolum\\w*)\\b")));

    /** Finds what a message asks for in the text it brings along; everything, where it does not say what. */
    public List<Found> message(String message) {
        var passage = Passage.of(message);
        return find(passage.body(), asked(passage.instruction()));
    }

    /** The kinds that an order names; all of them, where it names none. */
    public Set<Kind> asked(String instruction) {
        var folded = Words.fold(instruction);
        var kinds = EnumSet.noneOf(Kind.class);
        ASKED.forEach((kind, words) -> {
            if (words.matcher(folded).find()) {
                kinds.add(kind);
            }
        });
        return kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
    }

    /** Finds everything. */
    public List<Found> find(String text) {
        return find(text, EnumSet.allOf(Kind.class));
    }

    /**
     * Finds these kinds, in the order in which they stand in the text. What stands there twice is found once, at its first place.
     */
    public List<Found> find(String text, Set<Kind> kinds) {
        var taken = new BitSet(text.length());
        var all = new ArrayList<Found>();
        for (var kind : Kind.values()) { // kinds not asked for still claim their places: the 2026 of a date is no amount
            if (kind == Kind.NAME) {
                names(text, taken, all);
                continue;
            }
            if (kind == Kind.HEADING) {
                if (kinds.contains(kind)) { // it claims no place
                    headings(text, all);
                }
                continue;
            }
            var matcher = PATTERNS.get(kind).matcher(text);
            while (matcher.find()) {
                int end = kind == Kind.LINK ? withoutLooseEnd(text, matcher.start(), matcher.end()) : matcher.end();
                take(kind, text, matcher.start(), end, taken, all);
            }
        }
        all.sort(Comparator.comparingInt(Found::at));
        var seen = new HashSet<String>();
        return all.stream().filter(found -> kinds.contains(found.kind) && seen.add(found.kind + found.text))
                .collect(Collectors.toList());
    }

    private static void take(Kind kind, String text, int from, int to, BitSet taken, List<Found> all) {
        int clash = taken.nextSetBit(from);
        if (from < to && (clash < 0 || clash >= to)) {
            taken.set(from, to);
            all.add(new Found(kind, text.substring(from, to), from));
        }
    }

    private static void headings(String text, List<Found> all) {
        var matcher = HEADING.matcher(text);
        while (matcher.find()) {
            for (int form = 1; form <= matcher.groupCount(); form++) {
                if (matcher.group(form) != null) {
                    all.add(new Found(Kind.HEADING, CLOSING_MARKS.matcher(matcher.group(form).strip()).replaceFirst(""), matcher.start(form)));
                }
            }
        }
    }

    /** The stop after a link ends the sentence, not the link; a closing bracket belongs to it only if the link opened one. */
    private static int withoutLooseEnd(String text, int from, int to) {
        boolean opened = text.indexOf('(', from, to) >= 0;
        while (to > from && LOOSE_END.indexOf(text.charAt(to - 1)) >= 0 && !(opened && text.charAt(to - 1) == ')')) {
            to--;
        }
        return to;
    }

    private static void names(String text, BitSet taken, List<Found> all) {
        for (var sentence : Sentences.of(text, TextLanguage.of(text))) {
            new NameScan(text, sentence).scan((from, to) -> take(Kind.NAME, text, from, to, taken, all));
        }
    }

    /** Where a name was seen. */
    @FunctionalInterface
    private interface Seen {
        void name(int from, int to);
    }

    /** Runs of capitalised words in one sentence. */
    private static final class NameScan {
        private final String text;
        private final Sentences.Span sentence;
        private int from = -1;
        private int to = -1;
        private int words;
        private boolean atStart;
        /** End of a small word inside a name ("of", "van"), which belongs to it only if another capital follows. */
        private int bridge = -1;

        NameScan(String text, Sentences.Span sentence) {
            this.text = text;
            this.sentence = sentence;
        }

        void scan(Seen seen) {
            int i = sentence.from();
            boolean first = true;
            while (i < sentence.to()) {
                if (!Character.isLetterOrDigit(text.charAt(i))) {
                    i++;
                    continue;
                }
                int end = i;
                while (end < sentence.to() && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                word(i, end, first, seen);
                first = opensAfresh(end);
                i = afterEndings(end, seen);
            }
            flush(seen);
        }

        private void word(int start, int end, boolean first, Seen seen) {
            var folded = Words.fold(text.substring(start, end));
            boolean capital = Character.isUpperCase(text.charAt(start)) && !NOT_NAMES.contains(folded)
                    && !(first && Words.isStop(folded));
            boolean joined = from >= 0 && isJoined(to, start);
            if (!joined) {
                flush(seen);
            }
            if (capital) {
                if (from < 0) {
                    from = start;
                    atStart = first;
                    words = 0;
                }
                to = end;
                words++;
            } else if (!(joined && JOINING.contains(folded))) {
                flush(seen);
            } else {
                bridge = end;
            }
        }

        private boolean isJoined(int before, int start) {
            int gapFrom = Math.max(before, bridge);
            if (start - gapFrom > 2) {
                return false;
            }
            for (int i = gapFrom; i < start; i++) {
                if (" -&.".indexOf(text.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }

        /** After a colon or an opening quote a capital says as little as at the start. */
        private boolean opensAfresh(int end) {
            for (int i = end; i < sentence.to() && !Character.isLetterOrDigit(text.charAt(i)); i++) {
                if (":\"“«;|".indexOf(text.charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** Turkish sets endings off with an apostrophe ("Ankara'da"), English its genitive: the name ends there. */
        private int afterEndings(int end, Seen seen) {
            if (end >= sentence.to() || (text.charAt(end) != '\'' && text.charAt(end) != '’')) {
                return end;
            }
            int i = end + 1;
            while (i < sentence.to() && Character.isLowerCase(text.charAt(i))) {
                i++;
            }
            if (i > end + 1) {
                flush(seen);
                return i;
            }
            return end;
        }

        /** A single word at the start of a sentence has its capital from there; two in a row are a name wherever they stand. */
        private void flush(Seen seen) {
            if (from >= 0 && to - from > 1 && (!atStart || words > 1)) {
                seen.name(from, to);
            }
            from = -1;
            bridge = -1;
        }
    }
}
