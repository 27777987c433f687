package dev.katman.bench;

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
import dev.katman.routing.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Long answers, and a long conversation, made up. */
final class LongTalk {
    private static final Instant BEGAN = Instant.parse("2026-11-02T09:00:00Z");
    private static final List<String> WORDS = List.of("the", "bucket", "refills", "slowly", "and", "a", "message", "of", "two", "hundred", "tokens",
            "waits", "until", "there", "is", "room", "again", "because", "every", "model", "has", "**limits**", "of", "its", "`own`", "günde", "yeniden",
            "dolar", "*while*", "price", "$p_t$", "rises");
    private static final List<String> KINDS = List.of("text", "text", "text", "list", "code", "heading", "table", "quote");

    private LongTalk() {
    }

    /**
     * An answer of about that many characters.
     *
     * @param kind what it is made of
     */
    static String answer(String kind, int length, Random random) {
        var text = new StringBuilder();
        switch (kind) {
            case "one code block" -> text.append("```java\n");
            case "one list", "one paragraph", "everything" -> { }
            default -> throw new IllegalArgumentException("no such kind of answer: " + kind);
        }
        while (text.length() < length) {
            text.append(switch (kind) {
                case "one code block" -> code(random, 1);
                case "one list" -> "- " + words(random, 14) + "\n";
                case "one paragraph" -> words(random, 14) + " ";
                default -> block(random);
            });
        }
        return text.substring(0, length);
    }

    private static String block(Random random) {
        return switch (KINDS.get(random.nextInt(KINDS.size()))) {
            case "text" -> words(random, 30 + random.nextInt(60)) + ".\n\n";
            case "list" -> ("- " + words(random, 12) + "\n").repeat(3 + random.nextInt(5)) + "\n";
            case "code" -> "```java\n" + code(random, 5 + random.nextInt(20)) + "```\n\n";
            case "heading" -> "## " + words(random, 4) + "\n\n";
            case "table" -> "| a | b | c |\n|---|--:|---|\n" + ("| " + words(random, 2) + " | 12 | " + words(random, 3) + " |\n").repeat(4) + "\n";
            default -> "> " + words(random, 20) + "\n\n";
        };
    }

    private static String code(Random random, int lines) {
        var code = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            code.append("    int value").append(random.nextInt(100)).append(" = refill(\"bucket\", ").append(random.nextInt(1_000)).append("); // again\n");
        }
        return code.toString();
    }

    private static String words(Random random, int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }

    /** Writes a conversation of so many messages, half of them answers. */
    static ConversationId write(Journal journal, int messages) {
        var random = new Random(5);
        var ids = new Ids(() -> BEGAN, random);
        ConversationId conversation = ids.conversation();
        var decided = new Decision(new Assessment(MessageType.CHAT, 3, 0.9, Assessment.LOCAL, Duration.ZERO), Tier.CONVERSATION, Mode.PACED,
                Decision.Reason.CONVERSATION, Decision.Pace.NONE, List.of());
        for (int i = 0; i < messages / 2; i++) {
            Instant at = BEGAN.plusSeconds(i * 60L);
            var asked = new MessageRow(ids.message(), conversation, Role.USER, words(random, 12), at, MessageRow.State.PENDING, ids.decision());
            journal.accept(asked, Optional.empty());
            journal.decided(asked.decision(), decided);
            Instant end = at.plusSeconds(2);
            var answer = new MessageRow(ids.message(), conversation, Role.ASSISTANT, answer("everything", 200 + random.nextInt(1_200), random), end,
                    MessageRow.State.DONE, asked.decision());
            journal.finished(new Ending(asked.decision(), asked.id(), conversation, MessageRow.State.DONE, Optional.of(answer), Optional.empty(),
                    Optional.of(DeploymentId.parse("kimi-k2-instruct@sandbox")), Duration.ofSeconds(1), Optional.empty(), end));
        }
        return conversation;
    }
}
