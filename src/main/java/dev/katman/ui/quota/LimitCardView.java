package dev.katman.ui.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Tier;
import dev.katman.pacing.Outlook;
import dev.katman.quota.Level;
import dev.katman.ui.kit.BarGauge;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.RingGauge;
import dev.katman.ui.kit.SpokenCard;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A bucket drawn as a card; its figures change in place. */
final class LimitCardView extends SpokenCard {
    private final Context context;
    private final RingGauge ring = new RingGauge();
    private final Text left = text("left-figure");
    private final Text rest = text("left-rest");
    private final Label refill = label("line");
    private final Label full = label("line");
    private final Region word = wordMark(LimitCard.Word.OURS);
    private final List<Bar> bars;
    private final PlanView plan;

    /** A line with a bar. */
    private record Bar(Axis axis, BarGauge gauge, Label figure) {
    }

    LimitCardView(Context context, LimitCard card) {
        this.context = context;
        getStyleClass().add("limit-card");
        Tier colour = card.tiers().isEmpty() ? Tier.WORKER : card.tiers().getFirst();
        ring.getStyleClass().add(Tiers.style(colour));
        var head = new CardHead(card.tiers(), name(card), card.deployment());
        var amount = new TextFlow(left, rest); // on two lines where there is no room for one
        amount.setMinHeight(Region.USE_PREF_SIZE);
        refill.setWrapText(true);
        refill.setMinHeight(Region.USE_PREF_SIZE);
        var refillLine = new HBox(6, refill, word);
        refillLine.setAlignment(Pos.CENTER_LEFT);
        var lines = new VBox(3, amount, refillLine, full);
        lines.setAlignment(Pos.CENTER_LEFT);
        full.managedProperty().bind(full.visibleProperty());
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        var body = new HBox(12, ring, lines);
        body.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, body);

        bars = card.bars().stream().map(level -> new Bar(level.axis(), new BarGauge(), label("axis-figure"))).toList();
        if (!bars.isEmpty()) {
            getChildren().add(barLines(colour));
        }
        plan = new PlanView(context);
        plan.getStyleClass().add(Tiers.style(colour));
        plan.setVisible(false);
        plan.managedProperty().bind(plan.visibleProperty());
        getChildren().add(plan);
    }

    private GridPane barLines(Tier colour) {
        var grid = new GridPane(8, 5);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            bar.gauge().getStyleClass().add(Tiers.style(colour));
            GridPane.setHgrow(bar.gauge(), Priority.ALWAYS);
            bar.figure().setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(bar.figure(), HPos.RIGHT);
            var name = label("axis");
            name.setText(context.text("ui.limits.axis." + bar.axis().name().toLowerCase(Locale.ROOT)));
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(i, name, bar.gauge(), bar.figure());
        }
        return grid;
    }

    /** Whether it was drawn for these axes: a limit may come or go. */
    boolean fits(LimitCard card) {
        return bars.stream().map(Bar::axis).toList().equals(card.bars().stream().map(Level::axis).toList());
    }

    /** Shows the coming day; nothing where the model is not scarce. */
    void plan(Optional<Outlook> outlook, Instant now) {
        plan.setVisible(outlook.isPresent());
        outlook.ifPresent(shown -> plan.show(shown, now));
    }

    private String name(LimitCard card) {
        return card.backup() ? context.text("ui.limits.backup", tiers(card.tiers())) : tiers(card.tiers());
    }

    private String tiers(List<Tier> tiers) {
        if (tiers.size() == 2 && tiers.containsAll(List.of(Tier.WORKER, Tier.ROUTER))) {
            return context.text("ui.limits.workerAndRouter");
        }
        return tiers.isEmpty() ? context.text("ui.limits.other")
                : tiers.stream().map(context.words()::tier).limit(2).collect(Collectors.joining(" · "));
    }

    void show(LimitCard card, Instant now) {
        card.ring().ifPresent(level -> {
            String told = name(card) + ", " + card.deployment().model() + ": " + context.words().left(level);
            ring.show(level.leftShare(), context.words().left(level.leftShare()), told);
            left.setText(context.texts().number(level.left()));
            rest.setText(" " + context.text(level.axis().isDaily() ? "ui.limits.ofDay" : "ui.limits.of",
                    context.words().limit(level.limit())));
            refill.setText(refill(card, level));
            boolean filling = level.untilFull().isPositive();
            full.setVisible(filling && card.drains());
            full.setText(filling ? fullAt(now, now.plus(level.untilFull())) : "");
            mark(level, now);
        });
        for (Bar bar : bars) {
            Level level = card.levels().get(bar.axis());
            if (level != null) {
                bar.gauge().show(level.leftShare(), context.words().left(level));
                bar.figure().setText(context.figures().brief(level.left()) + " / " + context.words().limit(level.limit()));
            }
        }
    }

    private String fullAt(Instant now, Instant then) {
        boolean today = LocalDate.ofInstant(now, context.zone()).equals(LocalDate.ofInstant(then, context.zone()));
        return context.text(today ? "ui.limits.fullAt" : "ui.limits.fullTomorrow", context.figures().time(then));
    }

    private String refill(LimitCard card, Level level) {
        if (!level.untilFull().isPositive()) {
            return context.text("ui.limits.full");
        }
        if (!card.drains() && level.axis().isDaily()) {
            return context.text("ui.limits.freshIn", context.words().duration(level.untilFull()));
        }
        String key = level.axis().countsRequests() ? "ui.limits.requestsPerHour" : "ui.limits.tokensPerSecond";
        double speed = level.axis().countsRequests() ? level.refillPerSecond() * 3600 : level.refillPerSecond();
        return context.text(key, context.figures().number(speed, 1));
    }

    private void mark(Level level, Instant now) {
        LimitCard.Word said = LimitCard.word(level, now);
        String style = said.name().toLowerCase(Locale.ROOT);
        if (!word.getStyleClass().contains(style)) {
            word.getStyleClass().setAll("word-mark", style);
            Tooltip.install(word, new Tooltip(context.text("ui.limits.word." + style)));
        }
    }

    static Region wordMark(LimitCard.Word word) {
        var mark = new Region();
        mark.getStyleClass().addAll("word-mark", word.name().toLowerCase(Locale.ROOT));
        return mark;
    }

    private static Text text(String style) {
        var text = new Text();
        text.getStyleClass().add(style);
        return text;
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }
}
