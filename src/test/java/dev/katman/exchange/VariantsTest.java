package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.MessageRow;
import dev.katman.journal.ThreadRow;
import dev.katman.sandbox.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Messages that are edited and answers that are asked for again, through the whole program without a window. */
class VariantsTest {
    private static final String CHAT = "Hello, how are you?";

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

    private Answer again(MessageId message, Optional<Tier> tier, Optional<String> model) {
        rig.clock.move(Duration.ofSeconds(1));
        return rig.exchange.again(message, tier, model, rig.events::add, new Cancellation());
    }

    private List<String> shown(ConversationId conversation) {
        return rig.journal.messages(conversation).stream().map(MessageRow::text).toList();
    }

    @Test
    void whatIsEditedIsAnsweredWithoutWhatFollowedIt() {
        Answer first = rig.send(CHAT);
        long alone = prompt(first);
        Answer more = rig.send(new Ask("Tell me more about yourself, at some length please.").in(first.conversation()));
        assertThat(prompt(more)).isGreaterThan(alone);
        Answer edited = rig.send(new Ask(CHAT).in(first.conversation()).insteadOf(first.id()));

        assertThat(prompt(edited)).as("nothing goes along").isEqualTo(alone);
        assertThat(shown(first.conversation())).containsExactly(CHAT, edited.text());
        List<ThreadRow> thread = rig.journal.threads().shown(first.conversation());
        assertThat(thread.getFirst().variants()).containsExactly(first.id(), edited.id());
        assertThat(edited.reply()).contains(thread.getLast().message().id());
        rig.journal.threads().show(first.id());
        assertThat(shown(first.conversation())).hasSize(4);
    }

    private static long prompt(Answer answer) {
        return answer.record().attempts().getLast().usage().promptTokens();
    }

    @Test
    void anotherAnswerCanBeHadFromAnotherTierOrModel() {
        Answer first = rig.send(CHAT);
        Answer second = again(first.reply().orElseThrow(), Optional.of(Tier.WORKER), Optional.empty());
        assertThat(second.result()).isEqualTo(Result.ANSWERED);
        assertThat(second.id()).as("to the same message").isEqualTo(first.id());
        assertThat(second.record().decision().tier()).isEqualTo(Tier.WORKER);
        Answer third = again(second.reply().orElseThrow(), Optional.empty(), Optional.of("gpt-oss-120b"));
        assertThat(third.record().served()).contains(DeploymentId.parse("gpt-oss-120b@sandbox"));
        assertThat(rig.journal.threads().shown(first.conversation()).getLast().variants())
                .containsExactly(first.reply().orElseThrow(), second.reply().orElseThrow(), third.reply().orElseThrow());
        Answer alone = rig.send(new Ask(Optional.empty(), CHAT, Optional.empty(), Optional.of("gpt-oss-120b")));
        assertThat(prompt(third)).as("no answer goes along with its own question").isEqualTo(prompt(alone));
        assertThatIllegalArgumentException().isThrownBy(() -> again(first.id(), Optional.empty(), Optional.of("gpt-17")));
    }

    @Test
    void whereNobodyCanAnswerOnceMoreNothingIsParkedAndTheAnswerStays() {
        Answer first = rig.send(CHAT);
        for (String model : List.of("kimi-k2-instruct", "qwen3-32b", "llama-4-scout", "gpt-oss-120b", "llama-3.3-70b")) {
            rig.sandbox.script(model, Fault.OVERLOADED, Fault.OVERLOADED, Fault.OVERLOADED);
        }
        Answer second = again(first.reply().orElseThrow(), Optional.empty(), Optional.empty());
        assertThat(second.result()).isEqualTo(Result.UNANSWERED);
        assertThat(rig.exchange.parked()).isEmpty();
        assertThat(shown(first.conversation())).containsExactly(CHAT, first.text());
        assertThat(rig.journal.message(first.id()).orElseThrow().state()).isEqualTo(MessageRow.State.DONE);
    }

    @Test
    void aBranchGoesOnByItselfAndAnAnswerInItCanBeHadAgain() {
        Answer first = rig.send(CHAT);
        rig.send(new Ask("And you?").in(first.conversation()));
        ConversationId branch = rig.exchange.branch(first.reply().orElseThrow(), "Hello (branch)");
        assertThat(shown(branch)).containsExactly(CHAT, first.text());
        Answer there = again(rig.journal.messages(branch).getLast().id(), Optional.of(Tier.DEEP), Optional.empty());
        assertThat(there.conversation()).isEqualTo(branch);
        assertThat(shown(branch)).containsExactly(CHAT, there.text());
        assertThat(shown(first.conversation())).as("the other is as it was").hasSize(4);
    }

    @Test
    void aMessageWhoseAnswerWasDeletedIsAnsweredAnew() {
        Answer first = rig.send(CHAT);
        rig.journal.threads().drop(first.reply().orElseThrow());
        Answer second = again(first.id(), Optional.empty(), Optional.empty());
        assertThat(second.result()).isEqualTo(Result.ANSWERED);
        assertThat(shown(first.conversation())).containsExactly(CHAT, second.text());
    }
}
