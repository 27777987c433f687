package dev.katman.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class PreferencesTest {
    @TempDir
    private Path home;

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        Preferences.load(home).language(Language.TR);
        var first = Preferences.load(home);
        first.theme(Theme.DARK);
        first.put("window.side", "şık İ");
        var next = Preferences.load(home);
        assertThat(next.language()).isEqualTo(Language.TR);
        assertThat(next.theme()).isEqualTo(Theme.DARK);
        assertThat(next.get("window.side")).contains("şık İ");
    }

    @Test
    void nonsenseCountsAsNotChosen() throws Exception {
        Files.writeString(home.resolve("preferences.properties"), "theme=purple\n");
        assertThat(Preferences.load(home).theme()).isEqualTo(Theme.SYSTEM);
    }
}
