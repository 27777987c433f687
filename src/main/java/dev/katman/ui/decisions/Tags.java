package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.MessageType;
import dev.katman.conversation.Folded;
import dev.katman.journal.DecisionLine;
import dev.katman.journal.DecisionLine.End;
import dev.katman.routing.Verdict;
import dev.katman.words.Words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes rows of lines. What a line says besides its text repeats itself, so it is written once. Safe for use by many threads. */
final class Tags {
    private final Words words;
    private final Map<Key, String> known = new ConcurrentHashMap<>();

    private record Key(MessageType type, String judgedBy, Tier tier, Optional<DeploymentId> served, End end, Set<Verdict> verdicts) {
    }

    /** @param words of the reader's language: what the table shows can be searched for, and so can the names of the values */
    Tags(Words words) {
        this.words = words;
    }

    DecisionRow row(DecisionLine line) {
        var key = new Key(line.type(), line.judgedBy(), line.tier(), line.served(), line.end(), line.verdicts());
        return new DecisionRow(line, Folded.of(line.text()), known.computeIfAbsent(key, this::write));
    }

    private String write(Key key) {
        var text = new StringBuilder(key.type().name()).append(' ').append(words.type(key.type())).append(' ').append(key.judgedBy())
                .append(' ').append(words.tier(key.tier())).append(' ').append(key.end()).append(' ')
                .append(words.texts().get("ui.decisions.end." + key.end().name().toLowerCase(Locale.ROOT)));
        key.served().ifPresent(served -> text.append(' ').append(served));
        key.verdicts().forEach(verdict -> text.append(' ').append(verdict).append(' ')
                .append(words.texts().get("ui.decisions.verdict." + verdict.name().toLowerCase(Locale.ROOT))));
        return Folded.of(text.toString());
    }
}
