package dev.katman.journal;

import dev.katman.journal.UsageCell.Grain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A month of calls: what comes out does not grow with them. The time each question takes is printed and not judged, since it is the
 * machine's. {@code -Dkatman.calls=1000000} makes it a million.
 */
class UsageHistoryScaleTest {
    private static final long CALLS = Long.getLong("katman.calls", 40_000);
    private static final Instant BEGIN = Instant.parse("2026-10-31T21:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(30));

    @TempDir
    private Path home;

    @Test
    void aMonthOfCallsComesOutAsItsGrains() {
        Journal.open(home, END).close();
        try (Database database = Database.open(home)) {
            fill(database);
        }
        try (Journal journal = Journal.open(home, END)) {
            UsageHistory history = journal.history();
            var cells = timed("cells by the quarter", () -> history.cells(BEGIN, END, Grain.QUARTER));
            assertThat(cells.stream().mapToLong(UsageCell::calls).sum()).isEqualTo(CALLS);
            assertThat(cells).hasSizeLessThanOrEqualTo(30 * 96 * 10);
            assertThat(timed("latencies", () -> history.latencies(BEGIN, END))).hasSize(10);
            assertThat(timed("fail-overs", () -> history.failovers(BEGIN, END))).isNotEmpty();
            assertThat(timed("messages", () -> history.messages(BEGIN, END, 5)).messages()).isEqualTo(CALLS / 2);
            assertThat(timed("charged in an hour", () -> history.charged(END.minus(Duration.ofHours(1)), END))).hasSize(5);
            assertThat(timed("answers, one by one", () -> {
                var seen = new AtomicLong();
                history.answers(BEGIN, END, answer -> seen.incrementAndGet());
                return seen.get();
            })).isGreaterThan(CALLS / 3);
            assertThat(timed("last call", history::lastCall)).isPresent();
        }
    }

    private static <T> T timed(String what, Supplier<T> question) {
        long begun = System.nanoTime();
        T answer = question.get();
        System.out.printf("%,d calls, %s: %,d ms%n", CALLS, what, (System.nanoTime() - begun) / 1_000_000);
        return answer;
    }

    /** Every message costs two calls, the router's and an answer; every 97th call is refused, and the even ones of those pass it on. */
    private static void fill(Database database) {
        double seconds = Duration.between(BEGIN, END).toSeconds() / (CALLS + 1.0);
        String begin = "timestamp with time zone '" + Rows.time(BEGIN) + "'";
        database.write(handle -> {
            handle.createUpdate("""
                    insert into decision (id, conversation_id, message_id, at, type, difficulty, confidence, judged_by, judge_ms, judge_note,
                        tier, reason, served, took_ms)
                    select lpad(x, 26, '0'), lpad(x, 26, '0'), lpad(x, 26, '0'), %s + (x * 2 * cast(:seconds as double precision)) * interval '1' second, 'TASK',
                        1 + mod(x, 10), 0.9, 'local', 20, 'SURE', 'DEEP', 'HARD_TASK', 'gpt-oss-120b@groq', 1000
                    from system_range(1, :messages)""".formatted(begin)).bind("seconds", seconds).bind("messages", CALLS / 2).execute();
            handle.createUpdate("""
                    insert into call (id, decision_id, deployment, purpose, tier, left_at, reserved_prompt, reserved_cap, settled_at,
                        charged_prompt, charged_completion, ended_at, outcome, http, prompt_tokens, completion_tokens, ttft_ms)
                    select lpad(x, 26, '0'), lpad(case when mod(x, 194) = 1 and x > 1 then x / 2 else (x + 1) / 2 end, 26, '0'),
                        case mod(x, 5) when 0 then 'gpt-oss-120b' when 1 then 'llama-4-scout' when 2 then 'kimi-k2-instruct'
                            when 3 then 'qwen3-32b' else 'llama-3.3-70b' end || '@groq',
                        case when mod(x, 2) = 1 and mod(x, 194) <> 1 then 'ROUTE' else 'ANSWER' end,
                        case when mod(x, 2) = 1 and mod(x, 194) <> 1 then 'ROUTER' else 'DEEP' end,
                        %1$s + (x * cast(:seconds as double precision)) * interval '1' second, 100, 1000, %1$s + (x * cast(:seconds as double precision)) * interval '1' second,
                        100, 300, %1$s + (x * cast(:seconds as double precision) + 1.5 + mod(x, 100) / 10.0) * interval '1' second,
                        case when mod(x, 97) = 0 then 'REFUSED' else 'OK' end, 200, 100 + mod(x, 500), 300, 100 + mod(x * 7919, 2000)
                    from system_range(1, :calls)""".formatted(begin)).bind("seconds", seconds).bind("calls", CALLS).execute();
        });
    }
}
