package dev.katman.ui.decisions;

import dev.katman.journal.JudgingDay;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

import java.util.ArrayList;
import java.util.List;

/** Two figures over days: the share judged here as bars, the agreement as a line with dots where anybody said anything. */
final class JudgeChart extends Region {
    private static final double HEIGHT = 132;
    private static final double SCALE = 42;
    private static final double FOOT = 20;
    private static final double HEAD = 8;
    private static final double WIDEST_BAR = 34;
    private static final double APART = 12;

    private final List<JudgingDay> days;
    private final List<Region> bars = new ArrayList<>();
    private final List<Circle> dots = new ArrayList<>();
    private final Polyline line = new Polyline();
    private final List<Line> grid = new ArrayList<>();
    private final List<Label> scale = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();

    /** @param days oldest first, at least one */
    JudgeChart(Context context, List<JudgingDay> days) {
        this.days = days;
        getStyleClass().add("judge-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(context.text("ui.judge.chart"));
        for (int percent = 0; percent <= 100; percent += 50) {
            var rule = new Line();
            rule.getStyleClass().add("time-grid");
            grid.add(rule);
            scale.add(Parts.label(context.words().percent(percent / 100.0), "time-tick"));
        }
        getChildren().addAll(grid);
        getChildren().addAll(scale);
        for (JudgingDay day : days) {
            var bar = new Region();
            bar.getStyleClass().add("judge-bar");
            Tooltip.install(bar, new Tooltip(context.text("ui.judge.tip", context.figures().day(day.day()), day.judged(),
                    context.words().percent(day.localShare()), JudgeDays.agreement(context, day))));
            bars.add(bar);
            var dot = new Circle(3);
            dot.getStyleClass().add("judge-dot");
            dots.add(dot);
        }
        line.getStyleClass().add("judge-line");
        getChildren().addAll(bars);
        getChildren().add(line);
        getChildren().addAll(dots);
        days.forEach(day -> names.add(Parts.label(context.figures().day(day.day()), "time-tick")));
        getChildren().addAll(names);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 380;
    }

    @Override
    protected void layoutChildren() {
        double high = getHeight() - FOOT - HEAD;
        for (int i = 0; i < grid.size(); i++) {
            double y = snapPositionY(HEAD + high * (1 - i / 2.0)) + 0.5;
            Line rule = grid.get(i);
            rule.setStartX(SCALE);
            rule.setEndX(getWidth());
            rule.setStartY(y);
            rule.setEndY(y);
            Label told = scale.get(i);
            told.resizeRelocate(0, snapPositionY(y - told.prefHeight(-1) / 2), told.prefWidth(-1), told.prefHeight(-1));
        }
        double each = (getWidth() - SCALE) / days.size();
        double wide = Math.max(2, Math.min(WIDEST_BAR, each * 0.6));
        line.getPoints().clear();
        for (int i = 0; i < days.size(); i++) {
            JudgingDay day = days.get(i);
            double middle = SCALE + (i + 0.5) * each;
            double height = Math.max(1, high * day.localShare());
            bars.get(i).resizeRelocate(snapPositionX(middle - wide / 2), HEAD + high - height, wide, height);
            Circle dot = dots.get(i);
            dot.setVisible(JudgeDays.isKnown(day));
            dot.setCenterX(middle);
            dot.setCenterY(HEAD + high * (1 - day.agreement()));
            if (dot.isVisible()) {
                line.getPoints().addAll(dot.getCenterX(), dot.getCenterY());
            }
        }
        name(each);
    }

    /** The newest day has its name below its bar, and of those before it as many as there is room for. */
    private void name(double each) {
        double foot = getHeight() - FOOT + 4;
        double free = getWidth();
        for (int i = names.size() - 1; i >= 0; i--) {
            Label name = names.get(i);
            double width = name.prefWidth(-1);
            double x = Math.min(SCALE + (i + 0.5) * each - width / 2, getWidth() - width);
            name.setVisible(x >= SCALE / 2 && x + width <= free);
            free = name.isVisible() ? x - APART : free;
            name.resizeRelocate(snapPositionX(x), foot, width, name.prefHeight(-1));
        }
    }
}
