package dev.katman.ui.shell;

import dev.katman.ui.shell.PaletteModel.Entry;
import dev.katman.ui.shell.PaletteModel.Hit;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A few letters find a thing, whatever the locale; what was used lately comes first. */
class PaletteModelTest {
    private final PaletteModel model = new PaletteModel(List.of("limits"));

    private static Entry entry(String id, String title, String words) {
        return new Entry(id, title, "Everywhere", words, "", () -> { });
    }

    private List<String> found(String typed) {
        return model.hits(typed).stream().map(hit -> hit.entry().id()).toList();
    }

    private void conversationsAndActions() {
        model.entries(List.of(entry("fresh", "New conversation", "start sohbet"), entry("summary", "ÖZET: Işıklı İstanbul", ""),
                entry("limits", "Show or hide the limits", "quota kota"), entry("dark", "Theme: dark", "night gece görünüm"),
                entry("light", "Theme: light", "day gündüz görünüm")));
    }

    @Test
    void whileNothingIsTypedWhatWasUsedLatelyComesFirst() {
        conversationsAndActions();
        assertThat(found("  ")).containsExactly("limits", "fresh", "summary", "dark", "light");
        assertThat(model.chosen("dark")).containsExactly("dark", "limits");
        assertThat(found("")).startsWith("dark", "limits", "fresh");
    }

    @Test
    void marksAndCaseDoNotMatter() {
        conversationsAndActions();
        assertThat(found("ozet isik")).containsExactly("summary");
        assertThat(found("İSTANBUL")).containsExactly("summary");
        assertThat(found("istanbul")).containsExactly("summary");
        assertThat(found("GÜNDÜZ")).containsExactly("light");
        assertThat(found("gunduz")).containsExactly("light");
    }

    @Test
    void theBeginningOfAWordIsBetterThanItsMiddleAndThatBetterThanScatteredLetters() {
        model.entries(List.of(entry("scattered", "Long nights", ""), entry("middle", "Sling shot", ""), entry("begins", "Old lining", ""),
                entry("first", "Link", "")));
        assertThat(found("lin")).containsExactly("first", "begins", "middle");
        assertThat(found("lngh")).containsExactly("scattered");
    }

    @Test
    void everyWordMustBeFoundInAnyOrder() {
        conversationsAndActions();
        assertThat(found("dark theme")).containsExactly("dark");
        assertThat(found("theme:")).containsExactly("dark", "light");
        assertThat(found("theme zebra")).isEmpty();
    }

    @Test
    void theTypedLettersAreMarked() {
        conversationsAndActions();
        assertThat(model.hits("isik").getFirst().marks()).as("of ÖZET: Işıklı").containsExactly(6, 7, 8, 9);
        assertThat(model.hits("gece")).first().extracting(Hit::marks).as("by another word").isEqualTo(List.of());
    }

    @Test
    void whatWasUsedLatelyComesFirstAmongWhatFitsAlike() {
        conversationsAndActions();
        model.chosen("light");
        assertThat(found("theme")).containsExactly("light", "dark");
    }

    @Test
    void onlySoManyAreShownAndRemembered() {
        model.entries(IntStream.range(0, 10_000).mapToObj(i -> entry("c" + i, "Conversation " + i, "")).toList());
        assertThat(found("conversation")).hasSize(50);
        IntStream.range(0, 30).forEach(i -> model.chosen("c" + i));
        assertThat(model.chosen("c30")).hasSize(8).startsWith("c30", "c29");
    }
}
