package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.journal.CallRecord;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.DecisionRecord;
import dev.katman.quota.Need;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class TitlesTest {
    private static final String QUESTION = "Şu metni özetle: Toplantı salı gününe alındı. Bütçe ayrıca konuşulacak. Herkes raporunu getirecek.";

    @TempDir
    Path home;

    private final BlockingQueue<ConversationId> titled = new LinkedBlockingQueue<>();
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(home);
        rig.exchange.titleInBackground(rig.preferences::titles, titled::add);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void afterItsFirstAnswerAConversationHasATitleThatIsCountedLikeEveryCall() throws InterruptedException {
        Answer answer = untilTitled(QUESTION);
        ConversationRow row = rig.journal.shelf().find(answer.conversation()).orElseThrow();
        assertThat(row.title()).isNotBlank().doesNotContain("“").hasSizeLessThan(62).isNotEqualTo(QUESTION);
        DecisionRecord record = rig.journal.decision(answer.record().id()).orElseThrow();
        CallRecord call = record.calls().getLast();
        assertThat(call.purpose()).isEqualTo(Purpose.TITLE);
        assertThat(call.deployment().model()).isEqualTo("llama-4-scout");
        assertThat(call.outcome()).contains(Outcome.OK);
        assertThat(call.usage().completionTokens()).isBetween(1L, 32L);
        assertThat(record.attempts()).as("it is no attempt at the answer").extracting(CallRecord::purpose).containsOnly(Purpose.ANSWER);
        assertThat(record.tokens()).isEqualTo(answer.record().tokens());

        rig.send(new Ask("Peki kim geliyor?").in(answer.conversation()));
        untilTitled("Merhaba!");
        assertThat(titled).as("the second answer asks for none").doesNotContain(answer.conversation());
    }

    @Test
    void aNameThatTheReaderGaveStays() throws InterruptedException {
        rig.preferences.titles(false);
        Answer answer = rig.send(QUESTION);
        rig.preferences.titles(true);
        rig.journal.shelf().rename(answer.conversation(), "Mine");
        rig.send(new Ask("Peki?").in(answer.conversation()));
        untilTitled("Merhaba!");
        assertThat(titled).doesNotContain(answer.conversation());
        assertThat(rig.journal.shelf().find(answer.conversation()).orElseThrow().title()).isEqualTo("Mine");
    }

    @Test
    void whereTheWorkerHasNoRoomToSpareTheFirstWordsStay() {
        fillTheWorker();
        Answer answer = rig.send("Merhaba, nasılsın?");
        assertThat(answer.result()).isEqualTo(Answer.Result.ANSWERED);
        rig.exchange.close(); // waits for a title that would be under way
        assertThat(titled).isEmpty();
        assertThat(rig.journal.conversations()).extracting(ConversationRow::title).contains("Merhaba, nasılsın?");
        assertThat(rig.journal.decision(answer.record().id()).orElseThrow().calls()).filteredOn(call -> call.purpose() == Purpose.TITLE).isEmpty();
    }

    @Test
    void whoeverWantsNoneGetsNone() {
        rig.preferences.titles(false);
        rig.send(QUESTION);
        rig.exchange.close();
        assertThat(titled).isEmpty();
        assertThat(rig.journal.conversations()).singleElement()
                .satisfies(row -> assertThat(row.title()).startsWith("Şu metni özetle: Toplantı"));
    }

    /** A title is asked for once and is not waited for: on a busy machine one may not come in time, so others are begun. */
    private Answer untilTitled(String text) throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            Answer answer = rig.send(text);
            ConversationId id = titled.poll(10, TimeUnit.SECONDS);
            if (id != null) {
                assertThat(id).isEqualTo(answer.conversation());
                return answer;
            }
            rig.clock.move(Duration.ofMinutes(5)); // whoever was too slow has rested by then
        }
        throw new AssertionError("no conversation was given a title");
    }

    /** More than half of the day is spoken for, everywhere where the worker could be asked. */
    private void fillTheWorker() {
        for (Deployment deployment : rig.catalog.deployments()) {
            if (rig.catalog.plan(Tier.WORKER).chain().contains(deployment.model().id())) {
                deployment.limits().of(Axis.TPD).ifPresent(day -> rig.ledger.reserveAnyway(deployment.id(), new Need(day * 6 / 10, 0)));
            }
        }
    }
}
