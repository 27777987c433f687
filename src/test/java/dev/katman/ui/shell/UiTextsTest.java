package dev.katman.ui.shell;

import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text of the window stands in both languages, with the same places, and every text that the code names is there. */
class UiTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern NAMED = Pattern.compile("\"(ui\\.[A-Za-z0-9.]+[A-Za-z0-9])\"");

    private final Map<Language, Texts> texts = Arrays.stream(Language.values()).collect(Collectors.toMap(language -> language, Texts::in));

    private TreeSet<String> keys(Language language) {
        return texts.get(language).keys().stream().filter(key -> key.startsWith("ui.")).collect(Collectors.toCollection(TreeSet::new));
    }

    private TreeSet<String> places(Language language, String key) {
        Matcher matcher = PLACE.matcher(texts.get(language).get(key));
        var places = new TreeSet<String>();
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndPlaces() {
        assertThat(keys(Language.TR)).isEqualTo(keys(Language.EN));
        assertThat(keys(Language.EN)).allSatisfy(key -> assertThat(places(Language.TR, key)).as(key).isEqualTo(places(Language.EN, key)));
    }

    @Test
    void everyTextThatTheCodeNamesIsThere() throws IOException {
        var missing = new TreeSet<String>();
        TreeSet<String> there = keys(Language.EN);
        try (var files = Files.walk(Path.of("src/main/java/dev/katman/ui"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = NAMED.matcher(Files.readString(file));
                while (matcher.find()) {
                    String key = matcher.group(1);
                    if (!there.contains(key) && !there.contains(key + ".one")) {
                        missing.add(key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
