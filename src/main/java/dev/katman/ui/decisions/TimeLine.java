package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Calls on one axis of time: pale while nothing had come, full while it was written; below each bar what became of it. */
final class TimeLine extends Region {
    private static final double BAR = 12;
    /** From the top of a row to the middle of its bar. */
    private static final double MIDDLE = 11;
    /** From the top of a row to its note, and from there to the next row. */
    private static final double NOTE = 20;
    private static final double BELOW = 6;
    private static final double NAMES = 148;
    private static final double NAMES_NARROW = 136;
    private static final double NARROW = 400;
    private static final double TICKS = 22;
    private static final double APART = 8;
    private static final double LEAST = 3;
    private static final double TICK = 4;

    private final List<Row> rows = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private final List<Line> marks = new ArrayList<>();
    private final Line axis = new Line();
    private final double whole;
    private final double step;

    /**
     * One call, in seconds from the message.
     *
     * @param number by which it is called elsewhere; 0 for none
     * @param first  when its first token came; at its end where none did
     * @param note   what became of it
     */
    record Span(String name, int number, Tier tier, double start, double first, double end, boolean broken, String note) {
    }

    private record Row(Span span, Label name, Region silence, Region flow, Label note) {
    }

    /** @param seconds writes a time on the axis */
    TimeLine(List<Span> spans, DoubleFunction<String> seconds) {
        whole = Math.max(0.05, spans.stream().mapToDouble(Span::end).max().orElse(0));
        step = step(whole);
        axis.getStyleClass().add("time-axis");
        getChildren().add(axis);
        for (double at = 0; at <= whole; at += step) {
            Label tick = label(seconds.apply(at), "time-tick");
            ticks.add(tick);
            var line = new Line();
            line.getStyleClass().add("time-axis");
            marks.add(line);
            getChildren().addAll(line, tick);
        }
        spans.forEach(this::add);
        setMinSize(0, Region.USE_PREF_SIZE);
    }

    private void add(Span span) {
        var wait = new Region();
        wait.getStyleClass().addAll("span-wait", Tiers.style(span.tier()));
        var flow = new Region();
        flow.getStyleClass().addAll("span-flow", Tiers.style(span.tier()));
        if (span.first() <= span.start()) {
            flow.getStyleClass().add("whole");
        }
        flow.setVisible(span.first() < span.end());
        Label name = label(span.name(), "time-name");
        if (span.number() > 0) {
            name.setGraphic(label(String.valueOf(span.number()), "call-number"));
        }
        Label note = label(span.note(), "time-note");
        if (span.broken()) {
            flow.getStyleClass().add("broken");
            note.getStyleClass().add("warning");
        }
        name.setAccessibleRole(AccessibleRole.TEXT);
        name.setAccessibleText(span.name() + ": " + span.note());
        note.setWrapText(true);
        rows.add(new Row(span, name, wait, flow, note));
        getChildren().addAll(name, wait, flow, note);
    }

    /** 1, 2 or 5 times a power of ten, for at most five ticks. */
    static double step(double whole) {
        double rough = whole / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows.stream().mapToDouble(row -> height(row, width)).sum() + TICKS;
    }

    private static double height(Row row, double width) {
        return NOTE + row.note().prefHeight(noteWidth(row, width)) + BELOW;
    }

    private static double noteWidth(Row row, double width) {
        return width < 0 ? row.note().prefWidth(-1) : Math.min(row.note().prefWidth(-1), width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 420;
    }

    @Override
    protected void layoutChildren() {
        double names = getWidth() < NARROW ? NAMES_NARROW : NAMES;
        double scale = Math.max(40, getWidth() - names - APART) / whole;
        double top = 0;
        for (Row row : rows) {
            Span span = row.span();
            double middle = top + MIDDLE;
            place(row.name(), 0, middle, names - APART);
            double from = names + span.start() * scale;
            double first = names + Math.clamp(span.first(), span.start(), span.end()) * scale;
            double to = Math.max(from + LEAST, names + span.end() * scale);
            row.silence().resizeRelocate(from, middle - BAR / 2, Math.max(0, (row.flow().isVisible() ? first : to) - from), BAR);
            row.flow().resizeRelocate(Math.min(first, to - 1), middle - BAR / 2, Math.max(1, to - first), BAR);
            // Under its bar; further left where it would not fit there.
            double width = noteWidth(row, getWidth());
            row.note().resizeRelocate(snapPositionX(Math.max(0, Math.min(from, getWidth() - width))), top + NOTE, width,
                    row.note().prefHeight(width));
            top += height(row, getWidth());
        }
        double foot = top + 1;
        axis.setStartX(names);
        axis.setEndX(getWidth());
        axis.setStartY(snapPositionY(foot) + 0.5);
        axis.setEndY(snapPositionY(foot) + 0.5);
        double free = 0;
        for (int i = 0; i < ticks.size(); i++) {
            Label tick = ticks.get(i);
            double at = names + i * step * scale;
            double width = tick.prefWidth(-1);
            double x = at - (i == 0 ? 0 : width / 2);
            tick.setVisible(x >= free); // where it is narrow, ticks that would stand in each other are left out
            free = tick.isVisible() ? x + width + APART : free;
            tick.resizeRelocate(snapPositionX(Math.min(x, getWidth() - width)), foot + TICK + 1, width, tick.prefHeight(-1));
            Line line = marks.get(i);
            line.setStartX(snapPositionX(at) + 0.5);
            line.setEndX(snapPositionX(at) + 0.5);
            line.setStartY(foot);
            line.setEndY(foot + TICK);
        }
    }

    private void place(Node node, double x, double middle, double most) {
        double width = Math.min(node.prefWidth(-1), most);
        double height = node.prefHeight(-1);
        node.resizeRelocate(snapPositionX(x), snapPositionY(middle - height / 2), width, height);
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
