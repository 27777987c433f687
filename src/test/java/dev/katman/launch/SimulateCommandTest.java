package dev.katman.launch;

import dev.katman.cli.CommandLineRunner;
import dev.katman.cli.Console;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** {@code katman simulate}, from its words to what it prints. */
class SimulateCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Language language, String... arguments) {
        out.reset();
        err.reset();
        var console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader("")), false);
        var texts = Texts.in(language);
        Path home = temp.resolve("home");
        return new CommandLineRunner(new DesktopHost(home, Map.of(), Clock.systemUTC(), new Words(texts), false), console, texts, home)
                .run(arguments);
    }

    private List<JsonNode> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }

    private String trace(String... lines) throws IOException {
        return Files.writeString(temp.resolve("trace.jsonl"), String.join("\n", lines)).toString();
    }

    @Test
    void aTraceGivesALineForEachMessageAndTheTotals() throws IOException {
        String trace = trace("{\"at\": 0, \"difficulty\": 10, \"tokens\": 900}", "{\"at\": 1.5, \"difficulty\": 3, \"tokens\": 900}",
                "", "{\"at\": 1.5, \"difficulty\": 9, \"tokens\": 200, \"note\": \"more room than there is\"}");
        assertThat(run(Language.EN, "simulate", "--trace", trace, "--json", "--limits", "tpd=1000")).isZero();
        assertThat(lines()).hasSize(4);
        assertThat(lines().getFirst().propertyNames()).containsExactly("at", "difficulty", "tokens", "deep", "price");
        assertThat(lines()).extracting(l -> l.path("deep").isBoolean() && l.path("deep").asBoolean()).containsExactly(true, false, false, false);
        assertThat(lines().get(1).path("at").asDouble()).isEqualTo(1.5);
        JsonNode totals = lines().getLast();
        assertThat(totals.path("messages").asInt()).isEqualTo(3);
        assertThat(totals.path("deepTokens").asInt()).isEqualTo(900);
        assertThat(totals.path("value").asDouble()).isCloseTo(810, within(1e-9));
        assertThat(temp.resolve("home/katman.mv.db")).as("a trace needs no data").doesNotExist();
    }

    @Test
    void aTraceFromAnyEditorIsRead() throws IOException {
        Path trace = Files.writeString(temp.resolve("windows.jsonl"), "\uFEFF{\"at\": 0, \"difficulty\": 9, \"tokens\": 10}\r\n\r\n");
        assertThat(run(Language.EN, "simulate", "--trace", trace.toString(), "--json", "--limits", "TPD=1000, rpd=5")).isZero();
        assertThat(lines().getLast().path("deep").asInt()).isEqualTo(1);
    }

    @Test
    void theModesDiffer() {
        for (String mode : List.of("paced", "generous", "strict")) {
            assertThat(run(Language.EN, "simulate", "--synthetic", "easy-morning-hard-evening", "--load", "3", "--days", "5", "--policy", mode,
                    "--json")).isZero();
            JsonNode totals = lines().getLast();
            double share = totals.path("value").asDouble() / totals.path("best").asDouble();
            switch (mode) {
                case "paced" -> assertThat(share).isBetween(.9, 1.);
                case "generous" -> assertThat(share).isLessThan(.6);
                default -> {
                    assertThat(totals.path("valueByDifficulty").propertyNames()).allMatch(d -> Integer.parseInt(d) > 7);
                    assertThat(share).isLessThan(1);
                }
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameLines() {
        run(Language.EN, "simulate", "--synthetic", "bursty", "--days", "2", "--seed", "7", "--json");
        String first = out.toString(StandardCharsets.UTF_8);
        run(Language.EN, "simulate", "--synthetic", "bursty", "--days", "2", "--seed", "7", "--json");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(first);
        run(Language.EN, "simulate", "--synthetic", "bursty", "--days", "2", "--seed", "8", "--json");
        assertThat(out.toString(StandardCharsets.UTF_8)).isNotEqualTo(first);
    }

    @Test
    void onesOwnPastIsRunAgain() {
        assertThat(run(Language.EN, "ask", "--sandbox", "--tier", "3", "Prove that the square root of 2 is irrational.")).isZero();
        assertThat(run(Language.EN, "simulate", "--journal", "--json")).isZero();
        assertThat(lines().getLast().path("messages").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void peopleReadASummary(Language language) {
        assertThat(run(language, "simulate", "--synthetic", "day-night", "--days", "3")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(language == Language.EN ? "The deep model took" : "derin model aldı");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"not json|JSON", "[1]|JSON", "{\"at\": -1, \"difficulty\": 5, \"tokens\": 1}|at",
            "{\"at\": \"x\", \"difficulty\": 5, \"tokens\": 1}|at", "{\"at\": 9, \"difficulty\": 11, \"tokens\": 1}|difficulty",
            "{\"at\": 9, \"difficulty\": 5.5, \"tokens\": 1}|difficulty", "{\"at\": 9, \"difficulty\": 5, \"tokens\": -1}|tokens",
            "{\"at\": 9, \"difficulty\": 5}|tokens", "{\"at\": 1, \"difficulty\": 5, \"tokens\": 1}|at",
            "{\"at\": 9, \"difficulty\": 5, \"tokens\": 1e400}|tokens", "{\"at\": 1e300, \"difficulty\": 5, \"tokens\": 1}|at"})
    void aWrongLineIsNamedInOneSentence(String line, String what) throws IOException {
        String trace = trace("{\"at\": 5, \"difficulty\": 5, \"tokens\": 100}", line);
        for (Language language : Language.values()) {
            assertThat(run(language, "simulate", "--trace", trace, "--json")).isEqualTo(2);
            String said = err.toString(StandardCharsets.UTF_8);
            assertThat(said.lines()).hasSize(1);
            assertThat(said).contains("trace.jsonl", language == Language.EN ? "line 2" : "satır 2", what);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--synthetic nope", "--synthetic bursty --load 0", "--synthetic bursty --days 0", "--synthetic bursty --policy fast",
            "--synthetic bursty --limits tpd", "--synthetic bursty --limits tpd=0", "--synthetic bursty --limits tpd=1,tpd=2", "--trace missing.jsonl",
            "--journal --synthetic bursty", "--json"})
    void wrongUseEndsWithTwo(String arguments) {
        var words = new ArrayList<>(List.of("simulate"));
        words.addAll(List.of(arguments.split(" ")));
        for (Language language : Language.values()) {
            assertThat(run(language, words.toArray(String[]::new))).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        }
    }
}
