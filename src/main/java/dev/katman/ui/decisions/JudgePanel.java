package dev.katman.ui.decisions;

import atlantafx.base.controls.ToggleSwitch;
import dev.katman.journal.JudgingDay;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Work;
import javafx.geometry.HPos;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.List;

/** How the judge on this computer fares, day by day; whether it may learn; and the way to make it forget. */
final class JudgePanel extends VBox {
    /** As many as can be told apart on the chart. */
    private static final int DAYS = 30;
    private static final int LISTED = 10;

    private final Context context;
    private final Work.Latest reading;
    private final VBox figures = new VBox(12);
    private final ToggleSwitch learns;
    private final FlowPane erase = new FlowPane(8, 6);
    private boolean showing;

    /** @param close shows the path again */
    JudgePanel(Context context, Runnable close) {
        this.context = context;
        reading = context.work().latest("read judging", Duration.ZERO);
        getStyleClass().add("path");
        setId("judge");
        setMinHeight(Region.USE_PREF_SIZE);
        Button shut = Icons.button(Feather.X, context.text("ui.whatIf.close"));
        shut.setOnAction(event -> close.run());
        var head = new HBox(8, Parts.label(context.text("ui.judge.title"), "page-title"), Parts.gap(), shut);
        head.setAlignment(Pos.CENTER_LEFT);
        learns = new ToggleSwitch(context.text("ui.judge.learn"));
        learns.setId("judge-learns");
        learns.getStyleClass().add("judge-learns");
        learns.setLabelPosition(HorizontalDirection.RIGHT);
        learns.setAccessibleText(context.text("ui.judge.learn"));
        learns.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        learns.selectedProperty().addListener((selected, before, now) -> {
            if (!showing) {
                context.work().run("keep a preference", () -> context.services().preferences().learns(now));
            }
        });
        erase.setAlignment(Pos.CENTER_LEFT);
        var learning = PanelParts.card(context.text("ui.judge.learning"));
        learning.setSpacing(8);
        learning.getChildren().addAll(learns, Parts.wrapped(context.text("ui.judge.learn.explain"), "card-line"), erase);
        getChildren().addAll(head, Parts.wrapped(context.text("ui.judge.explain"), "path-story"), figures, learning);
        offer("");
    }

    /** Reads it anew. */
    void turnedTo() {
        showing = true;
        learns.setSelected(context.services().preferences().learns());
        showing = false;
        offer("");
        int workBelow = context.services().policies().get().workBelow();
        reading.ask(() -> context.services().journal().judging(context.zone(), workBelow), this::show);
    }

    private void show(List<JudgingDay> all) {
        if (all.isEmpty()) {
            figures.getChildren().setAll(Parts.wrapped(context.text("ui.judge.empty"), "nothing", "what-if-nothing"));
            return;
        }
        List<JudgingDay> days = all.subList(Math.max(0, all.size() - DAYS), all.size());
        JudgingDay sum = JudgeDays.sum(days);
        var pair = new GridPane(12, 0);
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            pair.getColumnConstraints().add(half);
        }
        pair.addRow(0, figure(context.words().percent(sum.localShare()), "ui.judge.share", "judge-bar"),
                figure(JudgeDays.agreement(context, sum), "ui.judge.agreement", "judge-swatch"));
        var card = PanelParts.card(context.texts().count("ui.judge.overDays", days.size()));
        card.getChildren().addAll(new JudgeChart(context, days), table(days));
        figures.getChildren().setAll(pair, card);
    }

    private Node figure(String value, String key, String swatch) {
        var mark = new Region();
        mark.getStyleClass().addAll("swatch", swatch);
        var name = new HBox(mark, Parts.wrapped(context.text(key), "card-line"));
        name.getStyleClass().add("judge-name");
        var card = new VBox(2, Parts.label(value, "big-figure"), name);
        card.getStyleClass().add("card");
        card.setMinWidth(0);
        return card;
    }

    /** The same figures as a table, the newest day first. */
    private GridPane table(List<JudgingDay> days) {
        var grid = new GridPane();
        grid.getStyleClass().add("judge-table");
        grid.setId("judge-table");
        for (int i = 0; i < 5; i++) {
            var column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, cell(context.text("ui.judge.day"), true), cell(context.text("ui.judge.messages"), true),
                cell(context.text("ui.judge.here"), true), cell(context.text("ui.judge.agreed"), true),
                cell(context.text("ui.judge.corrected"), true));
        List<JudgingDay> newest = days.reversed();
        for (int i = 0; i < Math.min(LISTED, newest.size()); i++) {
            JudgingDay day = newest.get(i);
            grid.addRow(i + 1, cell(context.figures().day(day.day()), false), cell(context.texts().number(day.judged()), false),
                    cell(context.words().percent(day.localShare()), false), cell(JudgeDays.agreement(context, day), false),
                    cell(context.texts().number(day.corrected()), false));
        }
        return grid;
    }

    private static Label cell(String text, boolean head) {
        return Parts.label(text, head ? "card-title" : "judge-cell");
    }

    /** One click asks, the next one does it. */
    private void offer(String done) {
        Button ask = PanelParts.textButton(context.text("ui.judge.erase"));
        ask.setId("judge-erase");
        ask.getStyleClass().add("framed");
        ask.setOnAction(event -> confirm());
        erase.getChildren().setAll(ask);
        if (!done.isEmpty()) {
            erase.getChildren().add(Parts.wrapped(done, "card-line"));
        }
    }

    private void confirm() {
        Button yes = PanelParts.textButton(context.text("ui.judge.erase.yes"));
        yes.setId("judge-erase-yes");
        yes.getStyleClass().addAll("framed", "danger");
        Button no = PanelParts.textButton(context.text("ui.cancel"));
        no.getStyleClass().add("framed");
        no.setOnAction(event -> {
            offer("");
            erase.getChildren().getFirst().requestFocus();
        });
        yes.setOnAction(event -> context.work().run("erase lessons", () -> {
            context.services().exchange().forgetLessons();
            return context.text("ui.judge.erased");
        }, this::offer));
        erase.getChildren().setAll(Parts.wrapped(context.text("ui.judge.erase.ask"), "card-text"), yes, no);
        no.requestFocus();
    }
}
