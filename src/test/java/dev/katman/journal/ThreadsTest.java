package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.documents.Place;
import dev.katman.routing.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is shown of a conversation whose messages were edited, answered again, branched off, and deleted. */
class ThreadsTest extends InJournal {
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@groq");
    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@groq");

    private MessageRow say(String text, Optional<MessageId> insteadOf, String... documents) {
        var said = new MessageRow(ids.message(), conversation, Role.USER, text, NOON, MessageRow.State.PENDING, ids.decision());
        journal.accept(said, Optional.empty(), insteadOf, Stream.of(documents).map(name -> new Volume(
                ids.document(), name, Kind.TEXT, 30, 8, NOON, List.of(new Fragment(1, new Place(0, 1, ""), "The rent is due."), new Fragment(2, new Place(0, 2, ""), "By the fifth.")))).toList());
        decide(said.decision());
        return said;
    }

    private void decide(DecisionId decision) {
        journal.decided(decision, new Decision(new Assessment(MessageType.TASK, 8, 0.9, Assessment.LOCAL, Duration.ZERO), Tier.DEEP, Mode.PACED,
                Decision.Reason.HARD_TASK, Decision.Pace.NONE, List.of()));
    }

    private MessageId answer(MessageRow said, String text) {
        return answer(said, said.decision(), text, Optional.empty(), DEEP);
    }

    private MessageId answer(MessageRow said, DecisionId decision, String text, Optional<MessageId> insteadOf, DeploymentId by) {
        var answer = new MessageRow(ids.message(), said.conversation(), Role.ASSISTANT, text, NOON, MessageRow.State.DONE, decision);
        journal.finished(new Ending(decision, said.id(), said.conversation(), MessageRow.State.DONE, Optional.of(answer), insteadOf,
                Optional.of(by), Duration.ofSeconds(1), Optional.empty(), NOON));
        return answer.id();
    }

    private MessageId again(MessageRow said, String text, MessageId insteadOf) {
        DecisionId decision = ids.decision();
        journal.onceMore(said, decision, NOON);
        decide(decision);
        return answer(said, decision, text, Optional.of(insteadOf), SCOUT);
    }

    private List<String> shown() {
        return journal.messages(conversation).stream().map(MessageRow::text).toList();
    }

