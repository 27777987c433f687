package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Role;
import dev.katman.documents.Place;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Draft;
import dev.katman.journal.Fitting;
import dev.katman.journal.MessageRow;
import dev.katman.journal.Source;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ChatModelTest extends InConversation {
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

    @Test
    void whatWasReadEarlierDoesNotReplaceWhatWasReadLaterWhicheverComesFirst() {
        var read = new ChatModel(Optional.of(conversation));
        ChatModel.Reading before = read.reading();
        ChatModel.Reading after = read.reading();
        assertThat(after.show(thoughtful("One."))).isFalse();
        List<ChatRow> shown = List.copyOf(read.rows());
        assertThat(before.show(new History(List.of(new ChatRow.Said("Why?")), true))).isFalse();
        assertThat(read.rows()).isEqualTo(shown);
        assertThat(read.reading().show(new History(List.of(), true))).isFalse();
        assertThat(read.rows()).as("a later one may tell of less").isEmpty();
    }

    @Test
    void whatWasReadBeforeAnAnswerCameDoesNotTakeItAwayAndIsReadOnceMore() {
        ChatModel.Reading before = model.reading();
        begin();
        ChatModel.Reading during = model.reading();
        on(List.of(text("One."), finished(Answer.Result.ANSWERED, "One.")));
        List<ChatRow> answered = List.copyOf(model.rows());
        var asked = new History(List.of(new ChatRow.Said("Why?"), new ChatRow.Waiting(Optional.empty())), true);
        assertThat(before.show(asked)).as("nobody has read since").isTrue();
        ChatModel.Reading since = model.reading();
        assertThat(during.show(asked)).as("that was read since is on its way").isFalse();
        assertThat(model.rows()).isEqualTo(answered);
        assertThat(since.show(new History(answered, true))).isFalse();
        assertThat(model.rows()).isEqualTo(answered);
    }

    @Test
    void whatWentAlongIsToldOnceNoAnswerIsUnderWayBelow() {
        begin();
        on(List.of(text("One."), finished(Answer.Result.ANSWERED, "One.")));
        model.answering().sent("And why that?", List.of(), new Cancellation());
        var fitting = new Fitting(List.of(), 200, 0, 0, false, 0);
        model.went(new ChatRow.Sources(record(Optional.of(BACKUP), Optional.empty()), fitting, false));
        on(List.of(new ExchangeEvent.Accepted(conversation, more), new ExchangeEvent.Asking(DEEP, Tier.DEEP), text("Two.")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "Said", "Part");
        on(List.of(finished(Answer.Result.ANSWERED, "Two.")));
        assertThat(kinds()).containsExactly("Said", "Part", "Served", "Sources", "Said", "Part", "Served");
    }

    private Source source(int number) {
        return new Source(number, ids.document(), "lease.txt", number, number, new Place(0, number, ""), "");
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

    private History thoughtful(String answer) {
        return History.of(new History.Told(List.of(
                alone(new MessageRow(message, conversation, Role.USER, "Why?", NOW, MessageRow.State.DONE, decision)),
                alone(new MessageRow(reply, conversation, Role.ASSISTANT, answer, NOW, MessageRow.State.DONE, decision))),
                Map.of(decision, record(Optional.of(BACKUP), Optional.empty())), List.of(), Map.of(), Map.of(), Set.of(reply), true));
    }

    @Test
    void neitherWhatCouldNotBeSentNorWhatWasWrittenMeanwhileIsLost() {
        Unsent unsent = model.unsent();
        unsent.write("And how?");
        unsent.back(Optional.empty(), "Why?");
        assertThat(unsent.text()).isEqualTo("Why?\n\nAnd how?");
        assertThat(unsent.handedBack().get()).as("so that it is shown").isEqualTo(1);

        unsent.write("");
        unsent.edit(reply, "another");
        unsent.back(Optional.of(message), "Why not?");
        assertThat(unsent.in(Optional.empty())).isEqualTo(new Draft(Optional.empty(), "Why not?", Optional.of(new Draft.Edit(reply, "another")),
                Optional.empty(), Optional.empty()));
    }

    @Test
    void theWordsOfAMessageThatIsDeletedWhileItIsEditedStayToBeSent() {
        Unsent unsent = model.unsent();
        unsent.write("And how?");
        unsent.edit(message, "Why not?");
        unsent.gone(more);
        assertThat(unsent.edited()).as("another one").isPresent();
        unsent.gone(message);
        assertThat(unsent.edited()).isEmpty();
        assertThat(unsent.text()).isEqualTo("And how?\n\nWhy not?");
        assertThat(unsent.handedBack().get()).isEqualTo(1);
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

    @Test
    void whatIsSaidOfADecisionChangesItsLineAndNothingElse() {
        begin();
        on(List.of(text("One."), finished(Answer.Result.ANSWERED, "One.")));
        List<Integer> touched = touched();
        DecisionRecord other = record(Optional.of(DEEP), Optional.empty());
        model.taught(other);
        assertThat(((ChatRow.Served) model.rows().getLast()).record()).isEqualTo(other);
        assertThat(touched).containsExactly(model.rows().size() - 1);
    }
}
