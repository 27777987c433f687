package dev.katman.exchange;

import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Purpose;
import dev.katman.journal.CallRecord;
import dev.katman.journal.Fitting;
import dev.katman.journal.SavedCell;
import dev.katman.journal.SummaryRow;
import dev.katman.journal.UsageCell;
import dev.katman.provider.Endpoint;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;

/** A conversation of 200 turns over a real connection: what the models are told of its beginning. */
class LongConversationTest {
    private static final String SUMMARY = "Kullanıcının kedisinin adı Zerdali; konuşma bahçe işleriyle sürdü.";
    private static final String SUMMING = "Summarise the conversation below";

    @TempDir
    private Path home;
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private MockWebServer server;
    private Program program;
    private boolean workerIsBroken;

    @BeforeEach
    void open() throws IOException {
        server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody().utf8();
                bodies.add(body);
                boolean summing = body.contains(SUMMING);
                if (summing && workerIsBroken) {
                    return new MockResponse.Builder().code(503).build();
                }
                return new MockResponse.Builder().code(200).addHeader("Content-Type", "text/event-stream")
                        .body("data: {\"choices\":[{\"delta\":{\"content\":\"" + (summing ? SUMMARY : "Anladım, not ettim.") + "\"}}]}\n\n"
                                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n").build();
            }
        });
        server.start();
        program = new Program(home, CatalogReader.embedded(), clock, new Endpoint(server.url("/v1").uri(), Optional.empty()), 5);
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        server.close();
    }

    private Answer say(Optional<ConversationId> where, String text, Tier tier) {
        clock.move(Duration.ofMinutes(3));
        Answer answer = program.exchange.send(new Ask(where, text, Optional.of(tier), Optional.empty()), event -> { }, new Cancellation());
        assertThat(answer.result()).isEqualTo(Answer.Result.ANSWERED);
        return answer;
    }

    private ConversationId talk(int messages) {
        ConversationId where = say(Optional.empty(), "Merhaba, bugün biraz sohbet edelim mi?", Tier.CONVERSATION).conversation();
        say(Optional.of(where), "Kedimin adı Zerdali, çünkü tüyleri turuncu.", Tier.CONVERSATION);
        for (int i = 2; i < messages; i++) {
            say(Optional.of(where), "Bahçede " + i + " numaralı saksıya fesleğen ektim; toprağı biraz kuru görünüyordu, akşam serinliğinde sulamayı ve "
                    + "yapraklarını seyreltmeyi düşünüyorum, sence bu mevsimde gübre de vermeli miyim?", Tier.CONVERSATION);
        }
        return where;
    }

    private List<CallRecord> summaryCalls() {
        return program.journal.decisions(1_000).stream().flatMap(d -> d.calls().stream()).filter(call -> call.purpose() == Purpose.SUMMARY).toList();
    }

    @Test
    void aFactFromTheThirdTurnIsStillKnownToTheDeepBrain() {
        ConversationId where = talk(100);
        assertThat(program.journal.messages(where)).hasSize(200);
        bodies.clear();
        clock.move(Duration.ofMinutes(3));
        Answer answer = costsWhatWasForeseen(new Ask(Optional.of(where), "Evcil hayvanımın kaç harfli bir ismi vardı, adım adım düşün.",
                Optional.of(Tier.DEEP), Optional.empty()));
        assertThat(bodies).as("to foresee it asks nobody").hasSize(1);
        assertThat(bodies.getLast()).doesNotContain(SUMMING).contains("Zerdali");
        Fitting fitting = program.journal.documents().fitting(answer.record().id());
        assertThat(fitting.leftTurns()).isGreaterThan(100);
        assertThat(fitting.summedTurns()).isGreaterThan(90).isLessThanOrEqualTo(fitting.leftTurns());
        assertThat(fitting.unsentTokens()).as("spared, less the summary").isGreaterThan(2_000);
        long paid = summaryCalls().stream().mapToLong(call -> call.usage().total()).sum();
        List<SavedCell> saved = program.journal.history().saved(Instant.EPOCH, clock.instant().plusSeconds(1), UsageCell.Grain.QUARTER);
        assertThat(saved.stream().mapToLong(SavedCell::paid).sum()).isEqualTo(paid);
        assertThat(saved.stream().mapToLong(SavedCell::saved).sum()).isPositive();
        assertThat(summaryCalls()).as("made once, and extended now and then").hasSizeBetween(1, 20).allSatisfy(call -> {
            assertThat(call.tier()).isEqualTo(Tier.WORKER);
            assertThat(call.usage().total()).isPositive();
        });
        assertThat(program.journal.documents().summary(where)).map(SummaryRow::text).contains(SUMMARY);
    }

    /** The summary that goes along instead of what is long past is counted too. */
    private Answer costsWhatWasForeseen(Ask ask) {
        long foreseen = program.exchange.preview(ask).tokens();
        Answer answer = program.exchange.send(ask, event -> { }, new Cancellation());
        assertThat(answer.record().calls()).as("nothing but the answer is asked for").extracting(CallRecord::purpose).containsExactly(Purpose.ANSWER);
        assertThat(answer.record().calls().getFirst().reserved().tokens()).isEqualTo(foreseen);
        return answer;
    }

    @Test
    void whatIsForeseenOfATextThatIsBeingTypedCountsWhatWasSaidBefore() {
        Ask fresh = new Ask(Optional.empty(), "Kedimin adı neydi?", Optional.of(Tier.DEEP), Optional.empty());
        long alone = program.exchange.preview(fresh).tokens();
        ConversationId where = talk(12);
        clock.move(Duration.ofMinutes(3));
        assertThat(program.journal.documents().summary(where)).as("all of it still goes along").isEmpty();
        assertThat(program.exchange.preview(fresh.in(where)).tokens()).isGreaterThan(alone + 600);
        MessageId first = program.journal.messages(where).getFirst().id();
        assertThat(program.exchange.preview(fresh.in(where).insteadOf(first)).tokens()).as("nothing was said before the first").isEqualTo(alone);
        costsWhatWasForeseen(fresh.in(where));
        clock.move(Duration.ofMinutes(3));
        costsWhatWasForeseen(fresh.in(where).insteadOf(program.journal.messages(where).get(4).id()));
    }

    @Test
    void withoutTheWorkerTheSummaryIsMadeOfTheConversationsOwnSentencesAndTurnsAreRecalledWordForWord() {
        workerIsBroken = true;
        ConversationId where = talk(60);
        bodies.clear();
        say(Optional.of(where), "Kedimin adı neydi?", Tier.DEEP);
        assertThat(bodies.getLast()).contains("user: Kedimin adı Zerdali, çünkü tüyleri turuncu.");
        assertThat(program.journal.documents().summary(where)).hasValueSatisfying(row -> {
            assertThat(row.madeBy()).isEqualTo(BuiltIn.SUMMARY);
            assertThat(row.text()).isNotBlank().hasSizeLessThanOrEqualTo(1_801);
        });
    }
}
