package dev.katman.words;

import dev.katman.catalog.Axis;
import dev.katman.catalog.CatalogException;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.exchange.Imported;
import dev.katman.exchange.Trouble;
import dev.katman.journal.BackupException;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.JournalException;
import dev.katman.pacing.Pacer;
import dev.katman.provider.Failure;
import dev.katman.quota.Level;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Standing;
import dev.katman.routing.Verdict;
import dev.katman.settings.DataFolder;
import dev.katman.settings.Texts;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;

/** Sentences about values, in one language. */
public final class Words {
    private static final int THOUSAND = 1_000;
    /** Less would be rounded to nothing. */
    private static final double LEAST_SHARE = 0.005;
    private static final Duration BRIEF = Duration.ofMillis(10);
    /** From here on seconds are written whole. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Texts texts;

    public Words(Texts texts) {
        this.texts = texts;
    }

    /** The texts themselves. */
    public Texts texts() {
        return texts;
    }

    /** "Deep brain". */
    public String tier(Tier tier) {
        return texts.get("words.tier." + key(tier));
    }

    /** "task" or "conversation". */
    public String type(MessageType type) {
        return texts.get("words.type." + key(type));
    }

    /** "first choice", "backup". */
    public String standing(Standing standing) {
        return texts.get("words.standing." + key(standing));
    }

    /** What came of an import, and what to do where nothing did. */
    public String imported(Imported imported, Path file) {
        return switch (imported) {
            case Imported.Taken taken -> {
                var text = new StringBuilder(taken.conversations() == 0 && taken.messages() == 0 ? texts.get("words.imported.nothing")
                        : texts.count("words.imported.conversations", taken.conversations()) + " "
                                + texts.count("words.imported.messages", taken.messages()));
                if (taken.known() > 0) {
                    text.append(' ').append(texts.count("words.imported.known", taken.known()));
                }
                if (taken.skipped() > 0) {
                    text.append(' ').append(texts.count("words.imported.skipped", taken.skipped()));
                }
                yield text.toString();
            }
            case Imported.Refused refused -> texts.get("words.imported.refused." + key(refused.reason()), file);
        };
    }

