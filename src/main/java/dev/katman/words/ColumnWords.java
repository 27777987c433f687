package dev.katman.words;

import dev.katman.conversation.Column;
import dev.katman.settings.Texts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of a table as people write and read them, in one language. */
public final class ColumnWords {
    private final Texts texts;

    public ColumnWords(Texts texts) {
        this.texts = texts;
    }

    /** The word behind the colon. */
    public String kind(Column.Kind kind) {
        return texts.get("words.column." + kind);
    }

    /** All of these words, between commas. */
    public String kinds() {
        return Arrays.stream(Column.Kind.values()).map(this::kind).collect(Collectors.joining(", "));
    }

    /** "Price:number"; the name alone where that says it all. */
    public String written(Column column) {
        return column.written(kind(column.kind()));
    }

    public String written(List<Column> columns, String between) {
        return columns.stream().map(this::written).collect(Collectors.joining(between));
    }
}
