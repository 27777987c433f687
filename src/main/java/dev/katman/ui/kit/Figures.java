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
        return Math.abs(number) < 1000 ? number(number, 0)
                : Math.abs(number) < 1_000_000 ? number(number / 1e3, 1) + "K" : number(number / 1e6, 1) + "M";
    }

    public String number(double number, int digits) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
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
