package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Role;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.Draft;
import dev.katman.journal.MessageRow;
import dev.katman.provider.Failure;
import dev.katman.ui.kit.Markdown;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class AnsweringTest extends InConversation {
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
    void anAnswerThatCameToAThoughtAndNoMoreKeepsIt() {
        begin();
        on(List.of(new ExchangeEvent.Thinking("Hm."), new ExchangeEvent.Finished(new Answer(message, conversation, Optional.of(reply), "",
                Answer.Result.STOPPED, record(Optional.of(BACKUP), Optional.empty())))));
        assertThat(kinds()).containsExactly("Said", "Thought", "Served");
        assertThat(((ChatRow.Served) model.rows().getLast()).stopped()).isTrue();
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
        model.answering().sent("And this?", List.of(), new Cancellation());
        on(List.of(text("That."), new ExchangeEvent.Finished(new Answer(ids.message(), conversation, Optional.of(ids.message()), "That.",
                Answer.Result.ANSWERED, record(Optional.of(BACKUP), Optional.empty())))));
        assertThat(kinds()).containsExactly("Said", "Parked", "Said", "Part", "Served");
    }

    @Test
    void aMessageThatWaitedIsAnsweredAtTheEndOfTheConversation() {
        parkedAndThenMoreSaid();
        assertThat(model.answering().resumed(message, new Cancellation())).isTrue();
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
        model.answering().resumed(message, new Cancellation());
        on(List.of(new ExchangeEvent.Asking(DEEP, Tier.DEEP),
                new ExchangeEvent.AttemptFailed(DEEP, new Failure.Cut(200, "cut"), false, 0), finished(Answer.Result.PARKED, "")));
        assertThat(kinds()).containsExactly("Said", "Parked", "Said", "Part", "Served");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aFaultPutsAMessageThatWaitedBackAndIntoNoDraft() {
        parkedAndThenMoreSaid();
        var rows = List.copyOf(model.rows());
        model.answering().resumed(message, new Cancellation());
        assertThat(model.answering().resumes(message)).isTrue();
        model.answering().failed();
        assertThat(model.answering().resumes(message)).isFalse();
        assertThat(model.rows()).isEqualTo(rows);
        assertThat(model.draft().text()).isEmpty();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void onlyWhatWaitsHereIsShownAsItIsAnsweredAndOnlyOneAtATime() {
        parkedAndThenMoreSaid();
        assertThat(model.answering().resumed(ids.message(), new Cancellation())).isFalse();
        model.answering().sent("One more", List.of(), new Cancellation());
        assertThat(model.answering().resumed(message, new Cancellation())).isFalse();
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
        model.answering().sent("Why?", List.of(), stop);
        model.answering().stop();
        assertThat(stop.isCancelled()).isTrue();
        on(List.of(new ExchangeEvent.Accepted(conversation, message), text("Half"), finished(Answer.Result.STOPPED, "Half")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served");
        assertThat(((ChatRow.Served) model.rows().getLast()).stopped()).isTrue();
    }

    @Test
    void aMessageThatCouldNotBeTakenComesBackAsADraft() {
        model.answering().sent("Why?", List.of(), new Cancellation());
        model.answering().failed();
        assertThat(model.rows()).isEmpty();
        assertThat(model.draft().text()).isEqualTo("Why?");
        assertThat(model.busy().get()).isFalse();
    }

    private void answeredTwice() {
        begin();
        on(List.of(text("One."), finished(Answer.Result.ANSWERED, "One.")));
        model.answering().sent("More?", List.of(), new Cancellation());
        on(List.of(new ExchangeEvent.Accepted(conversation, more), text("Two."), new ExchangeEvent.Finished(new Answer(more, conversation,
                Optional.of(ids.message()), "Two.", Answer.Result.ANSWERED, record(Optional.of(BACKUP), Optional.empty())))));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "Said", "Part", "Served");
    }

    @Test
    void whatIsEditedTakesThePlaceOfWhatWasSaidAndOfAllThatFollowed() {
        answeredTwice();
        model.unsent().edit(message, "Why not?");
        model.answering().sent("Why not?", List.of(), new Cancellation());
        assertThat(kinds()).containsExactly("Said", "Waiting");
        var edited = ids.message();
        on(List.of(new ExchangeEvent.Accepted(conversation, edited)));
        assertThat(model.rows().get(1)).isEqualTo(new ChatRow.SaidTools("Why not?", Optional.of(new Spot(edited, List.of(message, edited)))));
        assertThat(model.unsent().edited()).isEmpty();
    }

    @Test
    void anEditThatCouldNotBeTakenLeavesEverythingAsItWas() {
        answeredTwice();
        var before = List.copyOf(model.rows());
        model.unsent().edit(more, "Less?");
        model.answering().sent("Less?", List.of(), new Cancellation());
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "Said", "Waiting");
        model.answering().failed();
        assertThat(model.rows()).isEqualTo(before);
        assertThat(model.draft().edit()).contains(new Draft.Edit(more, "Less?"));
        assertThat(model.draft().text()).isEmpty();
    }

    @Test
    void anotherAnswerTakesThePlaceOfTheFirstAndKnowsIt() {
        answeredTwice();
        assertThat(model.answering().again(reply, new Cancellation())).isTrue();
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
        model.answering().again(reply, new Cancellation());
        on(List.of(finished(Answer.Result.UNANSWERED, "")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "NotAgain", "Said", "Part", "Served");
        model.answering().again(reply, new Cancellation());
        on(List.of(finished(Answer.Result.STOPPED, "")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "NotAgain", "Said", "Part", "Served");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aMessageWhoseAnswerIsGoneCanBeAnsweredAnew() {
        model.history(told(List.of(alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, MessageRow.State.DONE, decision))),
                Map.of()));
        assertThat(kinds()).containsExactly("Said", "Open");
        assertThat(model.answering().again(message, new Cancellation())).isTrue();
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
        model.answering().again(reply, new Cancellation());
        on(List.of(text("Because."), finished(Answer.Result.ANSWERED, "Because.")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served");
    }
}
