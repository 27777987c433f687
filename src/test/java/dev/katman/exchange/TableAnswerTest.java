package dev.katman.exchange;

import dev.katman.conversation.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What models make of an order for JSON, and what a table makes of cells. */
class TableAnswerTest {
    private static final List<Column> COLUMNS = List.of(Column.text("Due date"), Column.text("tutar"));
    private static final TableAnswer.Read MEANT = new TableAnswer.Read.Rows(List.of(List.of("1 March", "18.500 TL"), List.of("", "-3")));

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"rows\":[{\"Due date\":\"1 March\",\"tutar\":\"18.500 TL\"},{\"Due date\":null,\"tutar\":-3}]}",
        "Here {as you asked}:\n```json\n{\"rows\": [{\"due_date\": \" 1 \\n March\", \"Tutar\": \"18.500 TL\"}, {\"tutar\": \"-3\"}]}\n```\nThat is all.",
        "<think>{\"rows\":[]} would be empty</think>[[\"1 March\",\"18.500 TL\"],[\"\",\"-3\"]]",
        "[{\"due date\":\"1 March\",\"tutar\":\"18.500 TL\",\"note\":\"x\"},{\"due date\":\"\",\"tutar\":\"\"},{\"TUTAR\":\"-3\"}]"})
    void whatIsMeantIsTaken(String answer) {
        assertThat(TableAnswer.rows(answer, COLUMNS)).isEqualTo(MEANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "There is nothing of that in the text.", "{\"rows\":\"none\"}", "{\"rows\":[{\"colour\":\"red\"}]}",
        "{\"rows\":[[\"1 March\"]]}", "{\"rows\":[3]}", "{]", "{{{{{{{{{{{{"})
    void whatIsNotClearIsNotTaken(String answer) {
        assertThat(TableAnswer.rows(answer, COLUMNS)).isIn(new TableAnswer.Read.Unusable(), new TableAnswer.Read.CutOff());
    }

    @Test
    void whatBreaksOffIsKnownAsThat() {
        assertThat(TableAnswer.rows("{\"rows\":[{\"Due date\":\"1 March\",\"tutar\":\"18.500 TL\"},{\"Due da", COLUMNS))
                .isEqualTo(new TableAnswer.Read.CutOff());
        assertThat(TableAnswer.rows("{\"rows\":[]}", COLUMNS)).isEqualTo(new TableAnswer.Read.Rows(List.of()));
    }

    @Test
    void columnsAreFewAndDistinct() {
        assertThat(TableAnswer.columns("```\n{\"columns\":[\"tarih\",\"tutar\",\"tarih\",\"\"]}```")).contains(List.of(Column.text("tarih"), Column.text("tutar")));
        assertThat(TableAnswer.columns("[\"date\"]")).contains(List.of(Column.text("date")));
        assertThat(TableAnswer.columns("date, amount")).isEmpty();
        assertThat(TableAnswer.columns("{\"columns\":[]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"columns\":[\"tarih:date\",\"tutar: number\",\"not\",\"oran:percent\"]}",
        "{\"columns\":[{\"name\":\"tarih\",\"kind\":\"date\"},{\"name\":\"tutar\",\"kind\":\"Number\"},{\"name\":\"not\"},{\"name\":\"oran\",\"kind\":\"percent\"}]}",
        "[\"tarih:tarih\",\"tutar:sayı\",\"not:text\",\"oran\",{\"kind\":\"date\"}]"})
    void kindsAreProposedTooAndWhatIsNoneMeansText(String answer) {
        assertThat(TableAnswer.columns(answer)).contains(List.of(new Column("tarih", Column.Kind.DATE), new Column("tutar", Column.Kind.NUMBER),
                Column.text("not"), Column.text("oran")));
    }

    /** What JSON gives as a number is one; the same digits as words might be a thousand times as much. */
    @Test
    void numbersAndDatesAreWhatIsMeantWhereItIsCertain() {
        var columns = List.of(new Column("due", Column.Kind.DATE), new Column("amount", Column.Kind.NUMBER), Column.text("no"));
        var read = (TableAnswer.Read.Rows) TableAnswer.rows("""
                {"rows":[{"due":"3 Mart 2024","amount":"1.234,50 TL","no":7.50},{"due":"03/04/2024","amount":1.234,"no":"1.234"},
                {"due":"","amount":"1.234","no":"x"},{"due":null,"amount":null,"no":""},{"due":null,"amount":-12,"no":null}]}""", columns);
        var table = new PreparedTable(columns, read.rows());
        assertThat(table.csv()).isEqualTo("due,amount,no\r\n2024-03-03,1234.5,7.50\r\n03/04/2024,1.2340,1.234\r\n,1.234,x\r\n,-12,\r\n");
        assertThat(table.json().replaceAll("\\s", "")).isEqualTo("""
                [{"due":"2024-03-03","amount":1234.5,"no":"7.50"},{"due":"03/04/2024","amount":1.2340,"no":"1.234"},\
                {"due":null,"amount":"1.234","no":"x"},{"due":null,"amount":-12,"no":""}]""");
        assertThat(table.markdown()).startsWith("| due | amount | no |\n| --- | ---: | --- |\n| 2024-03-03 | 1234.5 | 7.50 |");
    }

    @Test
    void aSpreadsheetTakesNoCellForAFormula() {
        var table = new PreparedTable(List.of(Column.text("a"), Column.text("b")), List.of(List.of("=HYPERLINK(\"http://x\";\"y\")", "-3,5"), List.of("@cmd", "+1 \"x\",\ny"),
                List.of("-2+3", "a|b")));
        assertThat(table.csv()).isEqualTo("a,b\r\n\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\",\"-3,5\"\r\n'@cmd,\"'+1 \"\"x\"\",\ny\"\r\n'-2+3,a|b\r\n");
        assertThat(table.markdown()).endsWith("| -2+3 | a\\|b |");
    }
}
