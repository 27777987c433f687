package dev.katman.words;

import dev.katman.conversation.Column;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER | 1234.5          | 1,234.5     | 1.234,5
            NUMBER | -1234567        | -1,234,567  | -1.234.567
            NUMBER | 1.2340          | 1.234       | 1,234
            NUMBER | 0.123456789012  | 0.123456789012 | 0,123456789012
            NUMBER | 5 kg            | 5 kg        | 5 kg
            NUMBER | 1.234,50        | 1.234,50    | 1.234,50
            DATE   | 2024-03-03      | 3 Mar 2024  | 3 Mar 2024
            DATE   | 2024-08-30      | 30 Aug 2024 | 30 Ağu 2024
            DATE   | 03/04/2024      | 03/04/2024  | 03/04/2024
            TEXT   | 1234.5          | 1234.5      | 1234.5
            TEXT   | 2024-03-03      | 2024-03-03  | 2024-03-03
            """)
    void aCellIsShownAsItsReaderWritesSuchThings(Column.Kind kind, String cell, String english, String turkish) {
        var column = new Column("any", kind);
        assertThat(new ColumnWords(Texts.in(Language.EN)).shown(column, cell)).isEqualTo(english);
        assertThat(new ColumnWords(Texts.in(Language.TR)).shown(column, cell)).isEqualTo(turkish);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-31", "2024-13-01"})
    void aDayThatThereIsNotStaysAsItIs(String cell) {
        assertThat(new ColumnWords(Texts.in(Language.EN)).shown(new Column("due", Column.Kind.DATE), cell)).isEqualTo(cell);
    }
}
