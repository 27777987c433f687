package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Role;
import dev.katman.journal.KeptConversation;
import dev.katman.journal.MessageRow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A conversation as Markdown, for people: what was said to each other. What models thought is left out. It is often many times as long as the
 * answer, Markdown knows no way to fold it, and the JSON has it.
 */
public final class Transcript {
    private Transcript() {
    }

    /**
     * What stands above each message, in the reader's language.
     *
     * @param you    of what the reader said
     * @param answer of an answer, where nobody knows any more who gave it
     * @param when   a time
     */
    public record Labels(String you, String answer, Function<Instant, String> when) {
    }

    /** @param served who answered, by decision */
    static String of(KeptConversation one, Map<DecisionId, DeploymentId> served, Labels labels) {
        var text = new StringBuilder("# ").append(one.conversation().title().replaceAll("\\s+", " ")).append("\n");
        for (MessageRow message : one.shown()) {
            String who = message.role() == Role.USER ? labels.you()
                    : Optional.ofNullable(served.get(message.decision())).map(DeploymentId::model).orElse(labels.answer());
            text.append("\n**").append(who).append("** · ").append(labels.when().apply(message.at())).append("\n\n")
                    .append(message.text().strip()).append("\n");
        }
        return text.toString();
    }
}
