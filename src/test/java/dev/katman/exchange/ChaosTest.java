package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.classify.RuleJudge;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.MessageRow;
import dev.katman.provider.Endpoint;
import dev.katman.quota.Level;
import dev.katman.sandbox.Fault;
import dev.katman.sandbox.Pace;
import dev.katman.sandbox.Sandbox;
import dev.katman.sandbox.Seen;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Days of messages, sixteen at a time, against a provider that keeps its limits strictly and fails in every way it can. What must
 * be exact is counted: on our side from the journal's file alone, on the other side from what the sandbox saw.
 */
class ChaosTest {
    private static final int MESSAGES = Integer.getInteger("katman.messages", 2_000);
    private static final int AT_ONCE = 16;
    private static final int WAVE = 24;
    /** Sent one by one at first: code that runs for the first time is slow, and would look like a provider that is silent. */
    private static final int WARM = 24;
    /** Restarts; a night follows every {@value #NIGHT}th wave. */
    private static final int RESTART = 6;
    private static final int NIGHT = 5;

    private static final List<Function<Integer, String>> TEXTS = List.of(
            i -> "Merhaba, nasılsın? Bugün " + i + ". kez soruyorum.",
            i -> "Hi there! How was day " + i + "?",
            i -> "Summarise in one sentence: The cat sat on mat " + i + ". It was warm there. The cat slept all day long.",
            i -> "Özetle: Toplantı " + i + " saat sürdü. Bütçe onaylandı. Yeni sürüm cuma günü çıkacak. Kimse itiraz etmedi.",
            i -> "List every date in this text: On 3 March 2026 the tenant paid " + i + " euros, and on 5 May 2026 the rest.",
            i -> "Write a Python function that reverses a linked list of " + i + " nodes and returns the new head.",
            i -> "Prove that the square root of " + (i * i + 1) + " is irrational and explain every step of the proof.",
            i -> "Translate into Turkish: The train leaves at " + i % 24 + ":15 from platform two.");

    @TempDir
    private Path home;

    private final Catalog catalog = CatalogReader.embedded();
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final Map<String, DeploymentId> names = catalog.deployments().stream().filter(d -> d.provider().embedded())
            .collect(Collectors.toMap(Deployment::name, Deployment::id));
    private final SoftAssertions soft = new SoftAssertions();
    private final Map<MessageId, Result> ends = new ConcurrentHashMap<>();
    private final Set<MessageId> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<ConversationId> conversations = new ConcurrentLinkedQueue<>();
    /** When each axis was last filled by a script: until it has drained, the provider's level is not of our making. */
    private final Map<DeploymentId, Map<Axis, Instant>> filled = new HashMap<>();
    private Random random;
    private Sandbox sandbox;
    private Program program;
    private int runs;
    private long checkedLevels;
    private long above;
    private long answeredLater;
    private long parked;

    @BeforeEach
    void build() {
        long seed = Long.getLong("katman.seed", 20_261_122L);
        System.out.println("chaos: seed " + seed + " (again with -Dkatman.seed=" + seed + ")");
        random = new Random(seed);
        sandbox = Sandbox.start(catalog, new RuleJudge(), clock, new Random(7), Pace.INSTANT);
        program = start();
    }

    @AfterEach
    void close() {
        program.close();
        sandbox.close();
    }

    @Test
    void daysOfMessagesAndFaultsComeOutToTheToken() throws Exception {
        long began = System.nanoTime();
        Instant first = clock.instant();
        int sent = 0;
        for (; sent < WARM; sent++) {
            heard(send(sent, new Random(random.nextLong())));
        }
        for (int wave = 1; sent < MESSAGES; wave++) {
            scriptFaults();
            int size = Math.min(WAVE, MESSAGES - sent);
            sendAtOnce(size, sent);
            sent += size;
            checkLevels("wave " + wave);
            if (wave % RESTART == 0) {
                restart();
            }
            clock.move(pause(wave));
            answerDue();
            checkLevels("wave " + wave + ", answers due");
        }
        for (int look = 0; look < 2_000 && !program.exchange.parked().isEmpty(); look++) {
            clock.move(Duration.ofSeconds(30));
            answerDue();
        }
        assertThat(program.exchange.parked()).as("still parked").isEmpty();
        checkLevels("the end");
        restart();
        long hours = Duration.between(first, clock.instant()).toHours();
        program.close();
        count();
        System.out.printf("chaos: %d messages, %d parked, %d answered later, %d calls, "
                        + "%d runs, %d hours in %.1f s; %d levels compared, %d of ours above%n", sent, parked, answeredLater,
                sandbox.calls().size(), runs, hours, (System.nanoTime() - began) / 1e9, checkedLevels, above);
        soft.assertAll();
    }

