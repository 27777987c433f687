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

/** Calls on one axis of time: pale while nothing had come, full while it was written. */
final class TimeLine extends Region {
    private static final double ROW = 25;
    private static final double BAR = 12;
    private static final double NAMES = 132;
    private static final double NOTE_GAP = 8;
    private static final double TICKS = 20;

    private final List<Row> rows = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private final Line axis = new Line();
    private final double whole;
    private final double step;

    /**
     * One call, in seconds from the message.
     *
     * @param first when its first token came; at its end where none did
     * @param note  what became of it
     */
    record Span(String name, Tier tier, double start, double first, double end, boolean broken, String note) {
    }

    private record Row(Span span, Label name, Region silence, Region flow, Label note) {
    }

    /** @param seconds writes a time on the axis */
    TimeLine(List<Span> spans, DoubleFunction<String> seconds) {
        whole = Math.max(0.05, spans.stream().mapToDouble(Span::end).max().orElse(0));
        step = step(whole);
        axis.getStyleClass().add("time-axis");
        getChildren().add(axis);
        spans.forEach(this::add);
        for (double at = 0; at <= whole; at += step) {
            Label tick = label(seconds.apply(at), "time-tick");
            ticks.add(tick);
            getChildren().add(tick);
        }
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
        if (span.broken()) {
            flow.getStyleClass().add("broken");
        }
        var row = new Row(span, label(span.name(), "time-name"), wait, flow, label(span.note(), "time-note"));
        row.name().setAccessibleRole(AccessibleRole.TEXT);
        row.name().setAccessibleText(span.name() + ": " + span.note());
        rows.add(row);
        getChildren().addAll(row.name(), wait, flow, row.note());
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
        return rows.size() * ROW + TICKS;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 420;
    }

    @Override
    protected void layoutChildren() {
        double widestNote = rows.stream().mapToDouble(row -> row.note().prefWidth(-1)).max().orElse(0);
        // Notes stand behind their bars, so the axis leaves room for one behind the last.
        double room = Math.max(80, getWidth() - NAMES - Math.min(widestNote + NOTE_GAP, getWidth() / 3));
        double scale = room / whole;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Span span = row.span();
            double middle = i * ROW + ROW / 2;
            place(row.name(), 0, middle, NAMES - 10);
            double from = NAMES + span.start() * scale;
            double first = NAMES + Math.clamp(span.first(), span.start(), span.end()) * scale;
            double to = Math.max(from + 3, NAMES + span.end() * scale);
            row.silence().resizeRelocate(from, middle - BAR / 2, Math.max(0, first - from), BAR);
            row.flow().resizeRelocate(Math.min(first, to - 1), middle - BAR / 2, Math.max(1, to - first), BAR);
            place(row.note(), to + NOTE_GAP, middle, Math.max(0, getWidth() - to - NOTE_GAP));
        }
        double foot = rows.size() * ROW + 2;
        axis.setStartX(NAMES);
        axis.setEndX(getWidth());
        axis.setStartY(snapPositionY(foot) + 0.5);
        axis.setEndY(snapPositionY(foot) + 0.5);
        double free = 0;
        for (int i = 0; i < ticks.size(); i++) {
            Label tick = ticks.get(i);
            double width = tick.prefWidth(-1);
            double x = NAMES + i * step * scale - (i == 0 ? 0 : width / 2);
            tick.setVisible(x >= free); // where it is narrow, ticks that would stand in each other are left out
            free = tick.isVisible() ? x + width + NOTE_GAP : free;
            tick.resizeRelocate(snapPositionX(Math.min(x, getWidth() - width)), foot + 4, width, tick.prefHeight(-1));
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
