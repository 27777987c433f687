package dev.katman.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Sees to it that parked messages are answered when there is room, also those of an earlier run. */
final class Attendant implements AutoCloseable {
    /** However far away the next one is, the queue is looked at so often: somebody may have parked one, or corrected a level. */
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private final Exchange exchange;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("katman-attendant");
    private volatile Consumer<Answer> listener = answer -> { };

    Attendant(Exchange exchange, InstantSource clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Said again, only the listener changes. */
    void start(Consumer<Answer> answered) {
        listener = answered;
        rounds.start(() -> {
            Optional<Instant> next = exchange.answerDue(answer -> listener.accept(answer));
            Duration until = next.map(at -> Duration.between(clock.instant(), at)).orElse(GLANCE);
            return until.compareTo(GLANCE) < 0 && until.isPositive() ? until : GLANCE;
        });
    }

    @Override
    public void close() {
        rounds.close();
    }
}
