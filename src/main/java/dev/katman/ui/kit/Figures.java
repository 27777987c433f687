package dev.katman.ui.kit;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/** Figures the way a language writes them. */
public final class Figures {
    private final Locale locale;
    private final ZoneId zone;

    public Figures(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public Locale locale() {
        return locale;
    }

    /** 5.5K, 1.2M; whole below a thousand. For a figure that moves: a limit is written whole by the words. */
    public String brief(long number) {
        return brief(number, 0);
    }

    /** As {@link #brief}, with the digit after the comma even where it is nothing: "1.0M" beside "630.9K". */
    public String evenBrief(long number) {
        return brief(number, 1);
    }

    private String brief(long number, int least) {
        return Math.abs(number) < 1000 ? number(number, 0)
                : Math.abs(number) < 1_000_000 ? written(number / 1e3, least, 1) + "K" : written(number / 1e6, least, 1) + "M";
    }

    /** @param digits after the comma, at most */
    public String number(double number, int digits) {
        return written(number, 0, digits);
    }

    /**
     * For figures that stand below or beside each other.
     *
     * @param digits after the comma, no fewer and no more
     */
    public String even(double number, int digits) {
        return written(number, digits, digits);
    }

    private String written(double number, int least, int most) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(number).replace('-', '−'); // the formats of both languages write a hyphen, which is no sign beside a plus
    }

    /** A whole number as somebody may type it, its thousands apart or not; empty where it is none, or one of more than 18 digits. */
    public static OptionalLong whole(String typed) {
        String digits = typed.replaceAll("[\\s.,'’\\u00a0\\u202f]", "");
        return digits.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** 05:10 */
    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(at);
    }

    /** 05:10:07 */
    public String exactTime(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone).format(at);
    }

    /** 22 Nov 14:32 */
    public String dayAndTime(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM HH:mm", locale).withZone(zone).format(at);
    }

    /** 22 Nov; of another year, Nov 2025 */
    public String date(LocalDate day, LocalDate today) {
        return DateTimeFormatter.ofPattern(day.getYear() == today.getYear() ? "d MMM" : "LLL yyyy", locale).format(day);
    }

    /** Tue 24 Nov */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("tr") ? "d MMM EEE" : "EEE d MMM", locale).format(day);
    }

    /** 17 Jul 2026 */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(day);
    }

    /** 2026-07-17, for the name of a file */
    public String isoDay(Instant at) {
        return LocalDate.ofInstant(at, zone).toString();
    }

    /** November 2026 */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }
}
