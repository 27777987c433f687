package dev.katman.settings;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextsTest {
    private static final Texts ENGLISH = Texts.in(Language.EN);
    private static final Texts TURKISH = Texts.in(Language.TR);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveEveryText() {
        assertThat(TURKISH.keys()).isEqualTo(ENGLISH.keys());
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        assertThat(ENGLISH.keys()).allSatisfy(key -> assertThat(places(TURKISH.get(key))).as(key).isEqualTo(places(ENGLISH.get(key))));
    }

    @Test
    void noTextIsEmptyOrLeftUntranslated() {
        Set<String> same = ENGLISH.keys().stream().filter(key -> ENGLISH.get(key).equals(TURKISH.get(key))).collect(Collectors.toSet());
        assertThat(ENGLISH.keys()).allSatisfy(key -> assertThat(ENGLISH.get(key)).as(key).isNotBlank());
        assertThat(same).as("alike in both languages").allSatisfy(key -> assertThat(ENGLISH.get(key).replaceAll("[{}\\d\\W]", ""))
                .as(key).matches("(?i)|model|katman|sandbox|markdown|english|türkçe|ctrl.*|[a-z]{1,3}"));
    }

    /** Keys are written out in the code, whole or with a last part that comes from an enum. */
    @Test
    void everyTextIsUsed() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            code = files.filter(f -> f.toString().endsWith(".java")).map(TextsTest::read).collect(Collectors.joining());
        }
        assertThat(ENGLISH.keys().stream().filter(key -> !key.startsWith("help."))).allSatisfy(key -> assertThat(isUsed(key, code))
                .as(key).isTrue());
    }

    @Test
    void numbersAreWrittenTheLanguagesWay() {
        assertThat(ENGLISH.count("words.tokens", 1_204)).isEqualTo("1,204 tokens");
        assertThat(ENGLISH.count("words.tokens", 1)).isEqualTo("1 token");
        assertThat(TURKISH.count("words.tokens", 1_204)).isEqualTo("1.204 jeton");
        assertThat(TURKISH.number(2.5)).isEqualTo("2,5");
        assertThat(ENGLISH.get("words.percent", 42)).isEqualTo("42%");
        assertThat(TURKISH.get("words.percent", 42)).isEqualTo("%42");
    }

    @Test
    void thereIsOneKindOfApostrophe() {
        assertThat(ENGLISH.keys()).allSatisfy(key -> assertThat(List.of(ENGLISH.get(key), TURKISH.get(key))).as(key)
                .noneMatch(text -> text.contains("'")));
    }

    @Test
    void aMissingTextIsAFault() {
        assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> ENGLISH.get("no.such"));
    }

    private static boolean isUsed(String key, String code) {
        String counted = key.replaceAll("\\.(one|other)$", "");
        return Stream.of(key, counted, key.substring(0, key.lastIndexOf('.') + 1)).anyMatch(part -> code.contains("\"" + part + "\""));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