    /**
     * "1 m 20 s"; below ten seconds with one digit after the comma, below one with two, unless it is whole seconds; what is too short for
     * these in "3 ms".
     */
    public String duration(Duration duration) {
        if (duration.isPositive() && duration.compareTo(BRIEF) < 0) {
            return texts.get("words.millis", Math.ceilDiv(duration.toNanos(), Duration.ofMillis(1).toNanos()));
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            double seconds = duration.toMillis() / 1000.0;
            NumberFormat format = NumberFormat.getInstance(texts.locale());
            int digits = seconds < 1 ? 2 : seconds < 10 ? 1 : 0;
            format.setMaximumFractionDigits(digits);
            format.setMinimumFractionDigits(seconds == Math.rint(seconds) ? 0 : digits);
            return texts.get("words.seconds", format.format(seconds));
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return texts.get("words.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        return texts.get("words.hours", duration.toHours(), duration.toMinutesPart());
    }

    /** As {@link #duration}, with every digit written even where it is nothing, so that times in a column can be compared: "0.10 s". */
    public String measured(Duration duration) {
        if (duration.compareTo(BRIEF) < 0 && duration.isPositive() || duration.compareTo(LONG) >= 0) {
            return duration(duration);
        }
        double seconds = duration.toMillis() / 1000.0;
        NumberFormat format = NumberFormat.getInstance(texts.locale());
        format.setMinimumFractionDigits(seconds < 1 ? 2 : 1);
        format.setMaximumFractionDigits(seconds < 1 ? 2 : 1);
        return texts.get("words.seconds", format.format(seconds));
    }

    /** "1,204 tokens". */
    public String tokens(long tokens) {
        return texts.count("words.tokens", tokens);
    }

    /** "200K", "1M", "850": a limit, short. */
    public String limit(long limit) {
        if (limit >= THOUSAND * THOUSAND && limit % (THOUSAND * 100) == 0) {
            return texts.number(limit / (double) (THOUSAND * THOUSAND)) + "M";
        }
        return limit >= THOUSAND && limit % 100 == 0 ? texts.number(limit / (double) THOUSAND) + "K" : texts.number(limit);
    }

    /** "tokens a minute". */
    public String axis(Axis axis) {
        return texts.get("words.axis." + key(axis));
    }

    /** "124,300 of 200K tokens a day left". */
    public String left(Level level) {
        return texts.get("words.left", level.left(), limit(level.limit()), axis(level.axis()));
    }

    /** Why a candidate may or may not be asked, with its figures. */
    public String verdict(Candidate c) {
        return switch (c.verdict()) {
            case ADMITTED -> c.axis().isEmpty() ? texts.get("words.verdict.unlimited")
                    : texts.get("words.verdict.admitted", c.need(), Math.max(0, c.limit() - c.level()), axis(c.axis().get()));
            case NO_ROOM -> texts.get("words.verdict.no_room", c.axis().map(this::axis).orElse(""), duration(c.roomIn()));
            case TOO_LARGE -> texts.get("words.verdict.too_large", c.need(), limit(c.limit()));
            case BENCHED -> texts.get("words.verdict.benched", duration(c.roomIn()));
            case RETIRED, NO_KEY, PACED -> texts.get("words.verdict." + key(c.verdict()));
        };
    }

    /** Why the message went to its tier, in a sentence. */
    public String reason(Decision d) {
        String key = "words.reason." + key(d.reason());
        return switch (d.reason()) {
            case CONVERSATION, EASY_TASK -> texts.get(key, d.assessment().difficulty());
            case HARD_TASK -> d.pace().kept() ? texts.get("words.reason.hard_task.kept", d.assessment().difficulty(), left(d.pace()))
                    : texts.get(key, d.assessment().difficulty());
            case CONTESTED_AFFORDED, CONTESTED_KEPT -> texts.get(key, d.assessment().difficulty(), left(d.pace()));
            case CONTESTED_NO_ROOM -> texts.get(key, d.assessment().difficulty());
            case ASKED_FOR -> texts.get(key, tier(d.tier()));
        };
    }

    /** "62% of the day’s budget left", and where known what harder questions will likely need of it. */
    private String left(Decision.Pace pace) {
        return pace.usualShare().isPresent()
                ? texts.get("words.pace.usual", left(pace.leftShare()), Pacer.AHEAD.toHours(), percent(pace.usualShare().getAsDouble()))
                : texts.get("words.pace.left", left(pace.leftShare()));
    }

    /** Who judged, and why not the router model where it did not. */
    public String judged(Assessment assessment) {
        if (!assessment.judgedBy().equals(Assessment.LOCAL)) {
            return texts.get("words.judged.by", assessment.judgedBy());
        }
        return assessment.note().isEmpty() ? texts.get("words.judged.here")
                : texts.get("words.judged." + assessment.note().toLowerCase(Locale.ROOT));
    }

    /** "62%" of a budget: what is left of it is never written as nothing, and what is missing never as all. */
    public String left(double share) {
        return share > 0 && share < LEAST_SHARE ? "<" + percent(0.01) : share < 1 && share >= 1 - LEAST_SHARE ? ">" + percent(0.99) : percent(share);
    }

    /** "62%", the language's way. */
    public String percent(double share) {
        return texts.get("words.percent", Math.round(share * 100));
    }

    /** What went wrong on the wire. */
    public String failure(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited f -> f.axis().isPresent() ? texts.get("words.failure.limited_axis", axis(f.axis().get()))
                    : texts.get("words.failure.limited");
            case Failure.TooLarge f -> texts.get("words.failure.too_large");
            case Failure.KeyRefused f -> texts.get("words.failure.key");
            case Failure.ModelGone f -> texts.get("words.failure.gone");
            case Failure.OutputInvalid f -> texts.get("words.failure.output");
            case Failure.BadRequest f -> texts.get("words.failure.request");
            case Failure.ProviderTrouble f -> texts.get("words.failure.trouble", f.http());
            case Failure.Unreachable f -> texts.get(f.byProxy() ? "words.failure.proxy" : "words.failure.unreachable");
            case Failure.TimedOut f -> texts.get("words.failure.silent", duration(f.after()));
            case Failure.Cut f -> texts.get("words.failure.cut");
            case Failure.Garbled f -> texts.get("words.failure.garbled");
            case Failure.Cancelled f -> texts.get("words.failure.stopped");
        };
    }

    /** "kimi-k2-instruct was cut off after 212 tokens: …; the next one answers". */
    public String failed(ExchangeEvent.AttemptFailed event) {
        return event.started()
                ? texts.get("words.failed.after", event.deployment().model(), event.tokens(), failure(event.failure()))
                : texts.get("words.failed.before", event.deployment().model(), failure(event.failure()));
    }

    /** Who answered, and instead of whom. */
    public String served(DecisionRecord record) {
        if (record.served().isEmpty()) {
            return texts.get("words.served.nobody");
        }
        String served = record.served().get().model();
        return record.decision().chosen().filter(chosen -> !chosen.equals(record.served().get()))
                .map(chosen -> texts.get("words.served.instead", served, chosen.model().equals(served) ? chosen.toString() : chosen.model()))
                .orElse(served);
    }

    /** How a call ended. */
    public String outcome(CallRecord call) {
        return call.outcome().map(o -> texts.get("words.outcome." + key(o))).orElseGet(() -> texts.get("words.outcome.under_way"));
    }

    /** Why a message has no answer, and what to do. */
    public String unanswered(DecisionRecord record) {
        if (record.parkedUntil().isPresent()) {
            return texts.get("words.unanswered.parked", record.decision().leastWait().map(this::duration).orElse("–"));
        }
        if (!record.attempts().isEmpty()) {
            return texts.get("words.unanswered.failed", record.attempts().size());
        }
        var candidates = record.decision().candidates();
        if (candidates.stream().anyMatch(c -> c.verdict() == Verdict.TOO_LARGE)) {
            Candidate widest = candidates.stream().filter(c -> c.verdict() == Verdict.TOO_LARGE)
                    .max(Comparator.comparingLong(Candidate::limit)).orElseThrow();
            return texts.get("words.unanswered.too_large", widest.need(), widest.limit());
        }
        return texts.get("words.unanswered.no_key");
    }

    /** What only the user can mend, or should know. */
    public String trouble(Trouble trouble) {
        return switch (trouble) {
            case Trouble.KeyRefused key -> key.provider().keyEnv()
                    .map(variable -> texts.get("words.trouble.key", key.provider().name(), variable))
                    .orElseGet(() -> texts.get("words.trouble.no_key", key.provider().name()));
            case Trouble.ModelGone gone -> texts.get("words.trouble.gone", gone.deployment());
        };
    }

    /** What is wrong with the data folder, and what to do. */
    public String journal(JournalException fault, Path home) {
        return texts.get("words.journal." + key(fault.kind()), home);
    }

    /** What keeps the data folder from being used, and what to do. */
    public String folder(DataFolder.Unusable fault, Path home) {
        return texts.get("words.journal." + key(fault.reason()), home);
    }

    /** Why a backup was not made or not taken back, and what to do. */
    public String backup(BackupException fault, Path file) {
        return texts.get("words.backup." + key(fault.kind()), file);
    }

    /** A catalogue that was refused; the program goes on with its own. */
    public String catalog(CatalogException fault, Path file) {
        return texts.get("words.catalog.refused", file, fault.line(), fault.field().isEmpty() ? "–" : fault.field(), fault.expected());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
