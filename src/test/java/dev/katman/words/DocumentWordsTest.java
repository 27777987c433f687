package dev.katman.words;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Place;
import dev.katman.documents.Reading;
import dev.katman.journal.Fitting;
import dev.katman.journal.Source;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentWordsTest {
    private static final DocumentId ID = new DocumentId("0".repeat(26));

    @ParameterizedTest
    @EnumSource(Reading.Reason.class)
    void everyReasonIsOneSentenceWithTheFilesNameAndItsFigure(Reading.Reason reason) {
        for (Language language : Language.values()) {
            String sentence = new DocumentWords(Texts.in(language)).unread(new Reading.Unread("kira.pdf", reason, 64L << 20));
            assertThat(sentence).as(language + " " + reason).startsWith("kira.pdf").endsWith(".").doesNotContain("{", "\n");
        }
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsToldSo() {
        var english = new DocumentWords(Texts.in(Language.EN));
        assertThat(english.unread(new Reading.Unread("Ruhsat.PDF", Reading.Reason.BINARY, 0))).startsWith("Ruhsat.PDF").contains("no PDF inside");
        assertThat(english.unread(new Reading.Unread("rapor/a.docx", Reading.Reason.BINARY, 0))).contains("no DOCX inside");
        assertThat(english.unread(new Reading.Unread("pdf", Reading.Reason.BINARY, 0))).contains("neither a text nor a document");
    }

    @Test
    void aSourceHasItsPlace() {
        var turkish = new DocumentWords(Texts.in(Language.TR));
        assertThat(turkish.source(new Source(1, ID, "kira.pdf", 0, 0, new Place(12, 0, "§ 3 Depozito"), "x"))).isEqualTo("kira.pdf · sayfa 12 · § 3 Depozito");
        assertThat(turkish.source(new Source(1, ID, "a.txt", 0, 0, new Place(0, 7, ""), "x"))).isEqualTo("a.txt · satır 7");
        assertThat(turkish.place(new Place(0, 1_179, ""))).as("a number, no amount").isEqualTo("satır 1179");
    }

    @Test
    void itSaysWhatDidNotGoAlong() {
        var english = new DocumentWords(Texts.in(Language.EN));
        assertThat(english.fitting(Fitting.WHOLE)).isEmpty();
        var source = new Source(1, ID, "kira.pdf", 0, 0, new Place(2, 0, ""), "x");
        assertThat(english.fitting(new Fitting(List.of(source), 18_000, 14, 0, true, 0))).containsExactly("[1] kira.pdf · page 2",
                "Your message was too long for one request: what the question needs of it was sent.",
                "About 18,000 tokens of the documents were not sent.", "14 older messages of this conversation were not sent.");
        assertThat(english.fitting(new Fitting(List.of(), 0, 14, 11, false, 0))).containsExactly("11 older messages were sent as a summary.",
                "3 older messages of this conversation were not sent.");
    }
}
