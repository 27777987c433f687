package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.context.TokenCounter;
import dev.katman.quota.Admission;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;
import dev.katman.quota.Need;
import dev.katman.quota.Reservation;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One request from its admission to its end: checked, metered, befallen by what was scripted, and answered. */
final class Answers {
    /** For a request that states no cap. */
    private static final int USUAL_CAP = 1_024;

    private final List<Deployment> served;
    private final Ledger ledger;
    private final TokenCounter counter;
    private final Speaker speaker;
    private final Script script;
    private final InstantSource clock;
    private final Pace pace;

    Answers(List<Deployment> served, Ledger ledger, TokenCounter counter, Speaker speaker, Script script, InstantSource clock,
            Pace pace) {
        this.served = served;
        this.ledger = ledger;
        this.counter = counter;
        this.speaker = speaker;
        this.script = script;
        this.clock = clock;
        this.pace = pace;
    }

    /** @throws IOException when the connection is to be, or was, broken off; everything is settled then */
    void answer(Wire wire, WireCall call, Tally.Entry entry) throws IOException {
        entry.asked(call.model());
        Optional<Deployment> found = served.stream()
                .filter(d -> d.name().equals(call.model()) || d.model().id().equals(call.model())).findFirst();
        if (found.isEmpty()) {
            wire.refuse(Refusal.unknownModel(call.model()), entry);
            return;
        }
        Deployment deployment = found.get();
        var need = new Need(counter.prompt(deployment.model(), call.messages()),
                call.cap().orElse(Math.min(USUAL_CAP, deployment.maxCompletion().orElse(USUAL_CAP))));
        Optional<Refusal> wrong = wrong(deployment, need);
        if (wrong.isPresent()) {
            entry.asked(call.model(), need.promptTokens(), Optional.empty());
            wire.refuse(wrong.get(), entry);
            return;
        }
        Optional<Fault> fault = script.next(deployment);
        entry.asked(call.model(), need.promptTokens(), fault);
        switch (fault.orElse(Fault.NONE)) {
            case Fault.Reset r -> throw new IOException("reset, as scripted");
            case Fault.Overloaded o -> wire.refuse(Refusal.overloaded(deployment.name()), entry);
            case Fault.RateLimited(var axis) -> {
                fill(deployment, axis.orElseGet(() -> usualAxis(deployment)));
                admit(wire, call, deployment, need, Fault.NONE, entry);
            }
            case Fault other -> admit(wire, call, deployment, need, other, entry);
        }
    }

    private Optional<Refusal> wrong(Deployment deployment, Need need) {
        if (deployment.isRetired(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())) {
            return Optional.of(Refusal.decommissioned(deployment.name()));
        }
        if (deployment.maxCompletion().isPresent() && need.completionTokens() > deployment.maxCompletion().getAsInt()) {
            return Optional.of(Refusal.bad("`max_completion_tokens` must be less than or equal to `" + deployment.maxCompletion()
                    .getAsInt()
                    + "`, the maximum value for `max_completion_tokens` is less than the `context_window` for this model"));
        }
        return need.tokens() > deployment.model().context()
                ? Optional.of(Refusal.tooLong(need.tokens(), deployment.model().context())) : Optional.empty();
    }

    private void fill(Deployment deployment, Axis axis) {
        ledger.correct(deployment.id(), axis, deployment.limits().of(axis).orElseThrow(), OptionalLong.empty(), clock.instant());
    }

    private static Axis usualAxis(Deployment deployment) {
        var axes = deployment.limits().byAxis().keySet();
        return axes.contains(Axis.TPM) ? Axis.TPM : axes.iterator().next();
    }

    private void admit(Wire wire, WireCall call, Deployment deployment, Need need, Fault fault,
            Tally.Entry entry) throws IOException {
        Instant now = clock.instant();
        switch (ledger.reserve(deployment.id(), need, Kept.NOTHING, now)) {
            case Ledger.Result.Denied(var why) -> {
                wire.headers(limits(deployment, now));
                switch (why) {
                    case Admission.NoRoom full -> wire.refuse(Refusal.full(deployment, full), entry);
                    case Admission.NeverFits never -> wire.refuse(Refusal.tooLarge(deployment, never), entry);
                    case Admission.Fits f -> throw new IllegalStateException("denied though it fits");
                }
            }
            case Ledger.Result.Granted(var reservation) -> {
                ledger.open(reservation, now);
                entry.cost(0, need.tokens());
                try (var meter = new Meter(reservation, entry)) {
                    wire.headers(limits(deployment, now)); // a snapshot with the whole cap still reserved, as the real ones are
                    List<Level> levels = ledger.levels(now).stream().filter(l -> l.deployment().equals(deployment.id())).toList();
                    switch (speaker.speak(call, deployment, need, levels)) {
                        case Speaker.Said.Nothing(var tokens, var generation) -> {
                            meter.spent(tokens);
                            meter.settle();
                            wire.refuse(Refusal.schema(generation), entry);
                        }
                        case Speaker.Said.Words words -> new Writing(wire, call, deployment, counter, words, pace, meter,
                                clock.instant(), entry).write(fault);
                    }
                }
            }
        }
    }

    /** Requests are those of a day, tokens those of a minute; the other two axes stand in no header (facts/quota-law: headers). */
    private Map<String, String> limits(Deployment deployment, Instant now) {
        var headers = new LinkedHashMap<String, String>();
        Map.of("requests", Axis.RPD, "tokens", Axis.TPM).forEach((name, axis) -> ledger.level(deployment.id(), axis, now)
                .ifPresent(level -> {
            headers.put("x-ratelimit-limit-" + name, Long.toString(level.limit()));
            headers.put("x-ratelimit-remaining-" + name, Long.toString(level.left()));
            headers.put("x-ratelimit-reset-" + name, GoDuration.of(level.untilFull()));
        }));
        return headers;
    }

    /** Settles a call exactly once, with what was written by then. */
    final class Meter implements AutoCloseable {
        private final Reservation reservation;
        private final Tally.Entry entry;
        private long written;
        private boolean settled;

        private Meter(Reservation reservation, Tally.Entry entry) {
            this.reservation = reservation;
            this.entry = entry;
        }

        long promptTokens() {
            return reservation.need().promptTokens();
        }

        long written() {
            return written;
        }

        /** Completion tokens so far. */
        void spent(long completionTokens) {
            written = completionTokens;
        }

        /** Ours must be settled before the client can know of it, or its level could be below ours for a moment. */
        void settle() {
            if (!settled) {
                settled = true;
                var cost = new Need(reservation.need().promptTokens(), written);
                ledger.settle(reservation, cost, clock.instant());
                entry.cost(written, cost.tokens());
                entry.ended();
            }
        }

        @Override
        public void close() {
            settle();
        }
    }
}
