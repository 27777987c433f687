package dev.katman.context;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    /** Folded. */
    private static final Set<String> HEADINGS = Set.of("heading", "section", "chapter", "baslik", "bolum");
    private static final String SEVERAL = "; ";

    private final Extractor extractor = new Extractor();

    /**
     * The columns that a text can fill: what it stands under, and what is found in it, named in the text's language.
     *
     * @param headed whether it has headings
     */
    public List<String> columns(String text, boolean headed) {
        var kinds = EnumSet.noneOf(Extractor.Kind.class);
        extractor.find(text, ENGLISH.keySet()).forEach(found -> kinds.add(found.kind()));
        boolean turkish = TextLanguage.of(text) == TextLanguage.TURKISH;
        var columns = new ArrayList<String>();
        if (headed) {
            columns.add(turkish ? "başlık" : "heading");
        }
        if (kinds.isEmpty()) {
            kinds.add(Extractor.Kind.NAME);
        }
        kinds.forEach(kind -> columns.add((turkish ? TURKISH : ENGLISH).get(kind)));
        return List.copyOf(columns);
    }

    /**
     * The rows of a text; each has a cell for each column, which may be empty, and something was found for one at least.
     *
     * @param heading what the text stands under; empty where that is nothing
     */
    public List<List<String>> rows(String text, String heading, List<String> columns) {
        List<Optional<Extractor.Kind>> wanted = columns.stream().map(this::kind).toList();
        Set<Extractor.Kind> kinds = EnumSet.noneOf(Extractor.Kind.class);
        wanted.forEach(kind -> kind.ifPresent(kinds::add));
        var rows = new ArrayList<List<String>>();
        if (kinds.isEmpty()) {
            return rows;
        }
        for (Sentences.Span span : Sentences.of(text, TextLanguage.of(text))) {
            List<Extractor.Found> found = extractor.find(span.of(text), kinds);
            if (!found.isEmpty()) {
                var row = new ArrayList<String>();
                for (int i = 0; i < columns.size(); i++) {
                    boolean headed = HEADINGS.contains(Words.fold(columns.get(i).strip()));
                    row.add(headed ? heading : wanted.get(i).map(kind -> cell(found, kind)).orElse(""));
                }
                rows.add(List.copyOf(row));
            }
        }
        return Collections.unmodifiableList(rows);
    }

    private static String cell(List<Extractor.Found> found, Extractor.Kind kind) {
        return String.join(SEVERAL, found.stream().filter(one -> one.kind() == kind).map(Extractor.Found::text).toList());
    }

    /** What a column's name asks for; empty where that is nothing of a known form, or not one thing. */
    private Optional<Extractor.Kind> kind(String column) {
        for (Map<Extractor.Kind, String> names : List.of(ENGLISH, TURKISH)) {
            for (var name : names.entrySet()) {
                if (Words.fold(name.getValue()).equals(Words.fold(column.strip()))) {
                    return Optional.of(name.getKey());
                }
            }
        }
        Set<Extractor.Kind> asked = extractor.asked(column);
        return asked.size() == 1 ? Optional.of(asked.iterator().next()).filter(ENGLISH::containsKey) : Optional.empty();
    }
}
