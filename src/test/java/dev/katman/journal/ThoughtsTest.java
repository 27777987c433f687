package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What models thought before they answered: kept beside the answer, and gone where that is. */
class ThoughtsTest extends InJournal {
    private MessageRow say(String text) {
        var said = new MessageRow(ids.message(), conversation, Role.USER, text, NOON, MessageRow.State.PENDING, ids.decision());
        journal.accept(said, Optional.empty());
        return said;
    }

    private MessageId answer(MessageRow said, String thought, String text) {
        var answer = new MessageRow(ids.message(), conversation, Role.ASSISTANT, text, NOON, MessageRow.State.DONE, said.decision());
        journal.finished(new Ending(said.decision(), said.id(), conversation, MessageRow.State.DONE, Optional.of(answer), thought, Optional.empty(),
                Optional.empty(), Duration.ofSeconds(1), Optional.empty(), NOON));
        return answer.id();
    }

    @Test
    void aThoughtOfAnyLengthIsThereAgainAfterAStart() {
        String thought = "Önce örneklere bakayım. ".repeat(9_000);
        MessageRow first = say("Why?");
        MessageId thoughtful = answer(first, thought, "Because.");
        MessageId plain = answer(say("And how?"), "", "So.");
        reopen();
        assertThat(journal.thoughts().before(thoughtful)).contains(thought);
        assertThat(journal.thoughts().before(plain)).isEmpty();
        assertThat(journal.thoughts().of(conversation)).containsExactly(thoughtful);
        assertThat(journal.thoughts().among(List.of(first.id(), plain, thoughtful))).containsExactly(thoughtful);
        assertThat(journal.turns(Optional.of(plain), 9)).as("what a model is told").noneMatch(turn -> turn.text().contains("örnek"));
    }

    @Test
    @DisplayName("S4: what had come of a thought at a crash stands before what had come of its answer")
    void theThoughtOfAnAnswerUnderWayOutlivesACrash() {
        MessageRow said = say("Tell me");
        MessageId answer = ids.message();
        journal.came(new Piece(said.decision(), answer, 0, "Let me ", ""));
        journal.came(new Piece(said.decision(), answer, 1, "think.", "Once "));
        journal.came(new Piece(said.decision(), answer, 2, "", "upon"));
        reopen();
        assertThat(journal.messages(conversation)).extracting(MessageRow::text).containsExactly("Tell me", "Once upon");
        assertThat(journal.thoughts().before(answer)).contains("Let me think.");
    }

    @Test
    @DisplayName("S4: a crash while a model still thinks keeps the thought; the answer is empty and says that it was cut off")
    void aThoughtWithoutAnAnswerOutlivesACrash() {
        MessageRow said = say("Tell me");
        MessageId answer = ids.message();
        String piece = "word ".repeat(10_000);
        for (int i = 0; i < 30; i++) { // longer than a string of the database may be
            journal.came(new Piece(said.decision(), answer, i, piece, ""));
        }
        reopen();
        assertThat(journal.messages(conversation)).extracting(MessageRow::state)
                .containsExactly(MessageRow.State.STOPPED, MessageRow.State.INTERRUPTED);
        assertThat(journal.messages(conversation).getLast().text()).isEmpty();
        assertThat(journal.thoughts().before(answer)).contains(piece.repeat(30));
        assertThat(journal.turns(Optional.of(answer), 9)).as("nothing was answered").hasSize(1);
    }

    @Test
    void itGoesWithItsAnswerAndComesBackWithIt() {
        MessageRow said = say("Why?");
        MessageId answer = answer(said, "Hm.", "Because.");
        Optional<MessageId> head = journal.threads().drop(answer);
        journal.threads().restore(answer, head);
        assertThat(journal.thoughts().before(answer)).contains("Hm.");
        journal.threads().drop(answer);
        journal.threads().erase(answer);
        assertThat(journal.thoughts().before(answer)).isEmpty();
        assertThat(journal.messages(conversation)).hasSize(1);
    }

    @Test
    void aConversationThatBranchesOffHasItToo() {
        MessageId answer = answer(say("Why?"), "Hm.", "Because.");
        ConversationId branch = ids.conversation();
        journal.threads().branch(answer, branch, "Why (branch)", ids, NOON);
        journal.delete(conversation);
        assertThat(journal.thoughts().before(answer)).isEmpty();
        assertThat(journal.thoughts().before(journal.messages(branch).getLast().id())).contains("Hm.");
    }
}
