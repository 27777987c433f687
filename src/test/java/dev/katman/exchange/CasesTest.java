package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Cancellation;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.CallRecord;
import dev.katman.journal.JournalException;
import dev.katman.journal.UsageRow;
import dev.katman.provider.Endpoint;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;
import dev.katman.routing.Candidate;
import dev.katman.routing.Verdict;
import dev.katman.sandbox.Fault;
import dev.katman.sandbox.Seen;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Bugs that others shipped (Q1 to Q22): those that only show when the whole of it runs. The rest stand where their part is. */
class CasesTest {
    private static final String CHAT = "Merhaba, nasılsın?";
    private static final String EASY =
            "Summarise in one sentence: The cat sat on the mat. It was warm there. The cat slept all day long.";
    private static final String HARD = "Prove that the square root of 2 is irrational and explain every step of the proof.";
    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@sandbox");
    private static final DeploymentId KIMI = DeploymentId.parse("kimi-k2-instruct@sandbox");
    private static final DeploymentId QWEN = DeploymentId.parse("qwen3-32b@sandbox");

    @TempDir
    private Path home;
    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(home);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @DisplayName("every case of Q1 to Q22 has a test that says so")
    void noCaseIsForgotten() throws IOException {
        Pattern name = Pattern.compile("@DisplayName\\(\"Q(\\d+): ");
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Integer> covered = files.filter(f -> f.toString().endsWith(".java")).map(CasesTest::read)
                    .flatMap(text -> name.matcher(text).results()).map(MatchResult::group)
                    .map(found -> Integer.valueOf(found.replaceAll("\\D", ""))).toList();
            assertThat(covered).containsAll(IntStream.rangeClosed(1, 22).boxed().toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("Q4: what a call held is let go in every exit: silence, cut, garbage, refusal, trouble, stop")
    void q04NothingStaysHeldHoweverACallEnds() {
        for (String fault : List.of("silence", "silence-after:3", "cut:2", "reset", "garbage", "error:2", "503", "429:rpm",
                "no-usage")) {
            rig.sandbox.script("kimi-k2-instruct", Fault.parse(fault));
            rig.send(CHAT);
            nothingIsHeld(fault);
            rig.clock.move(Duration.ofMinutes(20));
        }
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("silence-after:3"));
        var stop = new Cancellation();
        rig.exchange.send(new Ask(CHAT), event -> {
            if (event instanceof ExchangeEvent.Text) {
                stop.cancel();
            }
        }, stop);
        nothingIsHeld("stopped by the reader");
    }

    @Test
    @DisplayName("Q4: a listener that throws leaves nothing held, and nobody on trial for ever")
    void q04AListenerThatThrowsLeavesNothingBehind() {
        rig.sandbox.script("kimi-k2-instruct", Fault.OVERLOADED);
        rig.send(CHAT);
        rig.clock.move(Duration.ofSeconds(6)); // Kimi may now be tried once
        assertThatThrownBy(() -> rig.exchange.send(new Ask(CHAT), event -> {
            if (event instanceof ExchangeEvent.Text) {
                throw new IllegalStateException("a listener's own fault");
            }
        }, new Cancellation())).isInstanceOf(IllegalStateException.class);
        nothingIsHeld("a listener threw");
        rig.clock.move(Duration.ofMinutes(20));
        assertThat(rig.send(CHAT).record().served()).as("tried again, and well").contains(KIMI);
    }

    @Test
    @DisplayName("Q4: a data folder that fails leaves nothing held, before the call has left and after")
    void q04AFaultOfTheDataFolderLeavesNothingHeld() throws IOException {
        var served = new ConcurrentHashMap<DeploymentId, Supplier<MockResponse>>();
        atAnotherProvider(served, (program, asked) -> {
            served.put(KIMI, () -> {
                program.journal.close();
                return error(429, "rate_limit_exceeded", "Rate limit reached on tokens per minute (TPM): Limit 10000, Used 9000, "
                        + "Requested 1112. Please try again in 1s.").build();
            });
            assertThatThrownBy(() -> say(program, CHAT)).isInstanceOf(JournalException.class);
            assertThat(asked).containsEntry(KIMI, 1);
            assertThat(program.ledger.levels(rig.clock.instant())).allMatch(l -> l.held() == 0);
            assertThat(program.ledger.level(KIMI, Axis.RPD, rig.clock.instant()).orElseThrow().used())
                    .as("nobody knows what was spent, so it counts").isEqualTo(1);
        });
        assertThatThrownBy(() -> rig.exchange.send(new Ask(CHAT), event -> {
            if (event instanceof ExchangeEvent.Asking) {
                rig.journal.close();
            }
        }, new Cancellation())).isInstanceOf(JournalException.class);
        assertThat(rig.ledger.levels(rig.clock.instant())).allMatch(l -> l.held() == 0);
        assertThat(level(KIMI, Axis.RPD).used()).as("it never left").isZero();
    }

    @Test
    @DisplayName("Q8: a later, shorter wait does not shorten a longer one")
    void q08TheLaterDeadlineWins() throws IOException {
        // Without an axis in their words: what names its axis is in the level too, and would hide a bench that got shorter.
        var waits = List.of("600", "5").iterator();
        atAnotherProvider(Map.of(KIMI, () -> error(429, "", "slow down").addHeader("retry-after", waits.next()).build()),
                (program, asked) -> {
                    say(program, CHAT);
                    assertThat(kimi(say(program, CHAT)).roomIn()).isEqualTo(Duration.ofMinutes(10));
                    List.of("llama-4-scout", "qwen3-32b", "gpt-oss-120b", "llama-3.3-70b").forEach(model -> fill(program.ledger, model));
                    Answer parked = program.exchange.send(new Ask(CHAT), event -> { }, new Cancellation());
                    Answer forced = program.exchange.resume(parked.id(), true, event -> { }, new Cancellation());
                    assertThat(forced.record().attempts().getFirst()).satisfies(call -> {
                        assertThat(call.deployment()).isEqualTo(KIMI);
                        assertThat(call.http()).as("refused again").isEqualTo(429);
                    });
                    assertThat(waits).as("with the shorter wait").isExhausted();
                    Answer later = program.exchange.send(new Ask(CHAT), event -> { }, new Cancellation());
                    assertThat(kimi(later).roomIn()).isEqualTo(Duration.ofMinutes(10));
                });
    }

    @Test
    @DisplayName("Q9: nobody is asked twice, also where a failure lets nobody rest")
    void q09NobodyIsAskedTwice() throws IOException {
        Supplier<MockResponse> refusal = () -> error(400, "invalid_request_error", "This model cannot do that.").build();
        atAnotherProvider(Map.of(SCOUT, refusal, KIMI, refusal, QWEN, refusal), (program, asked) -> {
            Answer answer = program.exchange.send(new Ask(CHAT), event -> { }, new Cancellation());
            assertThat(answer.result()).isEqualTo(Result.UNANSWERED);
            assertThat(answer.record().attempts()).extracting(CallRecord::deployment).startsWith(KIMI, QWEN, SCOUT)
                    .doesNotHaveDuplicates();
            assertThat(asked).containsEntry(KIMI, 1);
        });
    }

    @Test
    @DisplayName("Q11: nothing below us retries: one row in the journal for each request on the wire, whatever befell it")
    void q11NoHiddenRetries() {
        for (String fault : List.of("reset", "503", "429:tpm", "cut:0", "garbage", "silence")) {
            int before = rig.sandbox.calls().size();
            rig.sandbox.script("kimi-k2-instruct", Fault.parse(fault));
            Answer answer = rig.send(CHAT);
            assertThat(rig.sandbox.calls().subList(before, rig.sandbox.calls().size())).extracting(Seen::model).as(fault)
                    .containsExactlyElementsOf(answer.record().calls().stream().map(c -> wireName(c.deployment())).toList());
            rig.clock.move(Duration.ofMinutes(20));
        }
    }

    @Test
    @DisplayName("Q14: a refusal by a limit a minute rests a minute at most, however long the provider asks to wait")
    void q14AnAbsurdWaitIsNotBelieved() throws IOException {
        String minute = "Rate limit reached on tokens per minute (TPM): "
                + "Limit 10000, Used 10000, Requested 1112. Please try again in 9999h0m0s.";
        atAnotherProvider(Map.of(KIMI, () -> error(429, "rate_limit_exceeded", minute).addHeader("retry-after", "31536000")
                .build()),
                (program, asked) -> {
                    say(program, CHAT);
                    assertThat(asked).containsEntry(KIMI, 1);
                    rig.clock.move(Duration.ofSeconds(30));
                    say(program, CHAT);
                    assertThat(asked).as("it rests").containsEntry(KIMI, 1);
                    rig.clock.move(Duration.ofSeconds(31));
                    say(program, CHAT);
                    assertThat(asked).as("a minute is over").containsEntry(KIMI, 2);
                });
    }

    @Test
    @DisplayName("Q14: where no axis is named, the longest window is the most: a day")
    void q14WithoutAnAxisADayAtMost() throws IOException {
        atAnotherProvider(Map.of(KIMI, () -> error(429, "", "slow down").addHeader("retry-after", "31536000").build()),
                (program, asked) -> {
                    say(program, CHAT);
                    rig.clock.move(Duration.ofHours(23));
                    say(program, CHAT);
                    assertThat(asked).containsEntry(KIMI, 1);
                    rig.clock.move(Duration.ofHours(2));
                    say(program, CHAT);
                    assertThat(asked).containsEntry(KIMI, 2);
                });
    }

    @Test
    @DisplayName("Q15: one model's refusal is nobody else's, and its other limits stay where they were")
    void q15ARefusalConcernsItsOwnAxisOnly() {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("429:tpd"));
        Level minute = level(KIMI, Axis.TPM);
        List<Level> others = others();
        Answer answer = rig.send(new Ask(Optional.empty(), CHAT, Optional.empty(), Optional.of("kimi-k2-instruct")));
        assertThat(answer.record().attempts().getFirst().http()).isEqualTo(429);
        assertThat(level(KIMI, Axis.TPD).left()).isZero();
        assertThat(level(KIMI, Axis.TPM).used()).isEqualTo(minute.used());
        DeploymentId served = answer.record().served().orElseThrow();
        assertThat(others().stream().filter(l -> !l.deployment().equals(served)))
                .containsExactlyElementsOf(others.stream().filter(l -> !l.deployment().equals(served)).toList());
        assertThat(rig.send(CHAT).record().decision().candidates()).filteredOn(c -> c.deployment().provider().equals("sandbox"))
                .filteredOn(c -> !c.deployment().equals(KIMI)).extracting(Candidate::verdict)
                .containsOnly(Verdict.ADMITTED, Verdict.PACED);
        assertThat(rig.send(EASY).record().served()).contains(SCOUT);
    }

