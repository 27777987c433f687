package dev.katman.exchange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What models make of an order for JSON, and what a table makes of cells. */
class TableAnswerTest {
    private static final List<String> COLUMNS = List.of("Due date", "tutar");
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
        assertThat(TableAnswer.columns("```\n{\"columns\":[\"tarih\",\"tutar\",\"tarih\",\"\"]}```")).contains(List.of("tarih", "tutar"));
        assertThat(TableAnswer.columns("[\"date\"]")).contains(List.of("date"));
        assertThat(TableAnswer.columns("date, amount")).isEmpty();
        assertThat(TableAnswer.columns("{\"columns\":[]}")).isEmpty();
    }

    @Test
    void aSpreadsheetTakesNoCellForAFormula() {
        var table = new PreparedTable(List.of("a", "b"), List.of(List.of("=HYPERLINK(\"http://x\";\"y\")", "-3,5"), List.of("@cmd", "+1 \"x\",\ny"),
                List.of("-2+3", "a|b")));
        assertThat(table.csv()).isEqualTo("a,b\r\n\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\",\"-3,5\"\r\n'@cmd,\"'+1 \"\"x\"\",\ny\"\r\n'-2+3,a|b\r\n");
        assertThat(table.markdown()).endsWith("| -2+3 | a\\|b |");
    }
}
