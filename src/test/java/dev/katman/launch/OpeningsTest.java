package dev.katman.launch;

import dev.katman.cli.Refusal;
import dev.katman.journal.Erasure;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How often the window is opened, and what happens in between. */
class OpeningsTest {
    private static final Refusal LOCKED = new Refusal(1, "Another Katman has these data open. Close it.");

    private final List<String> happened = new ArrayList<>();

    /** Where the data can be used the window ends so; else nothing. */
    private Openings openings(List<Optional<Optional<Openings.Ending>>> windows, boolean tries) {
        Iterator<Optional<Optional<Openings.Ending>>> next = windows.iterator();
        return new Openings(new Openings.Opener() {
            @Override
            public Optional<Openings.Ending> untilClosed() throws Refusal {
                happened.add("opened");
                return next.next().orElseThrow(() -> LOCKED);
            }

            @Override
            public boolean isTriedAgain(Refusal why) {
                happened.add(why.getMessage());
                return tries;
            }

            @Override
            public void erase(Erasure what) {
                happened.add("erased " + what);
            }
        });
    }

    private static Optional<Optional<Openings.Ending>> anew(Optional<Erasure> erase) {
        return Optional.of(Optional.of(new Openings.Ending(erase)));
    }

    @Test
    void dataThatCannotBeUsedAreTriedAgainForAsLongAsSomebodyWants() throws Exception {
        openings(List.of(Optional.empty(), Optional.empty(), Optional.of(Optional.empty())), true).run();
        assertThat(happened).containsExactly("opened", LOCKED.getMessage(), "opened", LOCKED.getMessage(), "opened");
    }

    @Test
    void whoGivesUpIsToldOnTheTerminalToo() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> openings(List.of(Optional.empty()), false).run()).isSameAs(LOCKED);
        assertThat(happened).containsExactly("opened", LOCKED.getMessage());
    }

    @Test
    void whatIsErasedIsErasedBetweenTwoWindows() throws Exception {
        openings(List.of(anew(Optional.of(Erasure.CONVERSATIONS)), anew(Optional.empty()), Optional.of(Optional.empty())), false).run();
        assertThat(happened).containsExactly("opened", "erased CONVERSATIONS", "opened", "opened");
    }

    @Test
    void dataThatCannotBeUsedAfterTheyWereErasedAreTriedAgainAndErasedOnce() throws Exception {
        openings(List.of(anew(Optional.of(Erasure.EVERYTHING)), Optional.empty(), Optional.of(Optional.empty())), true).run();
        assertThat(happened).containsExactly("opened", "erased EVERYTHING", "opened", LOCKED.getMessage(), "opened");
    }
}
