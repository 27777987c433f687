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
import dev.katman.conversation.Role;
import dev.katman.documents.Place;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Draft;
import dev.katman.journal.Fitting;
import dev.katman.journal.MessageRow;
import dev.katman.journal.Source;
import dev.katman.journal.ThreadRow;
import dev.katman.provider.Failure;
import dev.katman.routing.Decision;
import dev.katman.ui.kit.Markdown;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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

import static org.assertj.core.api.Assertions.assertThat;

class ChatModelTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    private static final DeploymentId BACKUP = DeploymentId.parse("llama-3.3-70b@sandbox");

    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    private final ConversationId conversation = ids.conversation();
    private final MessageId message = ids.message();
    private final DecisionId decision = ids.decision();
    private final MessageId reply = ids.message();
    private final MessageId more = ids.message();
    private final ChatModel model = new ChatModel(Optional.empty());
    private final LiveReader reader = new LiveReader();

    private DecisionRecord record(Optional<DeploymentId> served, Optional<Instant> until) {
        var assessment = new Assessment(MessageType.TASK, 8, 0.9, Assessment.LOCAL, Duration.ZERO);
        var decided = new Decision(assessment, Tier.DEEP, Mode.PACED, Decision.Reason.HARD_TASK, Decision.Pace.NONE, List.of());
        return new DecisionRecord(decision, conversation, message, "Why?", NOW, decided, served,
                Duration.ofSeconds(2), until, Optional.empty(), List.of());
    }

    private ExchangeEvent finished(Answer.Result result, String text) {
        return new ExchangeEvent.Finished(new Answer(message, conversation, text.isEmpty() ? Optional.empty() : Optional.of(reply), text, result,
                record(result == Answer.Result.ANSWERED ? Optional.of(BACKUP) : Optional.empty(),
                        result == Answer.Result.PARKED ? Optional.of(NOW.plusSeconds(80)) : Optional.empty())));
    }

    private void begin() {
        model.sent("Why?", List.of(), new Cancellation());
        on(List.of(new ExchangeEvent.Accepted(conversation, message), new ExchangeEvent.Asking(DEEP, Tier.DEEP)));
    }

    private void on(List<ExchangeEvent> events) {
        model.on(reader.read(events));
    }

    private List<String> kinds() {
        return kinds(model);
    }

    /** Without the tools that stand under whatever the reader said. */
    private static List<String> kinds(ChatModel model) {
        return model.rows().stream().filter(row -> !(row instanceof ChatRow.SaidTools)).map(row -> row.getClass().getSimpleName()).toList();
    }

    private static ExchangeEvent text(String delta) {
        return new ExchangeEvent.Text(delta);
    }

    @Test
    void anAnswerGrowsBlockByBlockAndEndsInItsQuietLine() {
        begin();
        assertThat(kinds()).containsExactly("Said", "Waiting");
        assertThat(model.busy().get()).isTrue();
        on(List.of(text("One "), text("*two*"), text("\n\nThree")));
        assertThat(kinds()).containsExactly("Said", "Part", "Part");
        on(List.of(text(" four"), finished(Answer.Result.ANSWERED, "One *two*\n\nThree four")));
        assertThat(kinds()).containsExactly("Said", "Part", "Part", "Served");
        assertThat(model.busy().get()).isFalse();
        assertThat(model.conversation()).contains(conversation);
    }

    @Test
    void sourcesThatWereUnfoldedStaySoAlsoWhereTheConversationIsReadAnew() {
        begin();
        on(List.of(text("So it says."), finished(Answer.Result.ANSWERED, "So it says.")));
        DecisionRecord record = record(Optional.of(BACKUP), Optional.empty());
        var fitting = new Fitting(List.of(), 200, 0, 0, false, 0);
        model.went(new ChatRow.Sources(record, fitting, false));
        var told = new History(List.copyOf(model.rows()), true);
        model.turn((ChatRow.Sources) model.rows().getLast());
        assertThat(model.rows().getLast()).isEqualTo(new ChatRow.Sources(record, fitting, true));
        model.history(told);
        assertThat(model.rows().getLast()).as("the journal knows nothing of folds").isEqualTo(new ChatRow.Sources(record, fitting, true));
        model.turn((ChatRow.Sources) model.rows().getLast());
        model.history(told);
        assertThat(model.rows().getLast()).as("folded again").isEqualTo(new ChatRow.Sources(record, fitting, false));
    }

    @Test
    void whatAnAnswerNamesLeadsToItsSourcesOnceTheseAreKnownAndWhenItIsReadAgain() {
        String answer = "Seven hundred [1].\n\nPaid in autumn [2], [7].\n\n```\na[1]\n```\n\nNo more [7].";
        begin();
        on(List.of(text(answer), finished(Answer.Result.ANSWERED, answer)));
        var fitting = new Fitting(List.of(source(1), source(2)), 200, 0, 0, false, 0);
        List<Integer> touched = touched();
        model.went(new ChatRow.Sources(record(Optional.of(BACKUP), Optional.empty()), fitting, false));

        assertThat(model.rows().stream().filter(ChatRow.Part.class::isInstance).map(row -> ((ChatRow.Part) row).sources()))
                .containsExactly(Optional.of(fitting), Optional.of(fitting), Optional.empty(), Optional.empty());
        assertThat(touched).as("what names nothing stays as it is").containsExactlyInAnyOrder(2, 3, 7);
        var read = new ChatModel(Optional.of(conversation));
        read.history(History.of(new History.Told(List.of(
                alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, MessageRow.State.DONE, decision)),
                alone(new MessageRow(reply, conversation, Role.ASSISTANT, answer, NOW, MessageRow.State.DONE, decision))),
                Map.of(decision, record(Optional.of(BACKUP), Optional.empty())), List.of(), Map.of(decision, fitting), Map.of(), Set.of(), true)));
        assertThat(read.rows()).isEqualTo(model.rows());
    }

    private Source source(int number) {
        return new Source(number, ids.document(), "lease.txt", number, number, new Place(0, number, ""), "");
    }

    /** The rows that change from here on. */
    private List<Integer> touched() {
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

    @Test
    @DisplayName("S5: only the last block changes while an answer grows")
    void onlyTheLastBlockChangesWhileTheAnswerGrows() {
        begin();
        on(List.of(text("First.\n\nSecond.\n\nThird")));
        List<Integer> touched = touched();
        on(List.of(text(" goes"), text(" on")));
        assertThat(touched).containsExactly(4);
    }

    @Test
    void aFailOverVoidsWhatHadComeAndSaysSo() {
        begin();
        on(List.of(text("Half an ans")));
        var failed = new ExchangeEvent.AttemptFailed(DEEP, new Failure.Cut(200, "cut"), true, 3);
        on(List.of(failed, new ExchangeEvent.Asking(BACKUP, Tier.DEEP), text("Whole.")));
        assertThat(kinds()).containsExactly("Said", "FailedNow", "Part");
        assertThat(model.rows().getLast()).isEqualTo(new ChatRow.Part(Markdown.parse("Whole.").getFirst()));
        on(List.of(finished(Answer.Result.ANSWERED, "Whole.")));
        assertThat(kinds()).containsExactly("Said", "FailedNow", "Part", "Served");
    }

    @Test
    void thinkingStandsFoldedBeforeTheAnswerAndIsVoidAfterAFailOver() {
        begin();
        on(List.of(new ExchangeEvent.Thinking("Let me "), new ExchangeEvent.Thinking("see.")));
        assertThat(kinds()).containsExactly("Said", "Thought", "Waiting");
        model.turn((ChatRow.Thought) model.rows().get(2));
        on(List.of(text("So: ")));
        assertThat(model.rows().get(2)).as("unfolded while it grew").isEqualTo(new ChatRow.Thought("Let me see.", false, true));
        assertThat(kinds()).containsExactly("Said", "Thought", "Part");
        on(List.of(new ExchangeEvent.AttemptFailed(DEEP, new Failure.Cut(200, "cut"), true, 3)));
        assertThat(kinds()).containsExactly("Said", "FailedNow", "Waiting");
        on(List.of(new ExchangeEvent.Asking(BACKUP, Tier.DEEP), new ExchangeEvent.Thinking("Again."), text("Yes.")));
        assertThat(kinds()).containsExactly("Said", "FailedNow", "Thought", "Part");
    }

    @Test
    void aThoughtThatWasKeptIsReadWhenItIsUnfoldedAndStaysSo() {
        History told = thoughtful("One.");
        var read = new ChatModel(Optional.of(conversation));
        read.history(told);
        assertThat(kinds(read)).containsExactly("Said", "Thought", "Part", "Served");
        var folded = (ChatRow.Thought) read.rows().get(2);
        assertThat(folded).isEqualTo(new ChatRow.Thought(reply));
        read.read(folded, "Hm.");
        var open = new ChatRow.Thought(Optional.of(reply), Optional.of("Hm."), false, true);
        assertThat(read.rows().get(2)).isEqualTo(open);
        read.read(folded, "Hm.");
        assertThat(read.rows().get(2)).as("read twice").isEqualTo(open);
        read.history(told);
        assertThat(read.rows().get(2)).as("the journal knows nothing of folds").isEqualTo(open);
        read.turn(open);
        assertThat(read.rows().get(2)).isEqualTo(open.open(false));
    }

    @Test
    void aThoughtThatWasSeenIsTheOneThatWasKept() {
        begin();
        on(List.of(new ExchangeEvent.Thinking("Hm."), text("One."), finished(Answer.Result.ANSWERED, "One.")));
        List<ChatRow> seen = List.copyOf(model.rows());
        List<Integer> touched = touched();
        model.history(thoughtful("One."));
        assertThat(model.rows()).isEqualTo(seen);
        assertThat(touched).isEmpty();
    }

    @Test
    void anAnswerThatCameToAThoughtAndNoMoreKeepsIt() {
        begin();
        on(List.of(new ExchangeEvent.Thinking("Hm."), new ExchangeEvent.Finished(new Answer(message, conversation, Optional.of(reply), "",
                Answer.Result.STOPPED, record(Optional.of(BACKUP), Optional.empty())))));
        assertThat(kinds()).containsExactly("Said", "Thought", "Served");
        assertThat(((ChatRow.Served) model.rows().getLast()).stopped()).isTrue();
    }

    private History thoughtful(String answer) {
        return History.of(new History.Told(List.of(
                alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, MessageRow.State.DONE, decision)),
                alone(new MessageRow(reply, conversation, Role.ASSISTANT, answer, NOW, MessageRow.State.DONE, decision))),
                Map.of(decision, record(Optional.of(BACKUP), Optional.empty())), List.of(), Map.of(), Map.of(), Set.of(reply), true));
    }

    @Test
    void aParkedMessageShowsThatItWaits() {
        begin();
        on(List.of(finished(Answer.Result.PARKED, "")));
        assertThat(kinds()).containsExactly("Said", "Parked");
        assertThat(model.waits()).isTrue();
    }

    private void parkedAndThenMoreSaid() {
        begin();
        on(List.of(finished(Answer.Result.PARKED, "")));
        model.sent("And this?", List.of(), new Cancellation());
        on(List.of(text("That."), new ExchangeEvent.Finished(new Answer(ids.message(), conversation, Optional.of(ids.message()), "That.",
                Answer.Result.ANSWERED, record(Optional.of(BACKUP), Optional.empty())))));
        assertThat(kinds()).containsExactly("Said", "Parked", "Said", "Part", "Served");
    }

    @Test
    void aMessageThatWaitedIsAnsweredAtTheEndOfTheConversation() {
        parkedAndThenMoreSaid();
        assertThat(model.resumed(message, new Cancellation())).isTrue();
        assertThat(kinds()).containsExactly("Said", "Said", "Part", "Served", "Waiting");
        assertThat(model.busy().get()).isTrue();
        on(List.of(new ExchangeEvent.Asking(DEEP, Tier.DEEP), text("At last."),
                finished(Answer.Result.ANSWERED, "At last.")));
        assertThat(kinds()).containsExactly("Said", "Said", "Part", "Served", "Part", "Served");
        assertThat(model.waits()).isFalse();
    }

    @Test
    void aMessageThatIsRefusedOnceMoreWaitsWhereItWaited() {
        parkedAndThenMoreSaid();
        model.resumed(message, new Cancellation());
        on(List.of(new ExchangeEvent.Asking(DEEP, Tier.DEEP),
                new ExchangeEvent.AttemptFailed(DEEP, new Failure.Cut(200, "cut"), false, 0), finished(Answer.Result.PARKED, "")));
        assertThat(kinds()).containsExactly("Said", "Parked", "Said", "Part", "Served");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aFaultPutsAMessageThatWaitedBackAndIntoNoDraft() {
        parkedAndThenMoreSaid();
        var rows = List.copyOf(model.rows());
        model.resumed(message, new Cancellation());
        assertThat(model.resumes(message)).isTrue();
        model.failed();
        assertThat(model.resumes(message)).isFalse();
        assertThat(model.rows()).isEqualTo(rows);
        assertThat(model.draft()).isEmpty();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void onlyWhatWaitsHereIsShownAsItIsAnsweredAndOnlyOneAtATime() {
        parkedAndThenMoreSaid();
        assertThat(model.resumed(ids.message(), new Cancellation())).isFalse();
        model.sent("One more", List.of(), new Cancellation());
        assertThat(model.resumed(message, new Cancellation())).isFalse();
        assertThat(kinds()).containsExactly("Said", "Parked", "Said", "Part", "Served", "Said", "Waiting");
    }

    @Test
    void anUnansweredMessageVoidsTheHalfAnswer() {
        begin();
        on(List.of(text("Half"), new ExchangeEvent.AttemptFailed(DEEP, new Failure.Cut(200, "cut"), true, 3)));
        on(List.of(new ExchangeEvent.Asking(BACKUP, Tier.DEEP), finished(Answer.Result.UNANSWERED, "")));
        assertThat(kinds()).containsExactly("Said", "Unanswered");
    }

    @Test
    void aStoppedAnswerKeepsWhatHadCome() {
        var stop = new Cancellation();
        model.sent("Why?", List.of(), stop);
        model.stop();
        assertThat(stop.isCancelled()).isTrue();
        on(List.of(new ExchangeEvent.Accepted(conversation, message), text("Half"), finished(Answer.Result.STOPPED, "Half")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served");
        assertThat(((ChatRow.Served) model.rows().getLast()).stopped()).isTrue();
    }

    @Test
    void aMessageThatCouldNotBeTakenComesBackAsADraft() {
        model.sent("Why?", List.of(), new Cancellation());
        model.failed();
        assertThat(model.rows()).isEmpty();
        assertThat(model.draft()).isEqualTo("Why?");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void neitherWhatCouldNotBeSentNorWhatWasWrittenMeanwhileIsLost() {
        model.sent("Why?", List.of(), new Cancellation());
        model.draft("And how?");
        model.failed();
        assertThat(model.draft()).isEqualTo("Why?\n\nAnd how?");
        assertThat(model.handedBack().get()).as("so that it is shown").isEqualTo(1);

        begin();
        on(List.of(text("So."), finished(Answer.Result.ANSWERED, "So.")));
        model.draft("");
        model.edit(Optional.of(new Draft.Edit(message, "Why not?")));
        model.sent("Why not?", List.of(), new Cancellation());
        model.edit(Optional.of(new Draft.Edit(reply, "another")));
        model.failed();
        assertThat(model.unsent()).isEqualTo(new Draft(Optional.of(conversation), "Why not?", Optional.of(new Draft.Edit(reply, "another")),
                Optional.empty(), Optional.empty()));
    }

    @Test
    void theWordsOfAMessageThatIsDeletedWhileItIsEditedStayToBeSent() {
        model.draft("And how?");
        model.edit(Optional.of(new Draft.Edit(message, "Why not?")));
        model.gone(more);
        assertThat(model.edit()).as("another one").isPresent();
        model.gone(message);
        assertThat(model.edit()).isEmpty();
        assertThat(model.draft()).isEqualTo("And how?\n\nWhy not?");
        assertThat(model.handedBack().get()).isEqualTo(1);
    }

    @Test
    void theHistoryTellsTheSameAsTheLiveConversation() {
        begin();
        on(List.of(text("One.\n\nTwo."), finished(Answer.Result.ANSWERED, "One.\n\nTwo.")));
        var read = new ChatModel(Optional.of(conversation));
        read.history(told(List.of(
                        alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, MessageRow.State.DONE, decision)),
                        alone(new MessageRow(reply, conversation, Role.ASSISTANT, "One.\n\nTwo.", NOW, MessageRow.State.DONE, decision))),
                Map.of(decision, record(Optional.of(BACKUP), Optional.empty()))));
        assertThat(read.rows()).isEqualTo(model.rows());
        assertThat(read.lastSaid()).map(ChatRow.SaidTools::text).contains("Why?");
    }

    @Test
    void aHistoryThatArrivesLateDoesNotTouchAnAnswerUnderWay() {
        begin();
        on(List.of(text("Com")));
        model.history(told(List.of(), Map.of()));
        on(List.of(text("ing.")));
        assertThat(kinds()).containsExactly("Said", "Part");
    }

    @Test
    void everyStateOfAnOldMessageHasItsRow() {
        for (MessageRow.State state : MessageRow.State.values()) {
            var read = new ChatModel(Optional.of(conversation));
            read.history(told(List.of(alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, state, decision))),
                    Map.of(decision, record(Optional.empty(), Optional.of(NOW)))));
            assertThat(kinds(read)).hasSize(2);
        }
    }

    private static History told(List<ThreadRow> thread, Map<DecisionId, DecisionRecord> decisions) {
        return History.of(new History.Told(thread, decisions, List.of(), Map.of(), Map.of(), Set.of(), true));
    }

    private static ThreadRow alone(MessageRow row) {
        return new ThreadRow(row, List.of(row.id()));
    }

    private void answeredTwice() {
        begin();
        on(List.of(text("One."), finished(Answer.Result.ANSWERED, "One.")));
        model.sent("More?", List.of(), new Cancellation());
        on(List.of(new ExchangeEvent.Accepted(conversation, more), text("Two."), new ExchangeEvent.Finished(new Answer(more, conversation,
                Optional.of(ids.message()), "Two.", Answer.Result.ANSWERED, record(Optional.of(BACKUP), Optional.empty())))));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "Said", "Part", "Served");
    }

    @Test
    void whatIsEditedTakesThePlaceOfWhatWasSaidAndOfAllThatFollowed() {
        answeredTwice();
        model.edit(Optional.of(new Draft.Edit(message, "Why not?")));
        model.sent("Why not?", List.of(), new Cancellation());
        assertThat(kinds()).containsExactly("Said", "Waiting");
        var edited = ids.message();
        on(List.of(new ExchangeEvent.Accepted(conversation, edited)));
        assertThat(model.rows().get(1)).isEqualTo(new ChatRow.SaidTools("Why not?", Optional.of(new Spot(edited, List.of(message, edited)))));
        assertThat(model.edit()).isEmpty();
    }

    @Test
    void anEditThatCouldNotBeTakenLeavesEverythingAsItWas() {
        answeredTwice();
        var before = List.copyOf(model.rows());
        model.edit(Optional.of(new Draft.Edit(more, "Less?")));
        model.sent("Less?", List.of(), new Cancellation());
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "Said", "Waiting");
        model.failed();
        assertThat(model.rows()).isEqualTo(before);
        assertThat(model.edit()).contains(new Draft.Edit(more, "Less?"));
        assertThat(model.draft()).isEmpty();
    }

    @Test
    void anotherAnswerTakesThePlaceOfTheFirstAndKnowsIt() {
        answeredTwice();
        assertThat(model.again(reply, new Cancellation())).isTrue();
        assertThat(kinds()).containsExactly("Said", "Waiting");
        var second = ids.message();
        on(List.of(new ExchangeEvent.Accepted(conversation, message), text("Uno."), new ExchangeEvent.Finished(new Answer(message,
                conversation, Optional.of(second), "Uno.", Answer.Result.ANSWERED, record(Optional.of(BACKUP), Optional.empty())))));
        assertThat(kinds()).containsExactly("Said", "Part", "Served");
        assertThat(model.rows().getLast().spot()).contains(new Spot(second, List.of(reply, second)));
        assertThat(model.rows().get(1).spot()).as("the message is the same").contains(Spot.alone(message));
    }

    @Test
    void whereNobodyGivesAnotherAnswerTheFirstStaysAndItIsSaid() {
        answeredTwice();
        model.again(reply, new Cancellation());
        on(List.of(finished(Answer.Result.UNANSWERED, "")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "NotAgain", "Said", "Part", "Served");
        model.again(reply, new Cancellation());
        on(List.of(finished(Answer.Result.STOPPED, "")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "NotAgain", "Said", "Part", "Served");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aMessageWhoseAnswerIsGoneCanBeAnsweredAnew() {
        model.history(told(List.of(alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, MessageRow.State.DONE, decision))),
                Map.of()));
        assertThat(kinds()).containsExactly("Said", "Open");
        assertThat(model.again(message, new Cancellation())).isTrue();
        on(List.of(text("So."), finished(Answer.Result.ANSWERED, "So.")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served");
        assertThat(model.rows().getLast().spot()).contains(Spot.alone(reply));
    }

    @Test
    void aPartOfAnAnswerSaysThatItIsOneAndIsNotAnsweredTwice() {
        model.history(told(List.of(
                        alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, MessageRow.State.STOPPED, decision)),
                        alone(new MessageRow(reply, conversation, Role.ASSISTANT, "Bec", NOW, MessageRow.State.INTERRUPTED, decision))),
                Map.of(decision, record(Optional.empty(), Optional.empty()))));
        assertThat(kinds()).containsExactly("Said", "Part", "Interrupted");
        assertThat(model.waits()).isFalse();
        model.again(reply, new Cancellation());
        on(List.of(text("Because."), finished(Answer.Result.ANSWERED, "Because.")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served");
    }
}
