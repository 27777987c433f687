package dev.katman.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a table that is drawn from a document.
 *
 * @param name as it stands over the column
 * @param kind what its cells are
 */
public record Column(String name, Kind kind) {
    /** A word behind the last colon: with a blank between, only a word that is known is a kind; right behind it, every word is meant as one. */
    private static final Pattern BEHIND_COLON = Pattern.compile("(.*):(\\s*)(\\p{L}+)\\s*", Pattern.DOTALL);

    /** What the cells of a column are. */
    public enum Kind {
        /** Words as they stand. */
        TEXT("text", "metin"),
        /** Numbers without a unit. */
        NUMBER("number", "sayi"),
        /** Days of a year. */
        DATE("date", "tarih");

        /** In either language of the program, folded: what was written in one is read in the other. */
        private final Set<String> words;

        Kind(String... words) {
            this.words = Set.of(words);
        }

        /** The kind that a word names, in either language; empty where it names none. */
        public static Optional<Kind> named(String word) {
            String folded = Folded.of(word.strip());
            return List.of(values()).stream().filter(kind -> kind.words.contains(folded)).findFirst();
        }
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    /**
     * A column as people write it: its name alone is one of text; "Price:number" says the kind. A colon may be part of a name: "Note: urgent" is
     * one, and so is "10:30".
     *
     * @return empty where the word right behind the last colon is no kind
     */
    public static Optional<Column> parse(String column) {
        Matcher parted = BEHIND_COLON.matcher(column);
        if (!parted.matches()) {
            return Optional.of(text(column.strip()));
        }
        Optional<Column> kind = Kind.named(parted.group(3)).map(known -> new Column(parted.group(1).strip(), known));
        return kind.isPresent() || parted.group(2).isEmpty() ? kind : Optional.of(text(column.strip()));
    }

    /**
     * As {@link #parse} reads it.
     *
     * @param word for the kind, in whatever language
     */
    public String written(String word) {
        return kind == Kind.TEXT && parse(name).filter(this::equals).isPresent() ? name : name + ":" + word;
    }
}
