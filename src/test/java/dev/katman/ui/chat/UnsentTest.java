package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Ids;
import dev.katman.journal.Draft;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class UnsentTest {
    private final Ids ids = new Ids(() -> Instant.EPOCH, new Random(1));
    private final Unsent unsent = new Unsent();

    @Test
    void theNextMessageWaitsWhileAnotherIsWrittenAnew() {
        var message = ids.message();
        unsent.write("And then?");
        unsent.edit(message, "Why?");
        unsent.write("Why not?");
        assertThat(unsent.text()).isEqualTo("Why not?");
        var ask = unsent.ask(Optional.of(ids.conversation()), "Why not?", List.of());
        assertThat(ask.insteadOf()).contains(message);
        unsent.sent();
        assertThat(unsent.edited()).isEmpty();
        assertThat(unsent.text()).isEqualTo("And then?");
        unsent.sent();
        assertThat(unsent.text()).isEmpty();
    }

    @Test
    void whatCouldNotBeSentIsWrittenOnWhereItWasWritten() {
        var message = ids.message();
        unsent.write("And then?");
        unsent.back(Optional.of(message), "Why not?");
        assertThat(unsent.edited()).contains(message);
        assertThat(unsent.text()).isEqualTo("Why not?");
        unsent.leaveEdit();
        assertThat(unsent.text()).isEqualTo("And then?");
        unsent.back(Optional.empty(), "Well?");
        assertThat(unsent.text()).as("what was written meanwhile stays").isEqualTo("Well?\n\nAnd then?");
    }

    @Test
    void whatIsKeptIsAllThereAgain() {
        assertThat(unsent.isEmpty()).isTrue();
        unsent.pin(Pin.of(DeploymentId.parse("gpt-oss-120b@sandbox")));
        assertThat(unsent.isEmpty()).as("also what is insisted on is worth keeping").isFalse();
        unsent.write("And then?");
        unsent.edit(ids.message(), "Why not?");
        Draft kept = unsent.in(Optional.of(ids.conversation()));
        var again = new Unsent();
        again.restore(kept);
        assertThat(again.in(kept.conversation())).isEqualTo(kept);
        assertThat(again.pin()).isEqualTo(unsent.pin());
        unsent.pin(Pin.of(Tier.DEEP));
        again.restore(unsent.in(kept.conversation()));
        assertThat(again.pin()).isEqualTo(Pin.of(Tier.DEEP));
    }
}
