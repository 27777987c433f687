package dev.katman.context;

import dev.katman.conversation.Column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The built-in table: a row for each sentence or line in which something of a known form stands, put under the column whose name asks for
 * it. It knows forms, not meanings: a column that asks for anything else stays empty. Turkish and English.
 */
public final class PatternTable {
    /** What a cell may hold; a heading stands over the rows. */
    private static final Map<Extractor.Kind, String> ENGLISH = Map.of(Extractor.Kind.LINK, "link", Extractor.Kind.EMAIL, "e-mail",
            Extractor.Kind.DATE, "date", Extractor.Kind.MONEY, "amount", Extractor.Kind.PERCENT, "percentage", Extractor.Kind.TIME, "time",
            Extractor.Kind.PHONE, "phone", Extractor.Kind.NAME, "name");
    private static final Map<Extractor.Kind, String> TURKISH = Map.of(Extractor.Kind.LINK, "bağlantı", Extractor.Kind.EMAIL, "e-posta",
            Extractor.Kind.DATE, "tarih", Extractor.Kind.MONEY, "tutar", Extractor.Kind.PERCENT, "yüzde", Extractor.Kind.TIME, "saat",
            Extractor.Kind.PHONE, "telefon", Extractor.Kind.NAME, "ad");
    private static final String SEVERAL = "; ";

    private final Extractor extractor = new Extractor();

    /**
     * The columns that a text can fill: what it stands under, and what is found in it, named in the text's language. What is a
     * number or a day is a column of such.
     *
     * @param headed whether it has headings
     */
    public List<Column> columns(String text, boolean headed) {
        var kinds = EnumSet.noneOf(Extractor.Kind.class);
        extractor.find(text, ENGLISH.keySet()).forEach(found -> kinds.add(found.kind()));
        boolean turkish = TextLanguage.of(text) == TextLanguage.TURKISH;
        var columns = new ArrayList<Column>();
        if (headed) {
            columns.add(Column.text(turkish ? "başlık" : "heading"));
        }
        if (kinds.isEmpty()) {
            kinds.add(Extractor.Kind.NAME);
        }
        kinds.forEach(kind -> columns.add(new Column((turkish ? TURKISH : ENGLISH).get(kind), of(kind))));
        return List.copyOf(columns);
    }

    /**
     * The rows of a text; each has a cell for each column, which may be empty, and something was found for one at least.
     *
     * @param heading what the text stands under; empty where that is nothing
     */
    public List<List<String>> rows(String text, String heading, List<Column> columns) {
        List<Set<Extractor.Kind>> wanted = columns.stream().map(this::kinds).toList();
        Set<Extractor.Kind> kinds = EnumSet.noneOf(Extractor.Kind.class);
        wanted.forEach(kinds::addAll);
        kinds.remove(Extractor.Kind.HEADING); // it is known already
        var rows = new ArrayList<List<String>>();
        if (kinds.isEmpty()) {
            return rows;
        }
        for (Sentences.Span span : Sentences.of(text, TextLanguage.of(text))) {
            List<Extractor.Found> found = extractor.find(span.of(text), kinds);
            if (!found.isEmpty()) {
                rows.add(wanted.stream().map(ofColumn -> ofColumn.contains(Extractor.Kind.HEADING) ? heading : cell(found, ofColumn)).toList());
            }
        }
        return Collections.unmodifiableList(rows);
    }

    private static String cell(List<Extractor.Found> found, Set<Extractor.Kind> kinds) {
        return String.join(SEVERAL, found.stream().filter(one -> kinds.contains(one.kind())).map(Extractor.Found::text).toList());
    }

    private static Column.Kind of(Extractor.Kind kind) {
        return switch (kind) {
            case DATE -> Column.Kind.DATE;
            case MONEY, PERCENT -> Column.Kind.NUMBER;
            case LINK, EMAIL, TIME, PHONE, NAME, HEADING -> Column.Kind.TEXT;
        };
    }

    /** What a column asks for: what its name says, or else whatever is of its kind; none where that is nothing of a known form, or not one thing. */
    private Set<Extractor.Kind> kinds(Column column) {
        Optional<Extractor.Kind> said = said(column.name());
        if (column.kind() == Column.Kind.TEXT || said.filter(kind -> of(kind) == column.kind()).isPresent()) {
            return said.map(Set::of).orElse(Set.of());
        }
        return ENGLISH.keySet().stream().filter(kind -> of(kind) == column.kind()).collect(Collectors.toSet());
    }

    private Optional<Extractor.Kind> said(String column) {
        for (Map<Extractor.Kind, String> names : List.of(ENGLISH, TURKISH)) {
            for (var name : names.entrySet()) {
                if (Words.fold(name.getValue()).equals(Words.fold(column.strip()))) {
                    return Optional.of(name.getKey());
                }
            }
        }
        Set<Extractor.Kind> asked = extractor.asked(column);
        return asked.size() == 1 ? Optional.of(asked.iterator().next()) : Optional.empty();
    }
}
