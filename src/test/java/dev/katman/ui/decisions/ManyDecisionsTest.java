package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many decisions out of the real database. How long it takes is printed and not asserted: machines differ. {@code -Dkatman.decisions=100000}
 * makes it a hundred thousand.
 */
class ManyDecisionsTest {
    private static final int MANY = Integer.getInteger("katman.decisions", 10_000);
    private static final Instant BEGAN = Instant.parse("2026-08-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @TempDir
    private Path home;

    @Test
    void allAreReadSearchedAndSorted() throws SQLException {
        Journal.open(home, BEGAN).close();
        fill();
        try (Journal journal = Journal.open(home, BEGAN.plus(Duration.ofDays(200)))) {
            DecisionBook book = timed("read all", () ->
                    DecisionBook.EMPTY.with(Optional.empty(), journal.decisionLines(Optional.empty()), Lines.TAGS));
            assertThat(book.rows()).hasSize(MANY);
            Optional<DecisionId> from = book.from();
            assertThat(timed("read what is new", () -> book.with(from, journal.decisionLines(from), Lines.TAGS))).isSameAs(book);

            assertThat(found("show all", Query.ALL, book)).hasSize(MANY);
            int one = MANY - 1; // an odd one
            assertThat(found("search two words", Query.ALL.text("ozet " + one), book)).singleElement()
                    .satisfies(row -> assertThat(row.line().text()).startsWith("Şu notu özetle " + one));
            assertThat(found("search a word that half of them have", Query.ALL.text("ÖZET"), book)).hasSize(MANY / 2);
            assertThat(found("one tier", Query.ALL.tier(Optional.of(Tier.DEEP)), book)).hasSize(MANY / 2);
            for (Column column : Column.values()) {
                assertThat(found("sort by " + column, Query.ALL.sorts(List.of(new Column.Sort(column, true))), book)).hasSize(MANY);
            }
            var shown = new SnapshotList<DecisionRow>();
            List<DecisionRow> all = Query.ALL.in(book, TODAY, ZoneOffset.UTC);
            shown.show(all.subList(1, all.size()));
            timed("one more row", () -> {
                shown.show(all);
                return true;
            });
            assertThat(shown).hasSize(MANY);
        }
    }

    private static List<DecisionRow> found(String what, Query query, DecisionBook book) {
        return timed(what, () -> query.in(book, TODAY, ZoneOffset.UTC));
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        System.out.printf("%,d decisions, %s: %.1f ms%n", MANY, what, (System.nanoTime() - began) / 1e6);
        return result;
    }

    /** One a minute and a half; every second one an answered task of the deep brain's, with its candidates and its calls. */
    private void fill() throws SQLException {
        String at = "dateadd(second, 90 * x, timestamp with time zone '2026-08-01 00:00:00+00')";
        String id = "lpad(cast(x as varchar), 26, '0')";
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into conversation (id, title, created, updated) values ('%s', 'many', %s, %s)".formatted("c".repeat(26), at.replace("x", "1"),
                    at.replace("x", "1")));
            statement.execute("""
                    insert into message (id, conversation_id, role, text, at, state, decision_id)
                    select %s, '%s', 'USER', case mod(x, 2) when 0 then 'Write a function number ' || x || ' that sorts a list of words'
                        else 'Şu notu özetle ' || x || ': Toplantı salıya alındı, bütçe onaylandı' end, %s, 'DONE', %s
                    from system_range(1, %d)""".formatted(id, "c".repeat(26), at, id, MANY));
            statement.execute("""
                    insert into decision (id, conversation_id, message_id, at, type, difficulty, confidence, judged_by, judge_ms, judge_note,
                        tier, mode, reason, price, worth, left_share, served, took_ms)
                    select %s, '%s', %s, %s, 'TASK', 1 + mod(x, 10), 0.9, 'local', 1, 'SURE', case mod(x, 2) when 0 then 'DEEP' else 'WORKER'
                        end, 'PACED', 'HARD_TASK', 0, 0, 1, case mod(x, 2) when 0 then 'gpt-oss-120b@sandbox' else 'llama-4-scout@sandbox' end,
                        mod(x * 7919, 9000)
                    from system_range(1, %d)""".formatted(id, "c".repeat(26), id, at, MANY));
            statement.execute("""
                    insert into candidate select %s, y.x, case y.x when mod(r.x, 2) then 'gpt-oss-120b@sandbox' else 'llama-4-scout@sandbox' end,
                        case mod(r.x, 2) when 0 then 'DEEP' else 'WORKER' end, 'FIRST', 'ADMITTED', 'TPD', 900, 1000, 200000, 0, 800
                    from system_range(1, %d) r, system_range(0, 1) y""".formatted(id.replace("(x", "(r.x"), MANY));
            statement.execute("""
                    insert into call (id, decision_id, deployment, purpose, tier, left_at, reserved_prompt, reserved_cap, ended_at, outcome,
                        prompt_tokens, completion_tokens)
                    select %s, %s, 'gpt-oss-120b@sandbox', 'ANSWER', 'DEEP', %s, 100, 800, %s, 'OK', 100, mod(x, 700)
                    from system_range(1, %d)""".formatted(id, id, at, at, MANY));
        }
    }
}
