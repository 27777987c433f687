package dev.katman.ui.kit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import static org.assertj.core.api.Assertions.assertThat;

class SearchFieldTest {
    private final SearchField field = new SearchField();

    @BeforeAll
    static void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void ofADocumentPastedByMistakeTheBeginningGoesIn() {
        field.setText("rent ");
        field.end();
        field.replaceSelection("x".repeat(1_000_000));
        assertThat(field.getText()).isEqualTo("rent " + "x".repeat(SearchField.LONGEST - 5));
        assertThat(field.getCaretPosition()).isEqualTo(SearchField.LONGEST);
        field.replaceSelection("y");
        assertThat(field.getText()).as("full").hasSize(SearchField.LONGEST).doesNotContain("y");
        field.selectAll();
        field.replaceSelection("lease");
        assertThat(field.getText()).isEqualTo("lease");
    }

    @Test
    void noLetterIsHalved() {
        field.replaceSelection("x".repeat(SearchField.LONGEST - 1) + "😀");
        assertThat(field.getText()).isEqualTo("x".repeat(SearchField.LONGEST - 1));
    }

    @Test
    void aTextIsCutBetweenLettersAndSaysSo() {
        assertThat(PlainText.brief("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(PlainText.brief("😀😀😀", 2)).isEqualTo("😀😀…");
    }
}
