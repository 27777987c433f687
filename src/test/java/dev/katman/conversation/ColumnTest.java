package dev.katman.conversation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Columns as people write them. */
class ColumnTest {
    @ParameterizedTest
    @CsvSource({"Item, Item, TEXT", "Price:number, Price, NUMBER", "Due date : DATE, Due date, DATE", "Tutar:sayı, Tutar, NUMBER", "Tutar:SAYI, Tutar, NUMBER",
        "Vade: tarih, Vade, DATE", "Kalem:metin, Kalem, TEXT", "Note: urgent, Note: urgent, TEXT", "10:30, 10:30, TEXT", "Ratio:, Ratio:, TEXT",
        "Ratio: a:number, Ratio: a, NUMBER", "Ratio:net:text, Ratio:net, TEXT", "Best before: the day, Best before: the day, TEXT"})
    void aKnownWordBehindTheLastColonIsTheKind(String written, String name, Column.Kind kind) {
        assertThat(Column.parse(written)).contains(new Column(name, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Price:money", "Price:numbers", "Vade:gün", "Ratio: a:net"})
    void anyOtherWordRightBehindItIsAMistake(String written) {
        assertThat(Column.parse(written)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (String name : new String[] {"Price", "Note: urgent", "Ratio:net", "Price:number", "Vade: tarih", "10:30"}) {
            for (Column.Kind kind : Column.Kind.values()) {
                Column column = new Column(name, kind);
                assertThat(Column.parse(column.written(kind.name()))).contains(column);
            }
        }
        assertThat(Column.text("Note: urgent").written("text")).isEqualTo("Note: urgent");
        assertThat(Column.text("Price:number").written("text")).isEqualTo("Price:number:text");
    }
}
