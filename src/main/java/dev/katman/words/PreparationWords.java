package dev.katman.words;

import dev.katman.conversation.Column;
import dev.katman.exchange.PreparationPrice;
import dev.katman.exchange.PreparationProgress;
import dev.katman.exchange.Prepared;
import dev.katman.journal.PreparationGoal;
import dev.katman.settings.Texts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;

/** Sentences about documents that the worker prepares, in one language. */
public final class PreparationWords {
    private final Words words;
    private final Texts texts;

    public PreparationWords(Words words) {
        this.words = words;
        texts = words.texts();
    }

    /** What the message says that asks for it. */
    public String message(String document, PreparationGoal goal) {
        return switch (goal) {
            case PreparationGoal.Summary summary -> texts.get("words.prepare.summary", document);
            case PreparationGoal.Table(var columns) when columns.isEmpty() -> texts.get("words.prepare.table", document);
            case PreparationGoal.Table(var columns) -> texts.get("words.prepare.columns", document, columns.stream().map(Column::name).collect(Collectors.joining(", ")));
        };
    }

    /** "9 pieces · 27,300 tokens to read, at most 4,950 to write · about 40 s". */
    public String price(PreparationPrice price) {
        if (price.withoutModel()) {
            return texts.get("words.prepare.without_model");
        }
        return texts.count("words.prepare.calls", price.steps()) + " · " + texts.get("words.prepare.tokens", price.promptTokens(), price.completionTokens())
                + " · " + texts.get("words.prepare.about", words.duration(rounded(price.time())).replace(' ', '\u00a0')); // the last line of it is not a unit alone
    }

    /** "llama-4-scout@groq: 9 calls, 27,300 tokens to read, at most 4,950 to write". */
    public String share(PreparationPrice.Share share) {
        return texts.get("words.prepare.share", share.deployment(), texts.count("words.prepare.calls", share.calls()),
                texts.get("words.prepare.tokens", share.promptTokens(), share.completionTokens()));
    }

    /** How far it is, and how long the rest will take. */
    public String progress(PreparationProgress progress, ZoneId zone) {
        if (progress.done() == progress.steps()) {
            return far(progress);
        }
        String left = left(progress);
        return progress.waiting().map(PreparationProgress.Waiting::until).map(until -> left + " · " + texts.get("words.prepare.waits", DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(texts.locale()).withZone(zone).format(until))).orElse(left);
    }

    /** "3 of 12 · about 40 s left". */
    public String left(PreparationProgress progress) {
        return far(progress) + " · " + texts.get("words.prepare.left", words.duration(rounded(progress.left())));
    }

    private String far(PreparationProgress progress) {
        return texts.get("words.prepare.of", progress.done(), progress.steps());
    }

    /** For whom it waits, and how long from then. */
    public String waits(PreparationProgress.Waiting waiting, Instant now) {
        return texts.get("words.prepare.refill", words.duration(rounded(Duration.between(now, waiting.until()))), waiting.whom());
    }

    /** What it came to, or where it stands. */
    public String outcome(Prepared prepared) {
        return made(prepared) + " · " + words.tokens(prepared.paid().total());
    }

    /** "9 pieces · 1 of them without a model". */
    public String made(Prepared prepared) {
        String pieces = texts.count("words.prepare.pieces", prepared.pieces());
        return prepared.unaided() == 0 ? pieces : pieces + " · " + texts.count("words.prepare.unaided", prepared.unaided());
    }

    /** Nobody knows it to the tenth of a second. */
    private static Duration rounded(Duration time) {
        return Duration.ofSeconds(Math.max(1, time.plusMillis(500).toSeconds()));
    }
}
