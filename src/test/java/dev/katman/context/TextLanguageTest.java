package dev.katman.context;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextLanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"Merhaba, nasılsın?", "ozetle: dun aksam toplanti oldu", "nasil yapilir", "bu metni uc cumlede ozetle",
            "SELAM", "İYİ GÜNLER", "arabalarin kapilari acilmiyor", "Bir listedeki çift sayıların toplamını bulan Python "
            + "fonksiyonu yaz",
            "Teşekkürler"})
    void turkishIsKnownWithAndWithoutItsLetters(String text) {
        assertThat(TextLanguage.of(text)).isEqualTo(TextLanguage.TURKISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "How are you?", "Summarise the following text", "Write a Python function", "", "12345 !!!",
            "WHAT IS IT", "The dir command lists files in a directory", "Tell me about the city of Çanakkale and how I get there"})
    void englishIsKnownAndIsTheLastResort(String text) {
        assertThat(TextLanguage.of(text)).isEqualTo(TextLanguage.ENGLISH);
    }
}
