package dev.katman.exchange;

import dev.katman.exchange.PreparationProgress.Waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a document is, and how long the rest will take. To play the rest takes the longer the longer that is, so of a long document it is played
 * anew only when a part of it is done; in between it is told what is left of the last time.
 *
 * <p>Not safe for use by many threads.
 */
final class TimeLeft {
    /** Of the rest; a document of fewer pieces is played with each. */
    private static final int PART = 32;

    private final PreparationWork work;
    private final PreparationForecast forecast;
    private final Workers workers;
    private final Clock clock;
    private PreparationPrice rest;
    private Instant played;
    private int done;
    private int known;
    private boolean proposed;

    TimeLeft(PreparationWork work, PreparationForecast forecast, Workers workers, Clock clock) {
        this.work = work;
        this.forecast = forecast;
        this.workers = workers;
        this.clock = clock;
    }

    /** @param proposes whether the columns are still to be proposed */
    PreparationProgress told(boolean proposes, Optional<Waiting> waiting) {
        Instant now = clock.instant();
        int doneNow = work.done();
        if (rest == null || proposed != proposes || known != work.steps().size() || (doneNow - done) * PART >= rest.steps()) {
            rest = forecast.of(work.ahead(proposes), workers.all());
            played = now;
            done = doneNow;
            known = work.steps().size();
            proposed = proposes;
        }
        Duration left = rest.time().minus(Duration.between(played, now));
        Duration wait = waiting.map(w -> Duration.between(now, w.until())).orElse(Duration.ZERO);
        return new PreparationProgress(doneNow, done + rest.steps() - (proposes ? 1 : 0), left.compareTo(wait) > 0 ? left : wait, waiting);
    }
}
