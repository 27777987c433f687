package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTest {
    @Test
    void whatTurnsTextAroundIsShownByItsNumber() {
        assertThat(Visible.text("if (admin\u202E \u2066// check\u2069)")).isEqualTo("if (admin[U+202E] [U+2066]// check[U+2069])");
    }

    @Test
    void controlCharactersAndHiddenTagsAreShown() {
        assertThat(Visible.text("a\u0000b\u001B[31m\u009Bc\u007F")).isEqualTo("a[U+0000]b[U+001B][31m[U+009B]c[U+007F]");
        assertThat(Visible.text("hi\uDB40\uDC41\uDB40\uDC42")).isEqualTo("hi[U+E0041][U+E0042]");
    }

    @Test
    void honestTextStaysAsItIs() {
        String scotland = "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";
        for (String text : List.of("", "a\n\tb", "İğne 🎉 👩‍💻", "שלום \u200Fעולם", "می‌خواهم", scotland)) {
            assertThat(Visible.text(text)).isEqualTo(text);
        }
    }

    @Test
    void lineEndsOfEverySystemBecomeOne() {
        assertThat(Visible.text("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void markdownShowsThemEverywhere() {
        assertThat(Markdown.parse("a\u202Eb `c\u202Ed`\n\n```\ne\u202Ef\n```\n\n| g\u202E |\n|---|\n| h\u0001 |\n\n$x\u202E$"))
                .allSatisfy(block -> assertThat(block.plain()).doesNotContain("\u202E", "\u0001").contains("[U+202E]"));
    }
}
