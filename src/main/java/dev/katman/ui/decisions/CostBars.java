package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each budget would lose or keep, as bars on both sides of nothing: to the right it costs more, to the left less. */
final class CostBars extends Region {
    private static final double ROW = 24;
    private static final double BAR = 10;
    private static final double FIGURE = 88;
    private static final double APART = 10;

    private final List<Row> rows = new ArrayList<>();
    private final Region zero = new Region();
    private final long most;

    private record Row(Label name, Region bar, Label figure, long tokens) {
    }

    CostBars(Context context, Map<DeploymentId, Long> cost) {
        most = Math.max(1, cost.values().stream().mapToLong(Math::abs).max().orElse(1));
        zero.getStyleClass().add("cost-zero");
        getChildren().add(zero);
        cost.forEach((deployment, tokens) -> {
            Tier tier = context.services().catalog().tiersOf(deployment.model()).stream().reduce((a, b) -> b).orElse(Tier.WORKER);
            var name = Parts.label(deployment.model(), "time-name");
            name.setGraphic(Tiers.dot(tier));
            name.setGraphicTextGap(7);
            var bar = new Region();
            bar.getStyleClass().addAll("cost-bar", tokens > 0 ? "more" : "less");
            var figure = Parts.label((tokens > 0 ? "+" : "−") + context.texts().number(Math.abs(tokens)), "cost-figure");
            figure.setAccessibleText(deployment + ": " + figure.getText());
            rows.add(new Row(name, bar, figure, tokens));
            getChildren().addAll(name, bar, figure);
        });
        setMinSize(0, Region.USE_PREF_SIZE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows.size() * ROW;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 380;
    }

    @Override
    protected void layoutChildren() {
        double names = Math.min(150, getWidth() * 0.38);
        double room = Math.max(40, getWidth() - names - FIGURE - 2 * APART);
        boolean less = rows.stream().anyMatch(row -> row.tokens() < 0);
        boolean more = rows.stream().anyMatch(row -> row.tokens() > 0);
        double middle = names + APART + (less && more ? room / 2 : less ? room : 0);
        double scale = (less && more ? room / 2 : room) / most;
        zero.resizeRelocate(snapPositionX(middle), 2, 1, rows.size() * ROW - 4);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = i * ROW;
            place(row.name(), 0, y, names);
            double length = Math.max(2, Math.abs(row.tokens()) * scale);
            row.bar().resizeRelocate(row.tokens() > 0 ? middle + 1 : middle - length, y + (ROW - BAR) / 2, length, BAR);
            double width = row.figure().prefWidth(-1);
            place(row.figure(), getWidth() - width, y, width);
        }
    }

    private void place(Label label, double x, double y, double most) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(snapPositionX(x), snapPositionY(y + (ROW - height) / 2), Math.min(label.prefWidth(-1), most), height);
    }
}
