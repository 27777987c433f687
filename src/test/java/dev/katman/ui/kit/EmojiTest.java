package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class EmojiTest {
    private static String marked(String text) {
        return Emoji.runs(text).stream().map(run -> run.joined() ? "{" + run.text() + "}" : run.emoji() ? "[" + run.text() + "]" : run.text())
                .collect(Collectors.joining());
    }

    @Test
    void emojiStandApartAndNothingElseDoes() {
        assertThat(marked("Bravo 🎉🎉!")).isEqualTo("Bravo [🎉🎉]!");
        assertThat(marked("👩‍💻 ve 👍🏽")).isEqualTo("{👩‍💻} ve {👍🏽}");
        assertThat(marked("🇹🇷 1️⃣")).isEqualTo("{🇹🇷} {1️⃣}");
        assertThat(marked("❤️")).isEqualTo("[❤️]");
        assertThat(marked("🎉👍🏽🎉🎉")).isEqualTo("[🎉]{👍🏽}[🎉🎉]");
        assertThat(marked("a ✔ b ☑ c ✏ d")).as("no pictures by themselves, but not in the text font").isEqualTo("a [✔] b [☑] c [✏] d");
        String scotland = "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";
        assertThat(marked("x" + scotland + "y")).isEqualTo("x{" + scotland + "}y");
        assertThat(marked("👨‍👩‍👧‍👦🏳️‍🌈👩🏽‍🚀")).isEqualTo("{👨‍👩‍👧‍👦}{🏳️‍🌈}{👩🏽‍🚀}");
    }

    @Test
    void lettersDigitsAndSignsStayInTheTextFont() {
        for (String text : new String[] {"", "a1#*", "İğne ışık", "© ™ ← √ ∀ №", "→ ↔ ▶ ♥ ✓ ★", "中文"}) {
            assertThat(marked(text)).isEqualTo(text);
        }
    }

    @Test
    void aWallOfEmojiDoesNotOverflowTheStack() {
        assertThat(Emoji.runs("🎉".repeat(50_000))).hasSize(1);
    }

    @Test
    void joinedEmojiAreOneGlyphOfTheirFont() {
        for (String emoji : new String[] {"👍🏽", "🇹🇷", "1️⃣", "🏳️‍🌈", "👨‍👩‍👧‍👦"}) {
            Ink ink = EmojiGlyphs.draw(emoji, 20);
            assertThat(ink.width()).as(emoji).isBetween(10, 30);
            assertThat(ink.height()).isGreaterThan(15);
        }
    }
}
