package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.context.Extractor;
import dev.katman.context.TextLanguage;
import dev.katman.quota.Level;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The sandbox's own sentences, in one language. */
interface Phrases {
    static Phrases of(TextLanguage language) {
        return switch (language) {
            case ENGLISH -> EnglishPhrases.IT;
            case TURKISH -> TurkishPhrases.IT;
        };
    }

    Locale locale();

    /** Stands first in every answer that is not computed from the message. */
    String notice();

    String untitled();

    /** One of three, by number. */
    String opening(int variant, String subject);

    String wrote(String beginning);

    /** The sources that came with the message, cited as a model would. */
    String brought(int sources);

    String asked(String model);

    String measured(long promptTokens, int messages, long cap);

    String limitsHead();

    String axis(Axis axis);

    String docstring();

    /** One of three, by number. */
    String closing(int variant);

    String thinking(String subject);

    /** Of a list, with the language's own "and". */
    String joined(List<String> words);

    String summaryNote(int kept, int of);

    String nothingFound();

    String foundHead();

    String foundNote(int found, int hidden);

    String kind(Extractor.Kind kind);

    String seconds();

    String minutes();

    String hours();

    default String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    default String limitsRow(Level level) {
        return "| " + axis(level.axis()) + " | " + number(level.left()) + " / " + number(level.limit()) + " | "
                + rough(level.untilFull())
                + " |\n";
    }

    /** Rounded up, in the unit that suits it. */
    private String rough(Duration duration) {
        long seconds = duration.plusNanos(999_999_999).toSeconds();
        if (seconds < 120) {
            return number(seconds) + " " + seconds();
        }
        long whole = (seconds + 59) / 60;
        if (whole < 120) {
            return number(whole) + " " + minutes();
        }
        return number(whole / 60) + " " + hours() + (whole % 60 == 0 ? "" : " " + number(whole % 60) + " " + minutes());
    }

    /** "a, b and c". */
    static String joined(List<String> words, String and) {
        return words.size() < 2 ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " " + and + " " + words.getLast();
    }
}
