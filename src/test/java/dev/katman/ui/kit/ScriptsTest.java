package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptsTest {
    @ParameterizedTest
    @CsvSource({"שלום world,true", "«مرحبا»,true", "\"1. (שלום\",true", "Merhaba שלום,false", "2026,false", "'',false", "İyi günler,false", "你好,false"})
    void theFirstLetterSaysOnWhichSideATextBegins(String text, boolean rightToLeft) {
        assertThat(Scripts.isRightToLeft(text)).isEqualTo(rightToLeft);
    }

    @ParameterizedTest
    @ValueSource(strings = {"هذه فقرة طويلة مكتوبة بالعربية", "שלום עולם, זו שורה ארוכה עם English ועוד", "यह एक लंबा वाक्य है", "a cafe\u0301, of two characters", "ประโยคภาษาไทยที่ยาวมากไม่มีช่องว่าง"})
    void joinedLettersAreTakenApartOnlyWhereALineMayBreak(String text) {
        assertThat(Scripts.isJoined(text)).isTrue();
        assertThat(Scripts.pieces(text)).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= 24)
                .noneMatch(piece -> Character.getType(piece.charAt(0)) == Character.NON_SPACING_MARK);
        assertThat(String.join("", Scripts.pieces(text))).isEqualTo(text);
    }

    @Test
    void joinedLettersStandApartFromTheMarksBesideThem() {
        assertThat(Scripts.pieces("שלום, (בצד) x.y_z 12%")).containsExactly("שלום", ",", " ", "(", "בצד", ")", " ", "x.", "y_z", " ", "12%");
        assertThat(Scripts.pieces("a cafe\u0301!")).containsExactly("a", " ", "cafe\u0301!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"An ordinary sentence, with a café in it.", "Pijamalı hasta yağız şoföre çabucak güvendi.", "Привет, мир", "你好，世界", "❤️ and 🎉", ""})
    void otherTextStaysWhole(String text) {
        assertThat(Scripts.pieces(text)).containsExactly(text);
        assertThat(Scripts.mayWrap(text)).isTrue();
    }

    @Test
    void aWordWithoutEndIsTakenApartAllTheSameAndNoLetterIsCutInTwo() {
        String endless = "x" + "\uD83B\uDE00\u0634".repeat(500); // a letter of two units, and one of one
        assertThat(Scripts.pieces(endless)).allMatch(piece -> piece.length() <= 24)
                .noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
        assertThat(String.join("", Scripts.pieces(endless))).isEqualTo(endless);
    }
}
