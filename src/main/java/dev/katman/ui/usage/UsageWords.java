package dev.katman.ui.usage;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Tier;
import dev.katman.settings.Texts;
import dev.katman.ui.kit.Figures;
import dev.katman.words.Words;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Figures, times and spans of this page, in the reader's language. Knows no scene. */
final class UsageWords {
    private final Texts texts;
    private final Words words;
    private final Figures figures;

    UsageWords(Texts texts, Words words, Figures figures) {
        this.texts = texts;
        this.words = words;
        this.figures = figures;
    }

    String text(String key, Object... values) {
        return texts.get(key, values);
    }

    String count(String key, long count) {
        return texts.count(key, count);
    }

    Locale locale() {
        return texts.locale();
    }

    String tier(Tier tier) {
        return words.tier(tier);
    }

    String axis(Axis axis) {
        return words.axis(axis);
    }

    /** "1,204 tokens", "3.1%", "1.2 s"; figures of one kind have as many digits. */
    String full(Unit unit, double value) {
        return switch (unit) {
            case TOKENS -> words.tokens(Math.round(value));
            case REQUESTS -> texts.count("ui.usage.requests", Math.round(value));
            case SHARE -> percent(value, 1);
            case SECONDS -> words.measured(duration(value));
        };
    }

    /** "1,204", for where the unit stands elsewhere. */
    String figure(Unit unit, double value) {
        return switch (unit) {
            case TOKENS, REQUESTS -> figures.number(value, 0);
            case SHARE, SECONDS -> full(unit, value);
        };
    }

    /** "1.2K", "20%", "0.5 s": in a legend, or large. */
    String brief(Unit unit, double value) {
        return switch (unit) {
            case TOKENS, REQUESTS -> figures.evenBrief(Math.round(value));
            case SHARE -> value > 0 && value < 0.1 ? percent(value, 1) : words.left(value); // as the limits panel says it
            case SECONDS -> words.measured(duration(value));
        };
    }

    /**
     * "200K", "5%", "2 s": a round value beside an axis.
     *
     * @param step from one to the next
     */
    String mark(Unit unit, double value, double step) {
        return switch (unit) {
            case TOKENS, REQUESTS -> figures.brief(Math.round(value));
            case SHARE -> percent(value, step < 0.01 ? 1 : 0);
            case SECONDS -> words.duration(duration(value));
        };
    }

    /** Never all of it while something is missing, and never nothing where there is something. */
    private String percent(double share, int digits) {
        double least = Math.pow(10, -digits);
        double percent = share > 0 && share < 1 ? Math.clamp(share * 100, least, 100 - least) : share * 100;
        return texts.get("words.percent", figures.even(percent, digits));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** "14:32" today, "tomorrow 09:10", "24 Nov 09:10" later or earlier. */
    String when(Instant at, Instant now) {
        return switch (daysBetween(now, at)) {
            case 0 -> figures.time(at);
            case 1 -> texts.get("ui.usage.tomorrow", figures.time(at));
            default -> figures.dayAndTime(at);
        };
    }

    /** The same within a sentence: "at 14:32", "tomorrow at 09:10", "on 24 Nov 09:10". */
    String moment(Instant at, Instant now) {
        return switch (daysBetween(now, at)) {
            case 0 -> texts.get("ui.usage.at", figures.time(at));
            case 1 -> texts.get("ui.usage.atTomorrow", figures.time(at));
            default -> texts.get("ui.usage.on", figures.dayAndTime(at));
        };
    }

    private int daysBetween(Instant now, Instant at) {
        return Math.toIntExact(ChronoUnit.DAYS.between(at(now).toLocalDate(), at(at).toLocalDate()));
    }

    /** "Sunday, 22 November 2026"; "16–22 Nov 2026"; "November 2026"; "13:24 – 14:24". */
    String span(UsageSpan span) {
        return switch (span.kind()) {
            case HOUR -> texts.get("ui.usage.fromTo", figures.dayAndTime(span.from()), figures.time(span.to()));
            case DAY -> format("ui.usage.date.day", span.from());
            case WEEK -> week(span.from(), span.to().minusSeconds(1));
            case MONTH -> written("MMMM yyyy", span.from());
        };
    }

    private String week(Instant first, Instant last) {
        String end = written("d MMM yyyy", last);
        return at(first).getMonth() == at(last).getMonth() ? written("d", first) + "–" + end
                : texts.get("ui.usage.fromTo", written("d MMM", first), end);
    }

    /** One bin of a span: "14:00–15:00", "Mon 16 Nov 06:00–12:00", "Mon 16 Nov". */
    String bin(UsageSpan span, int bin) {
        Instant start = span.start(bin);
        Instant end = span.end(bin);
        return switch (span.kind()) {
            case HOUR -> figures.time(start);
            // With an hour too many one is there twice: its distance from UTC tells which it is.
            case DAY -> span.bins() > 24 ? figures.time(start) + "–" + figures.time(end) + " " + at(start).getOffset()
                    : figures.time(start) + "–" + figures.time(end);
            case WEEK -> format("ui.usage.date.weekday", start) + " " + figures.time(start) + "–" + figures.time(end);
            case MONTH -> format("ui.usage.date.weekday", start);
        };
    }

    /** "Mon". */
    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale());
    }

    /** "Monday 08:00–09:00". */
    String hourOfWeek(DayOfWeek day, int hour) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale()) + " %02d:00–%02d:00".formatted(hour, (hour + 1) % 24);
    }

    /** "Mon 16". */
    String weekdayTick(Instant at) {
        return format("ui.usage.date.weekdayTick", at);
    }

    String time(Instant at) {
        return figures.time(at);
    }

    /** ISO 8601 with the distance from UTC, for a program. */
    String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(at));
    }

    ZonedDateTime at(Instant at) {
        return at.atZone(figures.zone());
    }

    private String format(String key, Instant at) {
        return written(texts.get(key), at);
    }

    /** @param pattern one whose order is the same in every language of ours */
    private String written(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at(at));
    }
}
