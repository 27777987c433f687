package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionLine;
import dev.katman.journal.DecisionLine.End;
import dev.katman.routing.Verdict;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.words.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lines as tests want them. */
final class Lines {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@sandbox");
    static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    static final Tags TAGS = new Tags(new Words(Texts.in(Language.EN)));

    private Lines() {
    }

    static DecisionId id(int number) {
        return new DecisionId("%026d".formatted(1_000_000 + number)); // sorts by time also before noon
    }

    /** One a minute, answered. */
    static DecisionLine line(int number, String text) {
        return line(number, text, Tier.WORKER, Optional.of(SCOUT), End.ANSWERED, Set.of(Verdict.ADMITTED));
    }

    static DecisionLine line(int number, String text, Tier tier, Optional<DeploymentId> served, End end, Set<Verdict> verdicts) {
        return new DecisionLine(id(number), NOON.plus(Duration.ofMinutes(number)), text, MessageType.TASK, 1 + Math.abs(number) % 10, Assessment.LOCAL,
                tier, served, end, verdicts, 1, 100L + Math.abs(number), Duration.ofMillis(500));
    }

    static DecisionBook book(DecisionLine... lines) {
        return DecisionBook.EMPTY.with(Optional.empty(), List.of(lines), TAGS);
    }
}
