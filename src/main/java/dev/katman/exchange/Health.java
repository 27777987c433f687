package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.journal.Journal;
import dev.katman.provider.Failure;
import dev.katman.routing.Rests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who is well. Trouble opens a breaker for one deployment: it rests, each time twice as long, and then one call may try it. A refusal benches
 * it for as long as it asked, but no longer than its axis needs to refill; a later, shorter bench never shortens a longer one. A refused key
 * stops its provider; a model that is gone is passed over for a day. Safe for use by many threads.
 */
final class Health {
    static final Duration FIRST_REST = Duration.ofSeconds(5);
    static final Duration LONGEST_REST = Duration.ofMinutes(5);
    /** A refusal that names neither axis nor wait. */
    private static final Duration UNNAMED = Duration.ofSeconds(10);
    static final Duration GONE = Duration.ofDays(1);

    private final Supplier<Catalog> catalog;
    private final Journal journal;
    private final Map<DeploymentId, Breaker> breakers = new HashMap<>();
    private final Map<DeploymentId, Instant> benched = new HashMap<>();
    private final Map<String, Instant> refused = new HashMap<>();
    private final Map<DeploymentId, Instant> gone = new HashMap<>();

    /** @param probing whether somebody is trying it just now */
    private record Breaker(int failures, Instant until, boolean probing) {
    }

    Health(Supplier<Catalog> catalog, Journal journal) {
        this.catalog = catalog;
        this.journal = journal;
        gone.putAll(journal.modelsGone());
    }

    /** Who cannot be asked at that instant. */
    synchronized Rests rests(Instant now) {
        var rests = new HashMap<DeploymentId, Duration>();
        benched.forEach((id, until) -> longer(rests, id, Duration.between(now, until)));
        breakers.forEach((id, breaker) -> longer(rests, id, breaker.probing() ? FIRST_REST : Duration.between(now, breaker.until())));
        var away = new HashSet<DeploymentId>();
        gone.forEach((id, since) -> {
            if (Duration.between(since, now).compareTo(GONE) < 0) {
                away.add(id);
            }
        });
        return new Rests(rests, away, refused.keySet());
    }

    private static void longer(Map<DeploymentId, Duration> rests, DeploymentId id, Duration rest) {
        if (rest.isPositive()) {
            rests.merge(id, rest, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }

    /**
     * A call is about to go there.
     *
     * @param force whether it goes there however ill it is
     * @return for how long it is to rest, perhaps because somebody else is trying just now whether it is well again; empty to go
     */
    synchronized Optional<Duration> enter(DeploymentId id, boolean force, Instant now) {
        Rests rests = rests(now);
        if (rests.gone().contains(id) || rests.refused().contains(id.provider())) {
            return Optional.of(GONE); // heard since it was decided; nobody knows when that is mended
        }
        if (rests.benched().containsKey(id) && !force) {
            return Optional.of(rests.benched().get(id));
        }
        breakers.computeIfPresent(id, (same, breaker) -> new Breaker(breaker.failures(), breaker.until(), true));
        return Optional.empty();
    }

    /** What came of it. */
    synchronized void heard(DeploymentId id, Wire.Result result, Instant now) {
        switch (result) {
            case Wire.Result.Answered answered -> {
                breakers.remove(id);
                if (gone.remove(id) != null) {
                    journal.modelIsBack(id);
                }
            }
            case Wire.Result.Denied denied -> probeEnded(id);
            case Wire.Result.Resting resting -> throw new IllegalStateException("it never entered: " + id);
            case Wire.Result.Broken broken -> failed(id, broken.failure(), now);
        }
    }

    /** The call ended in a fault of ours, which says nothing of the deployment: the next one may try. */
    synchronized void unheard(DeploymentId id) {
        probeEnded(id);
    }

    private void failed(DeploymentId id, Failure failure, Instant now) {
        switch (failure) {
            case Failure.RateLimited limited -> {
                probeEnded(id);
                Duration window = limited.axis().orElse(Axis.TPD).window();
                Duration wait = limited.retryAfter().orElse(limited.axis().isPresent() && limited.used().isPresent() ? Duration.ZERO : UNNAMED);
                benched.merge(id, now.plus(wait.compareTo(window) < 0 ? wait : window), (a, b) -> a.isAfter(b) ? a : b);
            }
            case Failure.KeyRefused key -> {
                probeEnded(id);
                keyRefused(id.provider(), now);
            }
            case Failure.ModelGone model -> {
                probeEnded(id);
                gone(id, now);
            }
            case Failure.ProviderTrouble f -> opens(id, now);
            case Failure.Unreachable f -> opens(id, now);
            case Failure.TimedOut f -> opens(id, now);
            case Failure.Cut f -> opens(id, now);
            case Failure.Garbled f -> opens(id, now);
            case Failure.TooLarge f -> probeEnded(id);
            case Failure.BadRequest f -> probeEnded(id);
            case Failure.OutputInvalid f -> probeEnded(id);
            case Failure.Cancelled f -> probeEnded(id);
        }
    }

    private void opens(DeploymentId id, Instant now) {
        int failures = breakers.containsKey(id) ? breakers.get(id).failures() + 1 : 1;
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, 10));
        breakers.put(id, new Breaker(failures, now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST), false));
    }

    /** Neither well nor ill: the next one may try. */
    private void probeEnded(DeploymentId id) {
        breakers.computeIfPresent(id, (same, breaker) -> new Breaker(breaker.failures(), breaker.until(), false));
    }

    private void gone(DeploymentId id, Instant now) {
        gone.put(id, now);
        journal.modelGone(id, now);
    }

    /** The provider does not accept our key. */
    synchronized void keyRefused(String provider, Instant now) {
        refused.putIfAbsent(provider, now);
    }

    /** The provider has another key, or accepts the one it has after all: it may be asked again. */
    synchronized void keyChanged(String provider) {
        refused.remove(provider);
    }

    /** The provider listed what it serves. What it does not list is gone, unless the list names nothing that we know at all. */
    synchronized void listed(String provider, Set<String> names, Instant now) {
        var ours = catalog.get().deployments().stream().filter(d -> d.provider().id().equals(provider)).toList();
        if (ours.stream().noneMatch(d -> names.contains(d.name()))) {
            return;
        }
        ours.forEach(d -> {
            if (!names.contains(d.name())) {
                gone(d.id(), now);
            } else if (gone.remove(d.id()) != null) {
                journal.modelIsBack(d.id());
            }
        });
    }

    /** What only the user can mend, or should know. A model that the catalogue itself calls retired is no news. */
    synchronized List<Trouble> troubles(Instant now) {
        var troubles = new ArrayList<Trouble>();
        refused.forEach((id, since) -> catalog.get().provider(id).ifPresent(p -> troubles.add(new Trouble.KeyRefused(p, since))));
        Set<DeploymentId> away = rests(now).gone();
        catalog.get().deployments().stream().filter(d -> away.contains(d.id()) && d.retired().isEmpty())
                .forEach(d -> troubles.add(new Trouble.ModelGone(d.id(), gone.get(d.id()))));
        return troubles;
    }
}
