package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.MessageRow;
import dev.katman.journal.ProviderWord;
import dev.katman.journal.ParkedRow;
import dev.katman.routing.Candidate;
import dev.katman.routing.Verdict;
import dev.katman.sandbox.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when nobody has room, or nobody is well. */
class NeverOutOfServiceTest {
    private static final String CHAT = "Merhaba, nasılsın?";
    private static final DeploymentId KIMI = DeploymentId.parse("kimi-k2-instruct@sandbox");
    private static final List<String> ALL = List.of("llama-4-scout", "kimi-k2-instruct", "qwen3-32b", "gpt-oss-120b", "llama-3.3-70b");

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

    @Test
    void aParkedMessageIsAnsweredByItselfOnceThereIsRoom() {
        fillAll();
        Answer parked = rig.send(CHAT);
        assertThat(parked.result()).isEqualTo(Result.PARKED);
        assertThat(due()).as("not before its time").isEmpty();
        rig.clock.move(Duration.ofHours(2));
        assertThat(due()).singleElement().satisfies(a -> {
            assertThat(a.id()).isEqualTo(parked.id());
            assertThat(a.result()).isEqualTo(Result.ANSWERED);
        });
        assertThat(rig.exchange.parked()).isEmpty();
        assertThat(rig.journal.messages(parked.conversation())).extracting(MessageRow::state)
                .containsExactly(MessageRow.State.DONE, MessageRow.State.DONE);
        assertThat(due()).as("once").isEmpty();
    }

    @Test
    void alsoAfterARestart() {
        fillAll();
        Answer parked = rig.send(CHAT);
        rig.close();
        rig = new Rig(home, rig.catalog, rig.clock);
        assertThat(rig.exchange.parked()).extracting(ParkedRow::message).containsExactly(parked.id());
        rig.clock.move(Duration.ofHours(2));
        assertThat(due()).extracting(Answer::result).containsExactly(Result.ANSWERED);
    }

