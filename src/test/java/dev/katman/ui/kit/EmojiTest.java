package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class EmojiTest {
    private static String marked(String text) {
        return Emoji.runs(text).stream().map(run -> run.emoji() ? "[" + run.text() + "]" : run.text())
                .collect(Collectors.joining());
    }

    @Test
    void emojiStandApartAndNothingElseDoes() {
        assertThat(marked("Bravo 🎉🎉!")).isEqualTo("Bravo [🎉🎉]!");
        assertThat(marked("👩‍💻 ve 👍🏽")).isEqualTo("[👩‍💻] ve [👍🏽]");
        assertThat(marked("🇹🇷 1️⃣")).isEqualTo("[🇹🇷] [1️⃣]");
        assertThat(marked("❤️")).isEqualTo("[❤️]");
    }

    @Test
    void lettersDigitsAndSignsStayInTheTextFont() {
        for (String text : new String[] {"", "a1#*", "İğne ışık", "© ™ ← √ ∀ №", "中文"}) {
            assertThat(marked(text)).isEqualTo(text);
        }
    }

    @Test
    void aWallOfEmojiDoesNotOverflowTheStack() {
        assertThat(Emoji.runs("🎉".repeat(50_000))).hasSize(1);
    }
}
