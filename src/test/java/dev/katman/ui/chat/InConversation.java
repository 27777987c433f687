package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.MessageRow;
import dev.katman.journal.ThreadRow;
import dev.katman.routing.Decision;
import javafx.collections.ListChangeListener;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A conversation to which things happen by hand. */
abstract class InConversation {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    static final DeploymentId BACKUP = DeploymentId.parse("llama-3.3-70b@sandbox");

    final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    final ConversationId conversation = ids.conversation();
    final MessageId message = ids.message();
    final DecisionId decision = ids.decision();
    final MessageId reply = ids.message();
    final MessageId more = ids.message();
    final ChatModel model = new ChatModel(Optional.empty());
    private final LiveReader reader = new LiveReader();

    DecisionRecord record(Optional<DeploymentId> served, Optional<Instant> until) {
        var assessment = new Assessment(MessageType.TASK, 8, 0.9, Assessment.LOCAL, Duration.ZERO);
        var decided = new Decision(assessment, Tier.DEEP, Mode.PACED, Decision.Reason.HARD_TASK, Decision.Pace.NONE, List.of());
        return new DecisionRecord(decision, conversation, message, "Why?", NOW, decided, served,
                Duration.ofSeconds(2), until, Optional.empty(), List.of());
    }

    ExchangeEvent finished(Answer.Result result, String text) {
        return new ExchangeEvent.Finished(new Answer(message, conversation, text.isEmpty() ? Optional.empty() : Optional.of(reply), text, result,
                record(result == Answer.Result.ANSWERED ? Optional.of(BACKUP) : Optional.empty(),
                        result == Answer.Result.PARKED ? Optional.of(NOW.plusSeconds(80)) : Optional.empty())));
    }

    void begin() {
        model.answering().sent("Why?", List.of(), new Cancellation());
        on(List.of(new ExchangeEvent.Accepted(conversation, message), new ExchangeEvent.Asking(DEEP, Tier.DEEP)));
    }

    void on(List<ExchangeEvent> events) {
        model.on(reader.read(events));
    }

    List<String> kinds() {
        return kinds(model);
    }

    /** Without the tools that stand under whatever the reader said. */
    static List<String> kinds(ChatModel model) {
        return model.rows().stream().filter(row -> !(row instanceof ChatRow.SaidTools)).map(row -> row.getClass().getSimpleName()).toList();
    }

    static ExchangeEvent text(String delta) {
        return new ExchangeEvent.Text(delta);
    }

    /** The rows that change from here on. */
    List<Integer> touched() {
        var touched = new ArrayList<Integer>();
        model.rows().addListener((ListChangeListener<ChatRow>) change -> {
            while (change.next()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    touched.add(i);
                }
            }
        });
        return touched;
    }

    static History told(List<ThreadRow> thread, Map<DecisionId, DecisionRecord> decisions) {
        return History.of(new History.Told(thread, decisions, List.of(), Map.of(), Map.of(), Set.of(), true));
    }

    static ThreadRow alone(MessageRow row) {
        return new ThreadRow(row, List.of(row.id()));
    }
}
