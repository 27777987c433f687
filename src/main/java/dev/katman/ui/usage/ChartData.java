package dev.katman.ui.usage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The figures of one chart, whichever way they are shown: drawn, as a table, or as CSV. Knows no scene.
 *
 * @param id         names the chart in a file's name
 * @param about      how the figures came about, in a sentence; may be empty
 * @param axis       what the categories are
 * @param ticks      marks below the categories
 * @param now        where the present stands, in categories; empty where it is not among them
 * @param notes      what the figures come to, in sentences
 */
record ChartData(String id, Form form, String title, String about, String axis, Unit unit, List<Category> categories, List<Tick> ticks,
        List<Series> series, OptionalDouble now, List<Note> notes) {
    /** How figures are drawn. */
    enum Form {
        /** Bars over time, one series on top of the other; what is below zero hangs from it. */
        STACK,
        /** Lines over time. */
        LINES,
        /** A row for each category, one series behind the other. */
        ROWS,
        /** A row for each category with a mark for each series, on a scale on which tenfold is always as far. */
        MARKS,
        /** A field for each hour of the week: 168 categories, Monday's first. */
        HOURS
    }

    /** How a series is marked where it is not an area. */
    enum Shape {
        DOT,
        RING,
        SQUARE,
        FRAME
    }

    /**
     * @param key  for a program that reads the file
     * @param name for people
     * @param tone of the category's own, where its series have none
     */
    record Category(String key, String name, Optional<Tone> tone) {
    }

    /** @param at in categories from the left edge of the first; halves stand in the middle of one */
    record Tick(double at, String text) {
    }

    /**
     * @param detail stands beside the name in the legend; may be empty
     * @param values one for each category; not a number where there is none
     */
    record Series(String name, String detail, Tone tone, Shape shape, List<Double> values) {
        Series {
            values = List.copyOf(values);
        }

        double sum() {
            return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).sum();
        }
    }

    /** @param tone of the dot before it */
    record Note(Optional<Tone> tone, String text) {
    }

    ChartData {
        Objects.requireNonNull(form);
        Objects.requireNonNull(unit);
        categories = List.copyOf(categories);
        ticks = List.copyOf(ticks);
        series = List.copyOf(series);
        notes = List.copyOf(notes);
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException(each.name() + " has " + each.values().size() + " values for " + categories.size()
                        + " categories");
            }
        }
    }

    /** Whether there is nothing to draw. */
    boolean isEmpty() {
        return series.stream().flatMap(each -> each.values().stream()).noneMatch(value -> Double.isFinite(value) && value != 0);
    }

    /** Those that the reader has not switched off. */
    List<Series> shown(Set<String> hidden) {
        return series.stream().filter(each -> !hidden.contains(each.name())).toList();
    }

    /** Whether a series has something to tell of a category: where figures are added up, nothing is not worth a word. */
    boolean tells(Series each, int category) {
        double value = each.values().get(category);
        return Double.isFinite(value) && (value != 0 || !unit.adds());
    }

    /** What the series come to together in one category. */
    static double sum(List<Series> series, int category) {
        return series.stream().mapToDouble(each -> each.values().get(category)).filter(Double::isFinite).sum();
    }
}
