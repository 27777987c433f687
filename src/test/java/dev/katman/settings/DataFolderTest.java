package dev.katman.settings;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTest {
    @TempDir
    private Path temp;

    @Test
    @DisplayName("S7: the same data is held by one at a time")
    void aSecondClaimIsRefusedUntilTheFirstIsClosed() throws Exception {
        DataFolder first = DataFolder.claim(temp);
        assertThatExceptionOfType(DataFolder.Unusable.class).isThrownBy(() -> DataFolder.claim(temp))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(DataFolder.Reason.IN_USE));
        first.close();
        DataFolder.claim(temp).close();
    }

    @Test
    void aFileInItsPlaceIsNoFolder() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThatExceptionOfType(DataFolder.Unusable.class).isThrownBy(() -> DataFolder.claim(file.resolve("home")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(DataFolder.Reason.READ_ONLY));
    }

    @ParameterizedTest
    @CsvSource({"Linux, /home/u/.local/share/katman", "Mac OS X, /home/u/Library/Application Support/Katman", "Windows 11, /home/u/Katman"})
    void eachPlatformHasItsPlace(String system, Path expected) {
        assertThat(DataFolder.locate(Map.of(), system, Path.of("/home/u"))).isEqualTo(expected);
    }

    @Test
    void theEnvironmentWins() {
        assertThat(DataFolder.locate(Map.of("KATMAN_HOME", "/data/k", "XDG_DATA_HOME", "/x"), "Linux", Path.of("/home/u")))
                .isEqualTo(Path.of("/data/k"));
        assertThat(DataFolder.locate(Map.of("KATMAN_HOME", " ", "XDG_DATA_HOME", "/x"), "Linux", Path.of("/home/u")))
                .isEqualTo(Path.of("/x/katman"));
    }
}