    @Test
    @DisplayName("Q19: the wall clock jumps back and forth, and no token is minted, also over a restart")
    void q19AJumpOfTheClockMintsNothing() {
        rig.send(CHAT);
        rig.send(HARD);
        List<Long> before = used();
        rig.clock.move(Duration.ofHours(-5));
        assertThat(used()).as("back").isEqualTo(before);
        rig.close();
        rig = new Rig(home, rig.catalog, rig.clock);
        assertThat(used()).as("back, and started again").isEqualTo(before);
        rig.clock.move(Duration.ofHours(5));
        assertThat(used()).as("and forth: no time has passed").isEqualTo(before);
    }

    @Test
    @DisplayName("Q20: every call is in every chart: verdicts, answers, and those that failed")
    void q20EveryCallIsCounted() {
        rig.sandbox.script("llama-4-scout", Fault.NONE, Fault.GARBAGE);
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("cut:4"), Fault.parse("no-usage"));
        for (String text : List.of(CHAT, HARD, EASY, CHAT)) {
            rig.send(text);
            rig.clock.move(Duration.ofMinutes(1));
        }
        long calls = rig.sandbox.calls().size();
        assertThat(calls).isGreaterThan(7);
        for (UsageRow.By by : UsageRow.By.values()) {
            assertThat(rig.journal.usage(by, ZoneOffset.UTC).stream().mapToLong(UsageRow::calls).sum()).as("by " + by)
                    .isEqualTo(calls);
            assertThat(rig.journal.usage(by, ZoneOffset.UTC).stream().mapToLong(UsageRow::promptTokens).sum()).as("by " + by)
                    .isEqualTo(rig.sandbox.calls().stream().mapToLong(Seen::promptTokens).sum());
        }
    }

    @Test
    @DisplayName("Q22: a model that is gone is said in the decision and among the troubles, and tried again after a day")
    void q22AModelThatIsGoneIsSaid() throws IOException {
        String gone = "The model `moonshotai/kimi-k2-instruct` does not exist or you do not have access to it.";
        var served = new ConcurrentHashMap<DeploymentId, Supplier<MockResponse>>();
        served.put(KIMI, () -> error(404, "model_not_found", gone).build());
        atAnotherProvider(served, (program, asked) -> {
            assertThat(say(program, CHAT).record().served()).contains(QWEN);
            assertThat(kimi(say(program, CHAT)).verdict()).isEqualTo(Verdict.RETIRED);
            assertThat(program.exchange.troubles()).singleElement()
                    .satisfies(t -> assertThat(((Trouble.ModelGone) t).deployment()).isEqualTo(KIMI));
            rig.clock.move(Duration.ofHours(23));
            say(program, CHAT);
            assertThat(asked).as("not within the day").containsEntry(KIMI, 1);
            rig.clock.move(Duration.ofHours(2));
            served.remove(KIMI);
            assertThat(say(program, CHAT).record().served()).as("a day later it is back").contains(KIMI);
            assertThat(program.exchange.troubles()).isEmpty();
        });
    }

    /** What is done with a program at that provider, and how often each model was asked for. */
    private interface Talk {
        void with(Program program, Map<DeploymentId, Integer> asked);
    }

    /** A provider that answers a word, or for some models something else. */
    private void atAnotherProvider(Map<DeploymentId, Supplier<MockResponse>> instead, Talk talk) throws IOException {
        var asked = new ConcurrentHashMap<DeploymentId, Integer>();
        try (var server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    String body = request.getBody().utf8();
                    DeploymentId id = Stream.of(SCOUT, KIMI, QWEN).filter(d -> body.contains('"' + wireName(d) + '"')).findFirst()
                            .orElse(QWEN);
                    asked.merge(id, 1, Integer::sum);
                    return instead.getOrDefault(id, CasesTest::word).get();
                }
            });
            server.start();
            var endpoint = new Endpoint(server.url("/v1").uri(), Optional.empty());
            try (var program = new Program(Files.createDirectory(home.resolve("elsewhere")), rig.catalog, rig.clock, endpoint, 3)) {
                talk.with(program, asked);
            }
        }
    }

    private static MockResponse word() {
        return new MockResponse.Builder().addHeader("Content-Type", "text/event-stream").body("data: {\"choices\":[{\"delta\":"
                + "{\"content\":\"Well.\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":80,\"completion_tokens\":2}}\n\n"
                + "data: [DONE]\n\n").build();
    }

    private static MockResponse.Builder error(int status, String code, String message) {
        return new MockResponse.Builder().code(status).body("{\"error\":{\"message\":\"" + message + "\",\"code\":\"" + code
                + "\"}}");
    }

    private static Answer say(Program program, String text) {
        Answer answer = program.exchange.send(new Ask(text), event -> { }, new Cancellation());
        assertThat(answer.result()).isEqualTo(Result.ANSWERED);
        return answer;
    }

    private void nothingIsHeld(String after) {
        assertThat(rig.ledger.levels(rig.clock.instant())).as(after).allMatch(l -> l.held() == 0);
        assertThat(rig.journal.decisions(100).stream().flatMap(d -> d.calls().stream()).map(CallRecord::deployment)).as(after)
                .isNotEmpty();
    }

    private void fill(Ledger ledger, String model) {
        var id = new DeploymentId(model, "sandbox");
        ledger.correct(id, Axis.TPD, level(id, Axis.TPD).limit(), OptionalLong.empty(), rig.clock.instant());
    }

    private Level level(DeploymentId id, Axis axis) {
        return rig.ledger.level(id, axis, rig.clock.instant()).orElseThrow();
    }

    private List<Level> others() {
        return rig.ledger.levels(rig.clock.instant()).stream().filter(l -> !l.deployment().equals(KIMI)).toList();
    }

    private List<Long> used() {
        return rig.ledger.levels(rig.clock.instant()).stream().map(Level::used).toList();
    }

    private String wireName(DeploymentId id) {
        return rig.catalog.deployment(id).orElseThrow().name();
    }

    private static Candidate kimi(Answer answer) {
        return answer.record().decision().candidates().stream().filter(c -> c.deployment().equals(KIMI)).findFirst().orElseThrow();
    }
}
