package dev.katman.bench;

import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.journal.Ending;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.quota.Ledger;
import dev.katman.routing.Decision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What a message costs in the journal of somebody who has written three hundred of them a day for a season. */
public final class JournalBench {
    private static final int DAYS = 90;
    private static final int A_DAY = 300;
    private static final int IN_A_CONVERSATION = 20;
    private static final int TIMES = 40;
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final DeploymentId SERVED = DeploymentId.parse("gpt-oss-120b@sandbox");
    private static final Decision DECIDED = new Decision(new Assessment(MessageType.CHAT, 3, 0.9, Assessment.LOCAL, Duration.ZERO), Tier.CONVERSATION,
            Mode.PACED, Decision.Reason.CONVERSATION, Decision.Pace.NONE, List.of());

    private JournalBench() {
    }

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("katman-bench");
        try {
            Journal.open(home, BEGAN).close();
            fill(home);
            System.out.printf(Locale.ROOT, "%,d messages and as many answers, %.0f MB%n", DAYS * A_DAY, Files.size(home.resolve("katman.mv.db")) / 1e6);
            Instant now = BEGAN.plus(Duration.ofDays(DAYS));
            long start = System.nanoTime();
            try (Journal journal = Journal.open(home, now)) {
                journal.restore(new Ledger(CatalogReader.embedded()), now);
                System.out.printf(Locale.ROOT, "opened, with the levels of all quotas: %.0f ms%n", (System.nanoTime() - start) / 1e6);
                message(journal, now);
            }
        } finally {
            WindowBench.delete(home);
        }
    }

    private static void message(Journal journal, Instant now) {
        var ids = new Ids(() -> now, new Random(4));
        ConversationId conversation = journal.conversations().getFirst().id();
        for (int i = 0; i < TIMES; i++) { // to warm up
            exchange(journal, ids, conversation, now);
        }
        tell("a message from coming in to its answer", () -> exchange(journal, ids, conversation, now));
        tell("who waits, once a second", journal::parked);
        tell("the list of conversations", journal::conversations);
        tell("a conversation opened", () -> journal.messages(conversation));
    }

    private static void exchange(Journal journal, Ids ids, ConversationId conversation, Instant now) {
        var asked = new MessageRow(ids.message(), conversation, Role.USER, "One more?", now, MessageRow.State.PENDING, ids.decision());
        journal.accept(asked, Optional.empty());
        journal.decided(asked.decision(), DECIDED);
        var answer = new MessageRow(ids.message(), conversation, Role.ASSISTANT, "One more.", now, MessageRow.State.DONE, asked.decision());
        journal.finished(new Ending(asked.decision(), asked.id(), conversation, MessageRow.State.DONE, Optional.of(answer), Optional.empty(), Optional.of(SERVED),
                Duration.ofSeconds(1), Optional.empty(), now));
        if (journal.threads().answerTo(asked.id()).isEmpty()) {
            throw new IllegalStateException("the answer is not there");
        }
    }

    private static void tell(String what, Runnable work) {
        var took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.run();
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        System.out.printf(Locale.ROOT, "%s: p50 %.1f p95 %.1f ms%n", what, took[TIMES / 2] / 1e6, took[TIMES * 95 / 100] / 1e6);
    }

    /** Straight into the tables: through the front door it would take an hour. */
    private static void fill(Path home) throws SQLException {
        String at = "dateadd(second, %d * x, timestamp with time zone '2026-01-01 00:00:00+00')".formatted(Duration.ofDays(1).toSeconds() / A_DAY);
        String id = "lpad(cast(x as varchar), 26, '0')";
        String answer = "'1' || lpad(cast(x as varchar), 25, '0')";
        String conversation = "'2' || lpad(cast(x / %d as varchar), 25, '0')".formatted(IN_A_CONVERSATION);
        int messages = DAYS * A_DAY;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into conversation (id, title, created, updated) select %s, 'talk ' || x, %s, %s from system_range(0, %d) where mod(x, %d) = 0"
                    .formatted(conversation, at, at, messages, IN_A_CONVERSATION));
            statement.execute("""
                    insert into message (id, conversation_id, role, text, at, state, decision_id)
                    select %s, %s, 'USER', 'Write a function number ' || x || ' that sorts a list of words', %s, 'DONE', %s
                    from system_range(1, %d)""".formatted(id, conversation, at, id, messages));
            statement.execute("""
                    insert into message (id, conversation_id, role, text, at, state, decision_id, parent_id)
                    select %s, %s, 'ASSISTANT', 'Here it is, number ' || x || repeat(', and more words', 60), %s, 'DONE', %s, %s
                    from system_range(1, %d)""".formatted(answer, conversation, at, id, id, messages));
            statement.execute("""
                    insert into decision (id, conversation_id, message_id, at, type, difficulty, confidence, judged_by, judge_ms, judge_note,
                        tier, mode, reason, price, worth, left_share, served, took_ms)
                    select %s, %s, %s, %s, 'TASK', 1 + mod(x, 10), 0.9, 'local', 1, 'SURE', 'DEEP', 'PACED', 'HARD_TASK', 0, 0, 1, '%s', 900
                    from system_range(1, %d)""".formatted(id, conversation, id, at, SERVED, messages));
            statement.execute("""
                    insert into candidate select %s, 0, '%s', 'DEEP', 'FIRST', 'ADMITTED', 'TPD', 900, 1000, 200000, 0, 800
                    from system_range(1, %d)""".formatted(id, SERVED, messages));
            statement.execute("""
                    insert into call (id, decision_id, deployment, purpose, tier, opened_at, left_at, reserved_prompt, reserved_cap, ended_at,
                        settled_at, charged_prompt, charged_completion, outcome, prompt_tokens, completion_tokens)
                    select %s, %s, '%s', 'ANSWER', 'DEEP', %s, %s, 100, 800, %s, %s, 100, 200, 'OK', 100, 200
                    from system_range(1, %d)""".formatted(id, id, SERVED, at, at, at, at, messages));
            statement.execute("""
                    insert into provider_word select dateadd(millisecond, y.x, %s), '%s', case y.x when 0 then 'TPM' when 1 then 'RPD' else 'TPD' end,
                        100, case y.x when 2 then null else 8000 end
                    from system_range(1, %d) r, system_range(0, 2) y""".formatted(at.replace("* x", "* r.x"), SERVED, messages));
        }
    }
}
