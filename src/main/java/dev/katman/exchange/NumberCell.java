package dev.katman.exchange;

import dev.katman.conversation.Folded;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that a cell means, as people write it in Turkish and in English: "1.234,50 TL", "$1,234.50", "%12", "2,5 milyon". A currency and a sign
 * for per cent go, other units do not: 5 kg are not the 5 of 5 g. What could be two numbers is none: "1.234" by itself is a thousand more to one
 * reader than to the other.
 */
final class NumberCell {
    private static final String CURRENCY = "[₺$€£¥]|\\b(?:tl|try|usd|eur|gbp|chf|jpy|liras?i?|dolar|dollars?|avro|euros?|sterlin|pounds?)\\b";
    private static final Map<String, BigDecimal> SCALES = Map.of("bin", BigDecimal.TEN.pow(3), "thousand", BigDecimal.TEN.pow(3),
            "milyon", BigDecimal.TEN.pow(6), "million", BigDecimal.TEN.pow(6), "mn", BigDecimal.TEN.pow(6), "milyar", BigDecimal.TEN.pow(9),
            "billion", BigDecimal.TEN.pow(9), "bn", BigDecimal.TEN.pow(9), "trilyon", BigDecimal.TEN.pow(12), "trillion", BigDecimal.TEN.pow(12));
    /** Of a folded cell. What begins with a nought and goes on is a code, and no number. */
    private static final Pattern FORM = Pattern.compile("(?:(?<before>" + CURRENCY + ")|(?:%|\\byuzde\\b))?\\s?(?<sign>[+-]?)(?<currency>[₺$€£¥]\\s?)?"
            + "(?<digits>0(?:[.,]\\d{1,15})?|[1-9][\\d.,]{0,24})(?:\\s?(?<scale>" + String.join("|", SCALES.keySet()) + ")\\b)?"
            + "\\s?(?:(?<after>" + CURRENCY + ")|%|\\bper ?cent\\b)?");
    private static final Pattern BLANKS_IN_THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d)");
    /** A thousand to half of all readers. */
    private static final Pattern UNCLEAR = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern PLAIN = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");
    private static final int LONGEST = 60;
    private static final List<DecimalFormat> FORMATS = List.of(format(Locale.ENGLISH, true), format(Locale.ENGLISH, false),
            format(Locale.of("tr", "TR"), true), format(Locale.of("tr", "TR"), false));

    private NumberCell() {
    }

    private static DecimalFormat format(Locale locale, boolean thousands) {
        var format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setParseBigDecimal(true);
        format.setGroupingUsed(thousands);
        format.setStrict(true);
        return format;
    }

    /** @return empty where it is none, or not certain */
    static Optional<BigDecimal> read(String cell) {
        if (cell.length() > LONGEST) {
            return Optional.empty();
        }
        if (PLAIN.matcher(cell).matches() && !UNCLEAR.matcher(cell).matches()) {
            return Optional.of(new BigDecimal(cell)); // as most are, from the worker or from here
        }
        String joined = BLANKS_IN_THOUSANDS.matcher(cell.strip()).replaceAll(found -> found.group().replaceAll("[ \\u00a0\\u202f]", ""));
        Matcher form = FORM.matcher(Folded.of(joined.replace('\u2212', '-').replace('\u00a0', ' ')));
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean money = form.group("before") != null || form.group("currency") != null || form.group("after") != null;
        Optional<BigDecimal> scale = Optional.ofNullable(form.group("scale")).map(SCALES::get);
        return magnitude(form.group("digits"), money && scale.isEmpty()).map(number -> scale.map(number::multiply).orElse(number))
                .map(number -> form.group("sign").equals("-") ? number.negate() : number);
    }

    /** @param cents whether a part of one has two places at most */
    private static Optional<BigDecimal> magnitude(String digits, boolean cents) {
        var readings = new TreeSet<BigDecimal>(); // by what they come to, whatever their places
        for (DecimalFormat format : FORMATS) {
            if (!format.isGroupingUsed() || !digits.startsWith("0")) {
                var end = new ParsePosition(0);
                var number = (BigDecimal) ((DecimalFormat) format.clone()).parse(digits, end); // a format is not safe for many threads
                if (number != null && end.getIndex() == digits.length() && Character.isDigit(digits.charAt(digits.length() - 1))) {
                    readings.add(number);
                }
            }
        }
        if (cents && readings.size() > 1) {
            readings.removeIf(number -> number.scale() > 2);
        }
        return readings.size() == 1 ? Optional.of(readings.first()) : Optional.empty();
    }

    /** Plain, with a dot before the decimals, so that {@link #read} finds the same again: it has a nought more where it would not be clear. */
    static String plain(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return UNCLEAR.matcher(plain).matches() ? plain + "0" : plain;
    }
}