    @Test
    void whoeverTakesItUpFirstAnswersItAlone() throws Exception {
        fillAll();
        MessageId parked = rig.send(CHAT).id();
        rig.clock.move(Duration.ofHours(2));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> rig.exchange.answerDue(answer -> { }));
            }
        }
        assertThat(rig.journal.messages(rig.journal.message(parked).orElseThrow().conversation())).hasSize(2);
        assertThat(rig.exchange.resume(parked, true, event -> { }, new Cancellation()).result()).as("its answer").isEqualTo(Result.ANSWERED);
        assertThat(rig.sandbox.calls()).hasSize(2);
    }

    @Test
    void theQueueCanBeReorderedAndCancelled() {
        fillAll();
        List<MessageId> ids = List.of("Merhaba bir", "Merhaba iki", "Merhaba üç").stream().map(t -> rig.send(t).id()).toList();
        rig.exchange.moveParked(ids.get(2), 0);
        assertThat(rig.exchange.parked()).extracting(ParkedRow::message).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        rig.exchange.cancelParked(ids.get(0));
        rig.clock.move(Duration.ofHours(2));
        assertThat(due()).extracting(Answer::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(rig.journal.message(ids.get(0)).orElseThrow().state()).isEqualTo(MessageRow.State.STOPPED);
    }

    @Test
    void whatLeavesTheQueueWhileAnotherIsAnsweredIsLeftAloneAndHoldsUpNobody() {
        fillAll();
        List<MessageId> ids = Stream.of("Merhaba bir", "Merhaba iki", "Merhaba üç", "Merhaba dört").map(t -> rig.send(t).id()).toList();
        rig.clock.move(Duration.ofHours(2));
        var answered = new ArrayList<MessageId>();
        rig.exchange.answerDue(answer -> {
            answered.add(answer.id());
            if (answered.size() == 1) {
                rig.exchange.cancelParked(ids.get(1));
                rig.journal.threads().drop(ids.get(2));
            }
        });
        assertThat(answered).containsExactly(ids.get(0), ids.get(3));
    }

    @Test
    void theReaderCanForceAMessageThatOurOwnCountWouldHoldBack() {
        fillAll(); // by our count alone: the provider still has room
        Answer parked = rig.send(CHAT);
        Answer forced = rig.exchange.resume(parked.id(), true, event -> { }, new Cancellation());
        assertThat(forced.result()).isEqualTo(Result.ANSWERED);
        assertThat(forced.record().served()).contains(KIMI);
        assertThat(rig.exchange.parked()).isEmpty();
    }

    @Test
    void aWorkersTaskIsDoneByTheBuiltInSkillBeforeItIsParked() {
        fillAll();
        Answer summary = rig.send("Summarise in one sentence: The tenant pays the rent by the fifth of each month. A delay of more than ten "
                + "days costs two percent of the rent. The deposit is returned within thirty days.");
        assertThat(summary.result()).isEqualTo(Result.ANSWERED);
        assertThat(summary.record().served()).contains(BuiltIn.SUMMARY);
        assertThat(summary.text()).contains("No model wrote this");
        Answer dates = rig.send("Şu metindeki tarihleri ve tutarları çıkar: Kira sözleşmesi 1 Mart 2026'da başlar, aylık bedel 18.500 TL'dir. "
                + "Depozito olan 37.000 TL 22.02.2026 tarihine kadar ödenir.");
        assertThat(dates.text()).contains("1 Mart 2026", "18.500 TL", "22.02.2026", "Bunu bir model bulmadı");
        assertThat(rig.sandbox.calls()).isEmpty();
    }

    @Test
    void troubleOpensABreakerThatGrowsAndThenLetsOneTry() {
        rig.sandbox.script("kimi-k2-instruct", Fault.OVERLOADED, Fault.OVERLOADED, Fault.NONE);
        rig.send(CHAT);
        assertThat(kimi(rig.send(CHAT)).verdict()).isEqualTo(Verdict.BENCHED);
        assertThat(kimi(rig.send(CHAT)).roomIn()).isEqualTo(Duration.ofSeconds(5));
        rig.clock.move(Duration.ofSeconds(6));
        rig.send(CHAT); // the probe fails
        assertThat(kimi(rig.send(CHAT)).roomIn()).isEqualTo(Duration.ofSeconds(10));
        rig.clock.move(Duration.ofSeconds(11));
        assertThat(rig.send(CHAT).record().served()).contains(KIMI);
        assertThat(kimi(rig.send(CHAT)).verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void theWorkerLeavesTheRouterWhatItNeededOnItsBusiestDay() {
        for (int i = 0; i < 60; i++) {
            rig.send("Merhaba " + i);
            rig.clock.move(Duration.ofSeconds(5));
        }
        var share = new RouterShare(() -> rig.catalog, rig.journal, rig.clock);
        var scout = DeploymentId.parse("llama-4-scout@sandbox");
        assertThat(share.apply(scout).byAxis()).as("no full day yet").containsEntry(Axis.RPD, 100L);
        rig.clock.move(Duration.ofHours(25));
        assertThat(share.apply(scout).byAxis()).as("sixty verdicts yesterday, none today").containsEntry(Axis.RPD, 60L);
    }

    @Test
    void whatClosingInterruptsIsAnsweredAtTheNextStart() throws Exception {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("silence-after:3"));
        var started = new CountDownLatch(1);
        var answer = new ArrayList<Answer>();
        Thread thread = Thread.ofVirtual().start(() -> answer.add(rig.exchange.send(new Ask(CHAT), event -> {
            if (event instanceof ExchangeEvent.Text) {
                started.countDown();
            }
        }, new Cancellation())));
        started.await();
        rig.exchange.close();
        thread.join();
        assertThat(answer).singleElement().satisfies(a -> assertThat(a.result()).isEqualTo(Result.PARKED));
        assertThat(rig.ledger.levels(rig.clock.instant())).allMatch(l -> l.held() == 0);
        rig.close();
        rig.clock.move(Duration.ofMillis(1)); // or two runs at one instant would make the same identifiers
        rig = new Rig(home, rig.catalog, rig.clock);
        assertThat(due()).extracting(Answer::result).containsExactly(Result.ANSWERED);
    }

    private List<Answer> due() {
        var answers = new ArrayList<Answer>();
        rig.exchange.answerDue(answers::add);
        return answers;
    }

    private static Candidate kimi(Answer answer) {
        return answer.record().decision().candidates().stream().filter(c -> c.deployment().equals(KIMI)).findFirst().orElseThrow();
    }

    private void fillAll() {
        for (String model : ALL) {
            var id = new DeploymentId(model, "sandbox");
            long limit = rig.ledger.level(id, Axis.TPD, rig.clock.instant()).orElseThrow().limit();
            rig.journal.providerSaid(List.of(new ProviderWord(id, Axis.TPD, OptionalLong.empty(),
                    rig.ledger.correct(id, Axis.TPD, limit, OptionalLong.empty(), rig.clock.instant()))));
        }
    }
}