    private Program start() {
        return new Program(home, catalog, clock, new Endpoint(sandbox.baseUrl(), Optional.of(sandbox.token())), random.nextLong()
                + runs++);
    }

    private void restart() {
        List<Level> before = program.ledger.levels(clock.instant());
        program.close();
        program = start();
        soft.assertThat(program.ledger.levels(clock.instant())).as("levels after restart %d", runs).isEqualTo(before);
    }

    private void scriptFaults() {
        for (DeploymentId id : names.values()) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            for (int i = 0; i <= random.nextInt(3); i++) {
                sandbox.script(id.model(), fault());
            }
        }
    }

    private Fault fault() {
        int pieces = random.nextInt(12);
        return switch (random.nextInt(24)) {
            case 0, 1 -> Fault.OVERLOADED;
            case 2, 3 -> new Fault.Cut(pieces);
            case 4, 5 -> Fault.RESET;
            case 6 -> random.nextInt(4) > 0 ? Fault.NONE : random.nextBoolean() ? Fault.SILENCE : new Fault.SilenceAfter(pieces); // real time
            case 7 -> Fault.OVERLOADED;
            case 8, 9 -> Fault.GARBAGE;
            case 10, 11 -> new Fault.ErrorInStream(pieces);
            case 12, 13, 14, 15 -> Fault.NO_USAGE;
            case 16, 17 -> Fault.NONE;
            case 18, 19, 20 -> new Fault.RateLimited(Optional.of(List.of(Axis.RPM, Axis.TPM, Axis.RPD, Axis.TPD)
                    .get(random.nextInt(4))));
            default -> Fault.RATE_LIMITED;
        };
    }

    private void sendAtOnce(int size, int from) throws Exception {
        var places = new Semaphore(AT_ONCE);
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < size; i++) {
                int number = from + i;
                var own = new Random(random.nextLong());
                answers.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return send(number, own);
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        for (Future<Answer> answer : answers) {
            heard(answer.get());
        }
    }

    private Answer send(int number, Random own) {
        var ask = new Ask(TEXTS.get(own.nextInt(TEXTS.size())).apply(number));
        ConversationId earlier = own.nextInt(3) == 0 ? conversations.poll() : null;
        var stop = new Cancellation();
        boolean impatient = own.nextInt(60) == 0;
        return program.exchange.send(earlier == null ? ask : ask.in(earlier), event -> {
            switch (event) {
                case ExchangeEvent.Asking asking -> clock.move(Duration.ofMillis(1 + own.nextInt(60)));
                case ExchangeEvent.Text text when impatient -> stop.cancel();
                case ExchangeEvent.Accepted(var conversation, var message) -> {
                    accepted.add(message);
                    clock.move(Duration.ofMillis(1 + own.nextInt(20)));
                }
                case ExchangeEvent other -> { }
            }
        }, stop);
    }

    private void heard(Answer answer) {
        Result before = ends.put(answer.id(), answer.result());
        soft.assertThat(before == null || before == Result.PARKED).as("answered twice: %s after %s", answer.result(), before)
                .isTrue();
        if (answer.result() == Result.PARKED) {
            parked += before == null ? 1 : 0;
            soft.assertThat(answer.record().parkedUntil()).isPresent();
        } else if (before == Result.PARKED) {
            answeredLater++;
        }
        if (answer.result() == Result.ANSWERED && answer.text().isBlank()) {
            soft.fail("a blank answer: " + answer);
        }
        if (answer.result() != Result.PARKED) {
            conversations.add(answer.conversation());
        }
    }

    private void answerDue() {
        program.exchange.answerDue(answer -> {
            heard(answer);
            clock.move(Duration.ofMillis(1 + random.nextInt(20)));
        });
    }

    /** Mostly seconds to minutes, sometimes hours, and now and then a night. */
    private Duration pause(int wave) {
        if (wave % NIGHT == 0) {
            return Duration.ofMinutes(60 * 7 + random.nextInt(60 * 4));
        }
        return switch (random.nextInt(10)) {
            case 0 -> Duration.ofMinutes(60 + random.nextInt(180));
            case 1, 2, 3 -> Duration.ofSeconds(90 + random.nextInt(1_200));
            default -> Duration.ofMillis(1_000 + random.nextInt(200_000));
        };
    }

    /** Nothing is in flight now. */
    private void checkLevels(String when) {
        noteFills();
        Instant now = clock.instant();
        Map<String, Level> ours = program.ledger.levels(now).stream().collect(Collectors.toMap(ChaosTest::key, l -> l));
        for (Level theirs : sandbox.levels(now)) {
            Level our = ours.get(key(theirs));
            boolean scripted = scripted(theirs.deployment(), theirs.axis(), now);
            soft.assertThat(our.held()).as("%s: held on %s", when, key(our)).isZero();
            checkedLevels++;
            above += our.used() > theirs.used() ? 1 : 0;
            if (!scripted) {
                long most = our.source()
                        == Level.Source.OURS ? our.limit() : Long.MAX_VALUE; // a provider's word may raise it above
                soft.assertThat(our.used()).as("%s: our count of %s", when, key(our)).isBetween(theirs.used(), most);
            }
        }
    }

    private void noteFills() {
        for (Seen seen : sandbox.calls()) {
            if (seen.fault().orElse(Fault.NONE) instanceof Fault.RateLimited(var axis)) {
                filled.computeIfAbsent(names.get(seen.model()), id -> new HashMap<>()).merge(axis.orElse(Axis.TPM), seen.at(),
                        (a, b) -> a.isAfter(b) ? a : b);
            }
        }
    }

    private boolean scripted(DeploymentId id, Axis axis, Instant now) {
        Instant at = filled.getOrDefault(id, Map.of()).get(axis);
        return at != null && Duration.between(at, now).compareTo(axis.window().plusSeconds(5)) < 0;
    }

    private static String key(Level level) {
        return level.deployment() + " " + level.axis();
    }

    /** A call as the journal's file has it. */
    private record Row(String decision, DeploymentId deployment, String purpose, Instant left, Instant ended, boolean settled,
            long charged, String outcome,
            int http, long prompt, long completion, String reason) {
    }

    /** Reads the file with nothing of ours in between. */
    private void count() throws SQLException {
        var rows = new ArrayList<Row>();
        var states = new TreeMap<String, Long>();
        long twice;
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                var statement = connection.createStatement()) {
            try (ResultSet r = statement.executeQuery("select * from call order by left_at, id")) {
                while (r.next()) {
                    rows.add(new Row(r.getString("decision_id"), DeploymentId.parse(r.getString("deployment")),
                            r.getString("purpose"),
                            r.getObject("left_at", OffsetDateTime.class).toInstant(),
                            r.getObject("ended_at", OffsetDateTime.class).toInstant(), r.getObject("settled_at") != null,
                            r.getLong("charged_prompt") + r.getLong("charged_completion"), r.getString("outcome"), r.getInt("http"),
                            r.getLong("prompt_tokens"), r.getLong("completion_tokens"), r.getString("reason")));
                }
            }
            try (ResultSet r = statement.executeQuery("select state, count(*) from message where role = 'USER' group by state")) {
                while (r.next()) {
                    states.put(r.getString(1), r.getLong(2));
                }
            }
            try (ResultSet r = statement.executeQuery("select count(*) from (select d.message_id from message m join decision d on"
                    + " d.id = m.decision_id where m.role = 'ASSISTANT' group by d.message_id having count(*) > 1) x")) {
                r.next();
                twice = r.getLong(1);
            }
        }
        System.out.println("chaos: " + states + " " + rows.stream().collect(Collectors.groupingBy(Row::outcome, TreeMap::new,
                Collectors.counting())));
        soft.assertThat(states.keySet()).as("states of messages").isSubsetOf(MessageRow.State.DONE.name(),
                MessageRow.State.STOPPED.name());
        soft.assertThat(states.values().stream().mapToLong(n -> n).sum()).as("messages accepted").isEqualTo(MESSAGES)
                .isEqualTo(accepted.size());
        soft.assertThat(twice).as("messages answered twice").isZero();
        soft.assertThat(rows.stream().filter(row -> row.purpose().equals("ANSWER"))
                        .collect(Collectors.groupingBy(row -> row.decision() + row.deployment(), Collectors.counting())).values())
                .as("candidates tried twice").allMatch(n -> n == 1);
        againstTheWire(rows);
        refusals(rows);
        names.values().forEach(id -> catalog.deployment(id).orElseThrow().limits().byAxis()
                .forEach((axis, limit) -> soft.assertThat(highest(rows, id, axis, limit)).as("spent of %s %s", id, axis)
                .isLessThanOrEqualTo(limit)));
    }

    private void againstTheWire(List<Row> rows) {
        List<Seen> seen = sandbox.calls();
        // A call that fell silent on a machine too busy to take it up is in the journal, and rightly: it had left.
        long scriptedSilence = seen.stream().filter(s -> s.status() == 0 && s.fault().orElse(Fault.NONE) instanceof Fault.Silence)
                .count();
        long silent = rows.stream().filter(ChaosTest::unheard).count() - scriptedSilence;
        soft.assertThat(rows.size() - seen.size()).as("calls in the journal more than on the wire")
                .isBetween(0, (int) Math.max(0, silent));
        if (silent <= 0) {
            soft.assertThat(byModel(rows.stream().map(Row::deployment))).as("calls in the journal and on the wire")
                    .isEqualTo(byModel(seen.stream().map(s -> names.get(s.model()))));
        }
        var wire = new HashMap<String, Long>();
        seen.stream().filter(s -> s.status() == 200).forEach(s -> wire.merge(tokens(names.get(s.model()), s.promptTokens(),
                s.completionTokens()), 1L, Long::sum));
        rows.stream().filter(row -> row.outcome().equals("OK"))
                .forEach(row -> wire.merge(tokens(row.deployment(), row.prompt(), row.completion()), -1L, Long::sum));
        soft.assertThat(wire.entrySet().stream().filter(e -> e.getValue() < 0).toList())
                .as("answers that cost other tokens on the wire").isEmpty();
        soft.assertThat(rows.stream().filter(row -> row.outcome().equals("OK") && !row.settled()).toList()).as("answers not paid")
                .isEmpty();
    }

    private static Map<DeploymentId, Long> byModel(Stream<DeploymentId> ids) {
        return ids.collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private static String tokens(DeploymentId id, long prompt, long completion) {
        return id + " " + prompt + "+" + completion;
    }

    /** Nobody but a script ever fills an axis behind our back, and one refusal is enough to hear of it. */
    private void refusals(List<Row> rows) {
        List<Seen> refused = sandbox.calls().stream().filter(s -> s.status() / 100 == 4).toList();
        soft.assertThat(refused).as("refusals").allMatch(s -> s.status() == 429);
        soft.assertThat(refused.stream().filter(s -> !scripted(s)).toList()).as("refusals that no script asked for").isEmpty();
        long told = rows.stream().filter(row -> row.http() / 100 == 4).count();
        soft.assertThat(refused.size() - told).as("refusals in the journal fewer than on the wire")
                .isBetween(0L, rows.stream().filter(ChaosTest::unheard).count());
    }

    private static boolean scripted(Seen seen) {
        return seen.fault().orElse(Fault.NONE) instanceof Fault.RateLimited;
    }

    private static boolean unheard(Row row) {
        return row.http() == 0 && (row.reason().startsWith("silent") || row.outcome().equals("CANCELLED"));
    }

    /**
     * How high a bucket stands that each call's final cost goes into the moment it left: earlier than the provider took it, and
     * less than was reserved for it. If this ever passes the limit, more was admitted than there was room for. Fractions are kept.
     */
    private static long highest(List<Row> rows, DeploymentId id, Axis axis, long limit) {
        long window = axis.window().toMillis();
        long scaled = 0;
        long highest = 0;
        Instant at = Instant.MIN;
        for (Row row : rows) {
            if (!row.settled() || !row.deployment().equals(id)) {
                continue;
            }
            long elapsed = at.equals(Instant.MIN) ? 0 : Duration.between(at, row.left()).toMillis();
            scaled = Math.max(0, scaled - limit * elapsed) + (axis.countsRequests() ? 1 : row.charged()) * window;
            highest = Math.max(highest, Math.ceilDiv(scaled, window));
            at = row.left();
        }
        return highest;
    }
}
