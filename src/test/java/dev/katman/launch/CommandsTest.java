package dev.katman.launch;

import dev.katman.cli.CommandLineRunner;
import dev.katman.cli.Console;
import dev.katman.journal.Journals;
import dev.katman.settings.DataFolder;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The commands on the whole program, in this process: what they print, and how they end. */
class CommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, Language language, String... arguments) {
        out.reset();
        err.reset();
        Path home = home();
        if (Files.notExists(home)) {
            Journals.prepare(home);
        }
        var console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(input)), false);
        var texts = Texts.in(language);
        var host = new DesktopHost(home, environment, Clock.systemUTC(), new Words(texts), false) {
            @Override
            public boolean window(boolean sandbox) {
                return false; // the tests' headless platform would count as a screen
            }
        };
        return new CommandLineRunner(host, console, texts, home).run(arguments);
    }

    private int run(String... arguments) {
        return run("", Language.EN, arguments);
    }

    private void askTheRouterAlways() {
        try {
            Journals.prepare(home());
            Files.writeString(home().resolve("preferences.properties"), "policy=paced 5 7 1.0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home() {
        return temp.resolve("home");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines() {
        return out().lines().map(JSON::readTree).toList();
    }

    @Test
    void askWithJsonKeepsItsContract() {
        askTheRouterAlways();
        assertThat(run("ask", "--json", "Prove that the square root of 2 is irrational.")).isZero();
        JsonNode answer = lines().getFirst();
        assertThat(answer.propertyNames()).containsExactly("id", "answer", "conversation", "parkedUntil", "decision", "attempts",
                "sources", "left_out", "saved");
        assertThat(answer.at("/decision").propertyNames()).contains("type", "difficulty", "confidence", "judgedBy", "tier", "mode", "chosen",
                "served", "candidates");
        assertThat(answer.at("/decision/candidates/0").propertyNames())
                .containsExactly("deployment", "verdict", "axis", "need", "level", "limit", "waitSeconds");
        assertThat(answer.at("/attempts/0").propertyNames()).containsExactly("deployment", "purpose", "outcome", "http", "promptTokens",
                "completionTokens", "ttftMs", "totalMs", "reason");
        assertThat(answer.at("/decision/tier").asInt()).isEqualTo(3);
        assertThat(answer.at("/decision/mode").asString()).isEqualTo("paced");
        assertThat(answer.at("/decision/served").asString()).isEqualTo("gpt-oss-120b@sandbox");
        assertThat(answer.at("/attempts/0/purpose").asString()).isEqualTo("ROUTE");
        assertThat(out()).hasLineCount(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void conversationsGoOutAndComeInAgain(Language language) throws IOException {
        Path file = temp.resolve("all.json");
        run("ask", "--json", "Hello there");
        assertThat(run("", language, "export", file.toString())).isZero();
        assertThat(err()).contains("1", "2", file.toString());
        assertThat(out()).isEmpty();
        assertThat(run("", language, "import", file.toString())).isZero();
        assertThat(err()).contains(language == Language.EN ? "Nothing new" : "yeni bir şey yok");
        Files.writeString(file, "no conversations");
        assertThat(run("", language, "import", file.toString())).isEqualTo(1);
        assertThat(err()).contains(file.toString(), "ChatGPT");
        assertThat(run("", language, "export", temp.resolve("nowhere").resolve("all.json").toString())).isEqualTo(1);
        assertThat(err()).contains("nowhere");
    }

    @Test
    void whatIsBackedUpComesBackAndWhatWasThereIsKept() throws Exception {
        Path file = temp.resolve("all.katman");
        run("ask", "--json", "Merhaba!");
        assertThat(run("backup", file.toString())).isZero();
        assertThat(err()).contains(file.toString());
        run("ask", "--json", "Something that came later");
        assertThat(run("restore", file.toString())).isZero();
        run("decisions", "--json");
        assertThat(lines()).singleElement().satisfies(d -> assertThat(d.at("/text").asString()).isEqualTo("Merhaba!"));

        Path before;
        try (var kept = Files.list(home().resolve("backups"))) {
            before = kept.findFirst().orElseThrow();
        }
        assertThat(run("restore", before.toString())).isZero();
        run("decisions", "--json");
        assertThat(lines()).hasSize(2);

        assertThat(run("restore", Files.writeString(temp.resolve("notes.txt"), "notes").toString())).isEqualTo(1);
        assertThat(err()).contains("not a backup").hasLineCount(1);
        try (DataFolder held = DataFolder.claim(home())) { // as a window does
            assertThat(held.path()).isEqualTo(home());
            assertThat(run("restore", file.toString())).isEqualTo(1);
            assertThat(err()).contains("already open").hasLineCount(1);
        }
        run("decisions", "--json");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aConversationGoesOnAndItsFiguresAreShown() {
        askTheRouterAlways();
        run("ask", "--json", "Merhaba!");
        String conversation = lines().getFirst().at("/conversation").asString();
        assertThat(run("Peki sen nasılsın?", Language.EN, "ask", "--json", "--conversation", conversation, "-")).isZero();
        assertThat(lines().getFirst().at("/conversation").asString()).isEqualTo(conversation);

        run("usage", "--json");
        assertThat(lines()).extracting(l -> l.at("/key").asString() + " " + l.at("/calls").asInt())
                .containsExactly("kimi-k2-instruct@sandbox 2", "llama-4-scout@sandbox 2");
        run("decisions", "--json", "--last", "1");
        assertThat(lines()).singleElement().satisfies(d -> assertThat(d.at("/text").asString()).isEqualTo("Peki sen nasılsın?"));
        run("quota", "--json");
        assertThat(lines()).hasSize(20).anySatisfy(l -> {
            assertThat(l.at("/deployment").asString()).isEqualTo("kimi-k2-instruct@sandbox");
            assertThat(l.at("/axis").asString()).isEqualTo("RPD");
            assertThat(l.at("/used").asInt()).isEqualTo(2);
        });
        for (String table : List.of("usage", "decisions", "quota")) {
            assertThat(run("", Language.TR, table)).isZero();
            assertThat(out()).contains("kimi-k2-instruct");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void wrongUseIsOneSentenceAndStatusTwo(Language language) throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.jsonl"), "{\"id\":\"1\",\"text\":\"a\"}\nnot json\n");
        Path binary = Files.write(temp.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Path picture = Files.write(temp.resolve("picture"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});
        String result = temp.resolve("out.jsonl").toString();
        for (String[] wrong : new String[][] {{"--colour"}, {"ask"}, {"ask", ""}, {"ask", "   "}, {"ask", "-"}, {"ask", "--tier", "9", "hi"},
            {"ask", "--tier", "x", "hi"}, {"ask", "--model", "gpt-9", "hi"}, {"ask", "--conversation", "nope", "hi"},
            {"ask", "--conversation", "0".repeat(26), "hi"}, {"ask", "--attach", "no-such-file", "hi"}, {"fly"}, {"decisions", "--last", "0"},
            {"ask", "--attach", picture.toString(), "hi"}, {"usage", "--by", "moon"}, {"batch", "none.jsonl", result},
            {"batch", bad.toString(), result}, {"batch", binary.toString(), result}, {"batch", "--concurrency", "0", bad.toString(), result},
            {"prepare"}, {"prepare", "no-such-file"}, {"prepare", "--summary", "--table", "auto", bad.toString()}, {"prepare", "--csv", bad.toString()},
            {"prepare", "--propose", "--summary", bad.toString()}, {"prepare", "--table", "a,,b", bad.toString()}, {"prepare", "--table", "a,b:money", bad.toString()},
            {"prepare", "--table", "a,a:date", bad.toString()}, {"prepare", "--table", "auto", "--csv", "--json", bad.toString()}}) {
            assertThat(run("", language, wrong)).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(err().strip()).as(String.join(" ", wrong)).isNotEmpty().hasLineCount(1).doesNotContain("Exception");
            assertThat(out()).isEmpty();
        }
        assertThat(Path.of(result)).doesNotExist();
        run("", language, "batch", bad.toString(), result);
        assertThat(err()).contains("2");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void helpIsThereForEveryCommand(Language language) {
        for (String command : List.of("ask", "chat", "batch", "prepare", "classify", "quota", "decisions", "usage", "tour", "doctor", "library")) {
            assertThat(run("", language, command, "--help")).isZero();
            assertThat(out()).contains("katman " + command);
        }
        run("", language, "--help");
        assertThat(out()).contains("ask", "batch", "tour");
        assertThat(out().contains("dört katmanda")).isEqualTo(language == Language.TR);
    }

    @Test
    void aSecondStartOnTheSameDataSaysSo() throws Exception {
        try (DataFolder held = DataFolder.claim(home())) {
            assertThat(run("ask", "hi")).isEqualTo(1);
            assertThat(err()).contains("already open", held.path().toString()).hasLineCount(1);
        }
        assertThat(run("ask", "hi")).isZero();
    }

    @Test
    void aDataFolderThatCannotBeMadeIsOneSentence() throws IOException {
        Files.writeString(home(), "a file where the folder should be");
        assertThat(run("quota")).isEqualTo(1);
        assertThat(err()).contains("KATMAN_HOME").hasLineCount(1);
    }

    @Test
    void aWrongCatalogueIsSaidAndTheEmbeddedOneServes() throws IOException {
        Files.createDirectories(home());
        Files.writeString(home().resolve("catalog.json"), "{\"providers\":[\n{\"id\":\"p\",\"url\":\"x\"}]}");
        assertThat(run("ask", "Hello")).isZero();
        assertThat(err()).contains("catalog.json", "line 2", "providers[0].url");
        assertThat(out()).isNotBlank();
    }

    @Test
    void theLinesOfAPipeAreOneConversation() {
        assertThat(run("My name is Defne.\n\nWhat is my name?\n", Language.EN)).isZero();
        assertThat(err()).contains("No screen was found");
        run("decisions", "--json");
        assertThat(lines()).hasSize(2).extracting(l -> l.at("/conversation").asString()).containsOnly(lines().getFirst()
                .at("/conversation").asString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void withoutAnyInputAGuidedRunReachesEveryTier(Language language) {
        assertThat(run("", language)).isZero();
        run("decisions", "--json");
        assertThat(lines()).hasSizeGreaterThanOrEqualTo(6).extracting(l -> l.at("/decision/tier").asInt()).contains(1, 2, 3);
        assertThat(lines()).flatExtracting(l -> l.at("/attempts").valueStream().map(a -> a.at("/purpose").asString()).toList())
                .contains("ROUTE", "ANSWER");
    }

    @Test
    void aBatchGoesOnWhereItWas() throws IOException {
        askTheRouterAlways();
        Path in = Files.write(temp.resolve("in.jsonl"), IntStream.range(0, 12)
                .mapToObj(i -> "{\"id\":\"m" + i + "\",\"text\":\"Merhaba " + i + "\"}").toList());
        Path result = temp.resolve("out.jsonl");
        assertThat(run("batch", "--concurrency", "4", in.toString(), result.toString())).isZero();
        List<String> all = Files.readAllLines(result);
        assertThat(all).hasSize(12);
        Files.writeString(result, String.join("\n", all.subList(0, 7)) + "\n{\"id\":\"m"); // as a kill leaves it
        assertThat(run("batch", in.toString(), result.toString())).isZero();
        assertThat(Files.readAllLines(result).stream().filter(l -> l.endsWith("}")).map(l -> JSON.readTree(l).at("/id").asString()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 12).mapToObj(i -> "m" + i).toList());
        run("usage", "--json", "--by", "tier");
        assertThat(lines().getFirst().at("/calls").asInt()).as("what the journal knows is not asked twice").isEqualTo(12);
        Files.delete(result);
        assertThat(run("batch", in.toString(), result.toString())).isZero();
        run("usage", "--json", "--by", "tier");
        assertThat(lines().getFirst().at("/calls").asInt()).as("a new result file means to ask anew").isEqualTo(24);
    }

    @Test
    void classifyJudgesInOrderAndAnswersNothing() throws IOException {
        Path in = temp.resolve("in.jsonl");
        Files.writeString(in, """
                {"id": "a", "text": "Merhaba, nasılsın?"}
                {"id": "b", "text": "Prove that the square root of 2 is irrational and explain every step of the proof."}
                """);
        assertThat(run("classify", "--local", in.toString())).isZero();
        assertThat(lines()).extracting(l -> l.path("id").asString(), l -> l.path("tier").asInt(), l -> l.path("judgedBy").asString())
                .containsExactly(tuple("a", 1, "local"), tuple("b", 3, "local"));
        assertThat(lines().getFirst().propertyNames()).containsExactly("id", "type", "difficulty", "confidence", "tier", "judgedBy", "ms");
        assertThat(run("usage", "--json")).isZero();
        assertThat(lines()).as("nothing was spent").isEmpty();
        assertThat(run("classify", in.toString())).isZero();
        assertThat(lines()).extracting(l -> l.path("id").asString()).containsExactly("a", "b");
        assertThat(run("decisions", "--json")).isZero();
        assertThat(lines()).as("nothing was answered").isEmpty();
    }

    @Test
    void faultsOfTheSandboxCanBeOrdered() {
        askTheRouterAlways();
        environment.put("KATMAN_SANDBOX_FAULTS", "kimi-k2-instruct=503");
        assertThat(run("ask", "--json", "Merhaba!")).isZero();
        assertThat(lines().getFirst().at("/attempts").valueStream().map(a -> a.at("/outcome").asString()))
                .containsExactly("OK", "FAILED", "OK");
        environment.put("KATMAN_SANDBOX_FAULTS", "nonsense");
        assertThat(run("ask", "Merhaba!")).isZero();
        assertThat(err()).contains("KATMAN_SANDBOX_FAULTS");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theDoctorLooksAtEverything(Language language) {
        assertThat(run("", language, "doctor")).isZero();
        assertThat(out()).contains("✓", home().toString(), "GROQ_API_KEY", "Ollama", "Sandbox");
    }

    @Test
    void aTextFileGoesAlong() throws IOException {
        Path file = Files.writeString(temp.resolve("kira.txt"), "Kira 1 Mart 2026 tarihinde başlar, bedeli 18.500 TL'dir.");
        assertThat(run("ask", "--attach", file.toString(), "Bu metindeki tarihleri ve tutarları çıkar:")).isZero();
        assertThat(out()).contains("18.500 TL", "1 Mart 2026");
        assertThat(err()).contains("[1] kira.txt");
        assertThat(run("ask", "--json", "--attach", file.toString(), "Kira ne zaman başlar?")).isZero();
        JsonNode answer = lines().getFirst();
        assertThat(answer.path("sources")).singleElement().satisfies(source -> {
            assertThat(source.path("number").asInt()).isEqualTo(1);
            assertThat(source.path("document").asString()).isEqualTo("kira.txt");
            assertThat(source.path("text").asString()).contains("1 Mart 2026");
        });
        assertThat(answer.path("left_out").isNull()).isTrue();
        assertThat(answer.path("saved").isNull()).isTrue();
    }

    @Test
    void aDocumentOfTheLibraryGoesAlongByItsName() throws IOException {
        Path file = Files.writeString(temp.resolve("Kira Sözleşmesi.txt"), "Kira 1 Mart 2026 tarihinde başlar, bedeli 18.500 TL'dir.\n");
        assertThat(run("library")).isZero();
        assertThat(err()).contains("katman library add");
        assertThat(run("library", "add", file.toString())).isZero();
        assertThat(err()).contains("Kira Sözleşmesi.txt");
        Files.delete(file);
        for (String name : List.of("Kira Sözleşmesi.txt", "KİRA SÖZLEŞMESİ", "kira sozlesmesi.txt")) {
            assertThat(run("ask", "--attach", name, "Bu metindeki tarihleri çıkar:")).as(name).isZero();
            assertThat(err()).as(name).contains("[1] Kira Sözleşmesi.txt");
        }
        assertThat(run("prepare", "--table", "tarih", "--csv", "kira sozlesmesi")).isZero();
        assertThat(out()).isEqualTo("tarih\r\n1 Mart 2026\r\n");
        assertThat(run("library")).isZero();
        assertThat(out()).contains("Kira Sözleşmesi.txt", "1 KB");
        assertThat(run("prepare", "--propose", "kira sozlesmesi")).isZero();
        assertThat(run("prepare", "--propose", "--price", "--json", "kira sozlesmesi")).isZero();
        assertThat(lines().getFirst().path("calls").asInt()).as("what was proposed is kept").isZero();
        assertThat(run("prepare", "--propose", "--price", "--anew", "--json", "kira sozlesmesi")).isZero();
        assertThat(lines().getFirst().path("calls").asInt()).isOne();
        assertThat(run("library", "remove", "kira sözleşmesi")).isZero();
        assertThat(run("library", "--json")).isZero();
        assertThat(lines()).isEmpty();
    }

    @Test
    void aNameThatIsNotClearIsAskedAfter() throws IOException {
        Path first = Files.writeString(temp.resolve("kira.txt"), "Kira 1 Mart 2026 tarihinde başlar.\n");
        Path second = Files.writeString(Files.createDirectory(temp.resolve("yeni")).resolve("kira.txt"), "Kira 1 Nisan 2026 tarihinde başlar.\n");
        assertThat(run("library", "add", first.toString(), second.toString())).isZero();
        assertThat(run("library", "--json")).isZero();
        List<String> ids = lines().stream().map(line -> line.path("id").asString()).toList();
        assertThat(ids).hasSize(2);
        assertThat(run("ask", "--attach", "kira", "Ne zaman başlar?")).isEqualTo(2);
        assertThat(err().strip()).hasLineCount(1).contains(ids);
        assertThat(run("ask", "--attach", ids.getLast(), "Bu metindeki tarihleri çıkar:")).isZero();
        assertThat(err()).contains("[1] kira.txt");
        assertThat(run("ask", "--attach", "kir.txt", "Ne zaman başlar?")).isEqualTo(2);
        assertThat(err()).contains("kira.txt?");
        assertThat(run("library", "remove", ids.getFirst(), "fatura")).isEqualTo(2);
        assertThat(err()).contains("fatura");
        assertThat(run("library", "--json")).isZero();
        assertThat(lines()).as("all or none").hasSize(2);
    }

    @Test
    void whatOfADocumentNeedNotGoToTheDeepBrainIsSaved() throws IOException {
        Path file = Files.writeString(temp.resolve("uzun.txt"), "Ortak giderler her dairenin arsa payına göre bölüşülür ve üç ayda bir toplanır.\n\n"
                .repeat(600) + "Depozito kırk beş gün içinde iade edilir.");
        assertThat(run("ask", "--tier", "3", "--attach", file.toString(), "Depozito ne zaman iade edilir?")).isZero();
        assertThat(err()).contains("tokens saved");
        run("usage", "--json", "--by", "day");
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line.path("saved").asLong()).isGreaterThan(5_000));
        assertThat(run("", Language.TR, "usage", "--by", "day")).isZero();
        assertThat(out()).contains("Tasarruf");
    }

    @Test
    void aDocumentIsPricedThenPreparedThenThere() throws IOException {
        Path file = Files.writeString(temp.resolve("kira.txt"), "Kira 1 Mart 2026 tarihinde başlar, bedeli 18.500 TL'dir.\n\n"
                + "Depozito 2 Nisan 2026 tarihine kadar ödenir: 37.000 TL.\n");
        assertThat(run("prepare", "--price", "--table", "tarih,tutar", "--json", file.toString())).isZero();
        assertThat(lines().getFirst().at("/calls").asInt()).isEqualTo(1);
        assertThat(lines().getFirst().at("/shares/0/deployment").asString()).isEqualTo("llama-4-scout@sandbox");
        run("usage", "--json");
        assertThat(lines()).as("a price costs nothing").isEmpty();

        assertThat(run("prepare", "--propose", file.toString())).isZero();
        assertThat(out()).isEqualTo("tarih:date,tutar:number\n");
        assertThat(run("prepare", "--table", "tarih,tutar", "--csv", file.toString())).isZero();
        assertThat(out()).isEqualTo("tarih,tutar\r\n1 Mart 2026,18.500 TL\r\n2 Nisan 2026,37.000 TL\r\n");
        assertThat(run("prepare", "--table", "tarih,tutar", "--json", file.toString())).isZero();
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.at("/rows/1/tutar").asString()).isEqualTo("37.000 TL");
            assertThat(line.propertyNames()).containsExactly("document", "conversation", "summary", "columns", "kinds", "rows", "pieces", "withoutModel",
                    "promptTokens", "completionTokens");
        });
        run("usage", "--json");
        assertThat(lines().getFirst().at("/calls").asInt()).as("one for the columns; the second time the table was there").isEqualTo(2);
        assertThat(run("prepare", "--table", "Due:date, Price:sayı", "--csv", file.toString())).isZero();
        assertThat(out()).isEqualTo("Due,Price\r\n2026-03-01,18500\r\n2026-04-02,37000\r\n");
        assertThat(run("prepare", "--table", "Due:tarih,Price:number", "--json", file.toString())).isZero();
        assertThat(err()).as("the same in the other language's words").contains("this costs nothing");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.at("/rows/0/Price").isNumber()).isTrue();
            assertThat(line.at("/rows/0/Due").asString()).isEqualTo("2026-03-01");
            assertThat(line.at("/kinds")).extracting(JsonNode::asString).containsExactly("date", "number");
        });
        assertThat(run("", Language.TR, "prepare", "--table", "Fiyat:para", file.toString())).isEqualTo(2);
        assertThat(err()).contains("Fiyat:para", "metin, sayı, tarih");
        assertThat(run("", Language.TR, "prepare", file.toString())).isZero();
        assertThat(out()).contains("Kira");
        assertThat(err()).contains("1 parça");
    }

    @Test
    void columnsThatWereProposedAreUsedUntilTheWorkerIsAskedAnew() throws IOException {
        Path file = Files.writeString(temp.resolve("kira.txt"), "Kira 1 Mart 2026 tarihinde başlar, bedeli 18.500 TL'dir.\n");
        assertThat(run("library", "add", file.toString())).isZero();
        assertThat(run("prepare", "--price", "--table", "auto", "--json", "kira")).isZero();
        assertThat(lines().getFirst().path("calls").asInt()).as("columns, and the one piece").isEqualTo(2);
        assertThat(run("prepare", "--propose", "kira")).isZero();
        assertThat(run("prepare", "--price", "--table", "auto", "--json", "kira")).isZero();
        assertThat(lines().getFirst().path("calls").asInt()).isOne();
        assertThat(run("prepare", "--price", "--anew", "--table", "auto", "--json", "kira")).isZero();
        assertThat(lines().getFirst().path("calls").asInt()).isEqualTo(2);

        assertThat(run("prepare", "--table", "auto", "--csv", "kira")).isZero();
        assertThat(err()).contains("suggested before: tarih:date, tutar:number. Add --anew");
        assertThat(out()).isEqualTo("tarih,tutar\r\n2026-03-01,18500\r\n");
        run("usage", "--json");
        assertThat(lines().getFirst().at("/calls").asInt()).isEqualTo(2);
        assertThat(run("prepare", "--table", "auto", "kira")).isZero();
        assertThat(err()).contains("this costs nothing");
        assertThat(run("prepare", "--table", "auto", "--anew", "kira")).isZero();
        assertThat(err()).contains("the worker suggested these columns: tarih:date, tutar:number").doesNotContain("suggested before");
        run("usage", "--json");
        assertThat(lines().getFirst().at("/calls").asInt()).isEqualTo(4);

        Path other = Files.writeString(temp.resolve("aidat.txt"), "Aidat 900 TL'dir, 2 Mart 2026 günü ödenir.\n");
        assertThat(run("prepare", "--table", "auto", other.toString())).isZero();
        assertThat(run("prepare", "--propose", "--price", "--json", other.toString())).isZero();
        assertThat(lines().getFirst().path("calls").asInt()).as("what was proposed on the way is kept as well").isZero();
    }
}
