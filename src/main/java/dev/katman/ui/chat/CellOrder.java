package dev.katman.ui.chat;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders the cells of a column: figures by what they come to, also with a currency or a unit, then words as the language does; blank ones last. */
final class CellOrder implements Comparator<String> {
    private static final Pattern FIGURE = Pattern.compile("[^\\d+-]{0,4}([+-]?\\d[\\d.,]*)[^\\d]{0,8}");
    private static final String THOUSANDS = "[+-]?[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?:,\\d{3})+)";

    private final Collator words;

    CellOrder(Locale locale) {
        words = Collator.getInstance(locale);
    }

    @Override
    public int compare(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return Boolean.compare(one.isBlank(), other.isBlank());
        }
        Optional<BigDecimal> first = figure(one);
        Optional<BigDecimal> second = figure(other);
        if (first.isPresent() && second.isPresent()) {
            return first.get().compareTo(second.get());
        }
        return first.isPresent() || second.isPresent() ? Boolean.compare(second.isPresent(), first.isPresent()) : words.compare(one, other);
    }

    private static Optional<BigDecimal> figure(String cell) {
        Matcher found = FIGURE.matcher(cell.replaceAll("(?<=\\d)[\\s\\u00a0\\u202f](?=\\d)", ""));
        if (!found.matches()) {
            return Optional.empty();
        }
        String digits = found.group(1).replaceAll("[.,]$", "");
        int decimal = digits.matches(THOUSANDS) ? -1 : Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        String whole = (decimal < 0 ? digits : digits.substring(0, decimal)).replaceAll("[.,]", "");
        return Optional.of(new BigDecimal(decimal < 0 ? whole : whole + "." + digits.substring(decimal + 1)));
    }
}