    private ThreadRow row(String text) {
        return journal.threads().shown(conversation).stream().filter(r -> r.message().text().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void whatIsEditedStaysAsAVariantWithWhatFollowedIt() {
        MessageRow first = say("Why?", Optional.empty());
        answer(first, "Because.");
        MessageRow more = say("And how?", Optional.empty());
        answer(more, "So.");
        MessageRow edited = say("And when?", Optional.of(more.id()));
        answer(edited, "Then.");

        assertThat(shown()).containsExactly("Why?", "Because.", "And when?", "Then.");
        assertThat(row("And when?").variants()).containsExactly(more.id(), edited.id());
        assertThat(row("Then.").variants()).as("alone below its own").hasSize(1);
        journal.threads().show(more.id());
        assertThat(shown()).containsExactly("Why?", "Because.", "And how?", "So.");
        answer(say("Really?", Optional.empty()), "Really.");
        assertThat(shown()).as("what is said next follows what is shown").endsWith("So.", "Really?", "Really.");
    }

    @Test
    void theEndOfAThreadIsReadAloneAndIsTheSameAsTheEndOfAllOfIt() {
        MessageRow first = say("Why?", Optional.empty());
        answer(first, "Because.");
        MessageRow more = say("And how?", Optional.empty());
        answer(more, "So.");
        answer(say("And when?", Optional.of(more.id())), "Then.");
        List<ThreadRow> all = journal.threads().shown(conversation);
        assertThat(all).hasSize(4);
        assertThat(journal.threads().lastShown(conversation, 3)).isEqualTo(all.subList(1, 4));
        assertThat(journal.threads().lastShown(conversation, 100)).isEqualTo(all);
        assertThat(journal.decisionsOf(List.of(more))).containsOnlyKeys(more.decision()).isNotEqualTo(journal.decisionsOf(conversation));
        assertThat(journal.threads().lastShown(ids.conversation(), 3)).isEmpty();
    }

    @Test
    void theVeryFirstMessageCanBeEditedToo() {
        MessageRow first = say("Wyh?", Optional.empty());
        answer(first, "?");
        MessageRow edited = say("Why?", Optional.of(first.id()));
        assertThat(shown()).containsExactly("Why?");
        assertThat(row("Why?").variants()).containsExactly(first.id(), edited.id());
    }

    @Test
    void anAnswerThatIsAskedForAgainStandsBesideTheOther() {
        MessageRow said = say("Why?", Optional.empty());
        MessageId first = answer(said, "Because.");
        say("More", Optional.empty());
        MessageId second = again(said, "Since.", first);

        assertThat(shown()).containsExactly("Why?", "Since.");
        assertThat(row("Since.").variants()).containsExactly(first, second);
        assertThat(journal.lastServed(second, Instant.EPOCH)).contains(SCOUT);
        assertThat(journal.lastServed(first, Instant.EPOCH)).contains(DEEP);
        assertThat(journal.lastServed(first, NOON)).as("too long ago").isEmpty();
        assertThat(journal.turns(Optional.of(second), 9)).containsExactly(Message.user("Why?"), Message.assistant("Since."));
        assertThat(journal.threads().answerTo(said.id())).map(MessageRow::text).contains("Since.");
    }

    @Test
    void anAnswerThatCameLateStandsAtTheEndOfWhatIsShownOrOfItsOwnThread() {
        MessageRow waits = say("Slow", Optional.empty());
        MessageRow next = say("Quick", Optional.empty());
        answer(next, "Quick.");
        answer(waits, "Slow.");
        assertThat(shown()).containsExactly("Slow", "Quick", "Quick.", "Slow.");

        MessageRow other = say("Other", Optional.of(next.id()));
        MessageRow elsewhere = say("Elsewhere", Optional.of(waits.id()));
        answer(other, "Other.");
        assertThat(shown()).as("the reader is elsewhere").containsExactly("Elsewhere");
        journal.threads().show(other.id());
        assertThat(shown()).containsExactly("Slow", "Other", "Other.");
        assertThat(row("Slow").variants()).containsExactly(waits.id(), elsewhere.id());
    }

    @Test
    void aDecisionIsShownWhereverItsMessageStands() {
        MessageRow first = say("Why?", Optional.empty());
        answer(first, "Because.");
        MessageRow edited = say("How?", Optional.of(first.id()));
        journal.threads().show(first.decision());
        assertThat(shown()).containsExactly("Why?", "Because.");
        journal.threads().show(edited.decision());
        assertThat(shown()).containsExactly("How?");
    }

    @Test
    void aBranchHoldsACopyOfTheWayThereAndTellsOfTheSameDecisions() {
        MessageRow said = say("Why?", Optional.empty());
        MessageId first = answer(said, "Because.");
        MessageId second = again(said, "Since.", first);
        say("More", Optional.empty());
        ConversationId branch = ids.conversation();
        journal.threads().branch(second, branch, "Why? (branch)", ids, NOON);

        assertThat(journal.messages(branch)).extracting(MessageRow::text).containsExactly("Why?", "Since.");
        assertThat(journal.messages(branch)).extracting(MessageRow::decision).as("the question with its answer's").containsOnly(
                journal.message(second).orElseThrow().decision());
        assertThat(journal.decisionsOf(branch)).hasSize(1);
        assertThat(journal.conversations()).extracting(ConversationRow::title).contains("Why? (branch)");
        journal.delete(conversation);
        assertThat(journal.messages(branch)).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> journal.threads().branch(second, ids.conversation(), "", ids, NOON));
    }

    @Test
    void whatHadBeenSentAlongGoesIntoTheBranchToo() {
        MessageRow first = say("What does it say?", Optional.empty(), "rent.txt");
        MessageRow edited = say("What does it say of the rent?", Optional.of(first.id()));
        MessageId answer = answer(edited, "By the fifth.");
        say("And this?", Optional.empty(), "later.txt");
        ConversationId branch = ids.conversation();
        journal.threads().branch(answer, branch, "Rent", ids, NOON);

        List<DocumentRow> sent = journal.documents().of(branch);
        assertThat(sent).extracting(DocumentRow::name).containsExactly("rent.txt");
        assertThat(journal.messages(branch)).extracting(MessageRow::id).contains(sent.getFirst().message());
        journal.delete(conversation);
        assertThat(journal.documents().fragments(sent.getFirst().id())).extracting(Fragment::text).containsExactly("The rent is due.", "By the fifth.");
    }

    @Test
    void aSummaryGoesWithTheMessagesThatItSumsUp() {
        MessageRow first = say("My name is Ayşe", Optional.empty());
        MessageId summed = answer(first, "Hello, Ayşe");
        MessageRow more = say("More", Optional.empty());
        var summary = new SummaryRow(conversation, summed, 2, "Ayşe greets.", DEEP, NOON);
        journal.documents().sum(summary);
        journal.threads().drop(more.id());
        journal.threads().erase(more.id());
        assertThat(journal.documents().summary(conversation)).as("of what is still there").contains(summary);
        journal.threads().drop(summed);
        assertThat(journal.documents().summary(conversation)).as("it may come back").isPresent();
        journal.threads().erase(summed);
        assertThat(journal.documents().summary(conversation)).isEmpty();
        journal.documents().sum(summary);
        assertThat(journal.documents().summary(conversation)).as("what was made meanwhile comes too late").isEmpty();
    }

    @Test
    void whatIsDroppedIsOutOfSightAndComesBackAsItWas() {
        MessageRow first = say("Why?", Optional.empty());
        MessageId because = answer(first, "Because.");
        MessageRow more = say("More", Optional.empty());
        journal.finished(new Ending(more.decision(), more.id(), conversation, MessageRow.State.PARKED, Optional.empty(), Optional.empty(),
                Optional.empty(), Duration.ZERO, Optional.of(NOON.plusSeconds(60)), NOON));
        Optional<MessageId> head = journal.threads().drop(because);
        assertThat(shown()).containsExactly("Why?");
        assertThat(journal.parked()).as("what followed does not wait").isEmpty();
        assertThat(journal.message(more.id())).isEmpty();
        journal.threads().restore(because, head);
        assertThat(shown()).containsExactly("Why?", "Because.", "More");
        assertThat(journal.parked()).hasSize(1);
        Optional<MessageId> before = journal.threads().drop(more.id());
        assertThat(journal.threads().drop(more.id())).as("there is nothing to take twice").isEmpty();
        Optional<MessageId> last = journal.threads().drop(because);
        journal.threads().restore(because, last);
        assertThat(shown()).as("what was deleted before does not come back with it").containsExactly("Why?", "Because.");
        journal.threads().restore(more.id(), before);
        assertThat(shown()).containsExactly("Why?", "Because.", "More");
    }

    @Test
    void whereAVariantIsDroppedAnotherIsShown() {
        MessageRow said = say("Why?", Optional.empty());
        MessageId first = answer(said, "Because.");
        MessageId second = again(said, "Since.", first);
        journal.threads().drop(second);
        assertThat(shown()).containsExactly("Why?", "Because.");
        assertThat(row("Because.").variants()).containsExactly(first);
    }

    @Test
    void whatIsErasedIsGoneAndItsCostIsNot() {
        MessageRow said = say("secret plans", Optional.empty());
        MessageId answer = answer(said, "shh");
        long deletions = journal.deletions();
        journal.threads().drop(answer);
        journal.threads().erase(answer);
        assertThat(shown()).containsExactly("secret plans");
        assertThat(journal.deletions()).isGreaterThan(deletions);
        assertThat(journal.decision(said.decision())).isPresent();
        journal.threads().drop(said.id());
        journal.threads().erase(said.id());
        assertThat(journal.conversations()).as("nothing is left of it").isEmpty();
        assertThat(journal.decision(said.decision()).orElseThrow().text()).isEmpty();
    }

    @Test
    void anAnswerToAMessageThatWasDroppedMeanwhileIsNotPutAnywhere() {
        MessageRow said = say("Why?", Optional.empty());
        journal.threads().drop(said.id());
        answer(said, "Because.");
        assertThat(shown()).isEmpty();
        journal.threads().erase(said.id());
        assertThat(journal.conversations()).isEmpty();
    }

    @Test
    void whatTheReaderHadDeletedBeforeACrashIsErasedAtTheNextStart() {
        MessageRow said = say("Why?", Optional.empty());
        journal.threads().drop(answer(said, "Because."));
        reopen();
        assertThat(shown()).containsExactly("Why?");
        assertThat(journal.threads().answerTo(said.id())).isEmpty();
    }

    @Test
    @DisplayName("S4: what had come of an answer at a crash stands below its message and says so")
    void piecesOfAnAnswerOutliveACrash() {
        MessageRow said = say("Tell me", Optional.empty());
        MessageId answer = ids.message();
        journal.came(new Piece(said.decision(), answer, 0, "", "Once "));
        journal.cameToNothing(said.decision());
        journal.came(new Piece(said.decision(), answer, 0, "", "Bir "));
        journal.came(new Piece(said.decision(), answer, 1, "", "varmış, "));
        journal.came(new Piece(said.decision(), answer, 2, "", "bir yokmuş"));
        reopen();
        assertThat(journal.messages(conversation)).extracting(MessageRow::text).containsExactly("Tell me", "Bir varmış, bir yokmuş");
        assertThat(journal.messages(conversation)).extracting(MessageRow::state)
                .containsExactly(MessageRow.State.STOPPED, MessageRow.State.INTERRUPTED);
        assertThat(journal.messages(conversation).getLast().id()).isEqualTo(answer);
        reopen();
        assertThat(shown()).as("once").hasSize(2);
    }

    @Test
    @DisplayName("S4: an answer asked for again and cut off by a crash leaves the first one alone")
    void aCrashInASecondAnswerKeepsTheFirst() {
        MessageRow said = say("Tell me", Optional.empty());
        MessageId first = answer(said, "Whole.");
        DecisionId decision = ids.decision();
        journal.onceMore(said, decision, NOON);
        decide(decision);
        MessageId second = ids.message();
        journal.came(new Piece(decision, second, 0, "", "Hal"));
        reopen();
        assertThat(shown()).containsExactly("Tell me", "Hal");
        assertThat(row("Hal").variants()).containsExactly(first, second);
        assertThat(journal.message(said.id()).orElseThrow().state()).isEqualTo(MessageRow.State.DONE);
    }

    @Test
    void aWholeAnswerTakesThePlaceOfItsPieces() {
        MessageRow said = say("Tell me", Optional.empty());
        journal.came(new Piece(said.decision(), ids.message(), 0, "", "Who"));
        answer(said, "Whole.");
        reopen();
        assertThat(shown()).containsExactly("Tell me", "Whole.");
    }

    @Test
    void draftsAreKeptByConversationUntilThereIsNothingInThem() {
        MessageRow said = say("Why?", Optional.empty());
        var unsaid = new Draft(Optional.empty(), "Yarım kalmış", Optional.empty(), Optional.of(Tier.DEEP), Optional.empty());
        var edited = new Draft(Optional.of(conversation), "", Optional.of(new Draft.Edit(said.id(), "Why not?")), Optional.empty(),
                Optional.of("qwen3-32b@groq"));
        journal.keep(unsaid);
        journal.keep(edited);
        journal.keep(new Draft(Optional.of(ids.conversation()), "of a conversation that is gone", Optional.empty(), Optional.empty(),
                Optional.empty()));
        reopen();
        assertThat(journal.drafts()).containsExactlyInAnyOrder(unsaid, edited);
        journal.threads().drop(said.id());
        assertThat(journal.drafts()).as("the message is gone, its new words are not")
                .containsExactlyInAnyOrder(unsaid, new Draft(Optional.of(conversation), "Why not?", Optional.empty(), Optional.empty(), edited.model()));
        journal.threads().restore(said.id(), Optional.empty());
        journal.keep(new Draft(Optional.empty(), " ", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(journal.drafts()).containsExactly(edited);
        journal.delete(conversation);
        assertThat(journal.drafts()).isEmpty();
    }
}
