package dev.katman.ui.chat;

import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class WhereaboutsTest extends InConversation {
    private final Whereabouts where = new Whereabouts(model.rows());

    private void answered() {
        begin();
        on(List.of(text("Because.\n\nIt was *İstanbul* then."), finished(Answer.Result.ANSWERED, "Because.\n\nIt was *İstanbul* then.")));
    }

    @Test
    void aMessageAndItsDecisionLeadToWhatTheReaderSaid() {
        answered();
        assertThat(where.of(message)).isEqualTo(1);
        assertThat(where.of(reply)).isEqualTo(model.rows().size() - 1);
        assertThat(where.of(decision)).isZero();
        assertThat(where.of(decision, List.of())).isZero();
        assertThat(where.of(ids.message())).isEqualTo(-1);
        assertThat(where.of(ids.decision(), List.of())).isEqualTo(-1);
    }

    @Test
    void wordsAreFoundInTheBlockThatHoldsThemAllElseSome() {
        answered();
        assertThat(where.of(decision, List.of("istanbul", "then"))).isEqualTo(3);
        assertThat(where.of(decision, List.of("then", "gone"))).isEqualTo(3);
        assertThat(where.of(decision, List.of("because"))).isEqualTo(2);
        assertThat(where.of(decision, List.of("gone"))).as("not seen as it was written").isZero();
    }

    @Test
    void wordsOfAnOlderMessageAreNotLookedForAndWhatHasNoDecisionHereIsFoundByItsWords() {
        model.rows().add(new ChatRow.Said("Because?"));
        answered();
        assertThat(where.of(decision, List.of("because"))).as("below what was decided on").isEqualTo(3);
        assertThat(where.of(ids.decision(), List.of("because"))).isZero();
        assertThat(where.of(ids.decision(), List.of("gone"))).isEqualTo(-1);
    }

    @Test
    void whileAnAnswerIsUnderWayItsDecisionIsNotHere() {
        begin();
        on(List.of(new ExchangeEvent.Text("Because")));
        assertThat(where.of(decision)).isEqualTo(-1);
    }
}
