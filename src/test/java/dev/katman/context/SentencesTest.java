package dev.katman.context;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTest {
    @Test
    void englishAbbreviationsInitialsAndDecimalsEndNoSentence() {
        assertThat(english("Dr. Hale met J. Ford at 5 p.m. They paid $3.50, e.g. for tea. See No. 7 and U.S. Route 1. Done!"))
                .containsExactly(
                "Dr. Hale met J. Ford at 5 p.m.", "They paid $3.50, e.g. for tea.", "See No. 7 and U.S. Route 1.", "Done!");
    }

    @Test
    void turkishAbbreviationsAndOrdinalsEndNoSentence() {
        assertThat(turkish("Prof. Dr. Güneş 19. Yüzyıl ve II. Mahmut dönemini anlattı. Bkz. Ek 2. Bölüm. Saat 10.30'da bitti. "
                + "Alkışladılar."))
                .containsExactly("Prof. Dr. Güneş 19. Yüzyıl ve II. Mahmut dönemini anlattı.", "Bkz. Ek 2. Bölüm.",
                "Saat 10.30'da bitti.", "Alkışladılar.");
    }

    @Test
    void questionsQuotesAndDotsCloseWithTheirMarks() {
        assertThat(english("\"Is it far?\" \"No…\" He laughed... Then silence?! Yes.")).containsExactly(
                "\"Is it far?\"", "\"No…\"", "He laughed...", "Then silence?!", "Yes.");
    }

    @Test
    void listItemsAndHeadingsStandAlone() {
        assertThat(english("# Plan\n\nWe need:\n- apples from the\n  market\n- pears\n1. First wash\n2) Then cut\n\nThat is\nall."))
                .containsExactly(
                "Plan", "We need:", "apples from the\n  market", "pears", "First wash", "Then cut", "That is\nall.");
    }

    @Test
    void aRowOfATableStandsAlone() {
        assertThat(turkish("Ödenenler\ntarih | tutar\n3 Mart 2024 | 1.234,50 TL\n5 Nisan 2024 | 2.000 TL\nHepsi ödendi\nve kapandı."))
                .containsExactly("Ödenenler", "tarih | tutar", "3 Mart 2024 | 1.234,50 TL", "5 Nisan 2024 | 2.000 TL", "Hepsi ödendi\nve kapandı.");
    }

    @Test
    void emptyAndOddTextsAreCutToo() {
        assertThat(english("")).isEmpty();
        assertThat(english(" \n\n\t")).isEmpty();
        assertThat(english("...")).containsExactly("...");
        assertThat(english("- \n1.\n.")).isNotNull();
    }

    private static List<String> english(String text) {
        return Sentences.of(text, TextLanguage.ENGLISH).stream().map(span -> span.of(text)).toList();
    }

    private static List<String> turkish(String text) {
        return Sentences.of(text, TextLanguage.TURKISH).stream().map(span -> span.of(text)).toList();
    }
}
