package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.WhatIf.Comparison;
import dev.katman.exchange.WhatIf.Dry;
import dev.katman.exchange.WhatIf.Moved;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A comparison in words and figures. */
final class WhatIfResult {
    private static final int AT_ONCE = 8;
    private static final int BRIEF = 90;
    /** From the edge of a row to its words: its frame shows only under the mouse, or in focus. */
    private static final double INSET = 8;

    private final Context context;
    private final Comparison comparison;
    private final boolean differs;
    private final Consumer<DecisionId> open;

    /**
     * @param differs whether anything was to be otherwise at all
     * @param open    shows a decision
     */
    WhatIfResult(Context context, Comparison comparison, boolean differs, Consumer<DecisionId> open) {
        this.context = context;
        this.comparison = comparison;
        this.differs = differs;
        this.open = open;
    }

    List<Node> lines() {
        if (comparison.messages() == 0) {
            return List.of(Parts.wrapped(context.text("ui.whatIf.noPast"), "nothing", "what-if-nothing"));
        }
        var lines = new ArrayList<Node>();
        lines.add(summary());
        if (!comparison.cost().isEmpty()) {
            var card = PanelParts.card(context.text("ui.whatIf.cost"));
            card.getChildren().add(new CostBars(context, comparison.cost()));
            lines.add(card);
        }
        List<WhatIfDry> dry = WhatIfDry.of(comparison);
        if (!dry.isEmpty()) {
            var card = PanelParts.card(context.text("ui.whatIf.dry"));
            dry.forEach(day -> card.getChildren().add(Parts.wrapped(dry(day), "card-text")));
            lines.add(card);
        }
        if (!comparison.moved().isEmpty()) {
            lines.add(moved());
        }
        return lines;
    }

    private VBox summary() {
        int moved = comparison.moved().size();
        String main = !differs ? context.texts().count("ui.whatIf.asItStands", comparison.messages())
                : moved == 0 ? context.texts().count("ui.whatIf.movedNone", comparison.messages())
                : context.texts().count("ui.whatIf.moved", moved);
        var card = new VBox(3, Parts.wrapped(main, "card-main"));
        card.getStyleClass().addAll("card", "what-if-summary");
        card.setId("what-if-summary");
        if (differs && moved > 0) {
            card.getChildren().add(Parts.wrapped(context.text("ui.whatIf.ofAll", comparison.messages()), "card-line"));
        }
        if (differs) {
            long tokens = comparison.cost().values().stream().mapToLong(Long::longValue).sum();
            say(card, "ui.whatIf.tokens.more", "ui.whatIf.tokens.fewer", tokens);
            say(card, "ui.whatIf.deep.more", "ui.whatIf.deep.fewer", comparison.after().deep() - comparison.before().deep());
            say(card, "ui.whatIf.router.more", "ui.whatIf.router.fewer", comparison.after().routeCalls() - comparison.before().routeCalls());
            say(card, "ui.whatIf.parked.more", "ui.whatIf.parked.fewer", comparison.after().parked() - comparison.before().parked());
        }
        return card;
    }

    private void say(VBox card, String more, String fewer, long difference) {
        if (difference != 0) {
            card.getChildren().add(Parts.wrapped(context.texts().count(difference > 0 ? more : fewer, Math.abs(difference)), "card-text"));
        }
    }

    private String dry(WhatIfDry day) {
        String model = day.deployment().model();
        String when = context.figures().day(day.day());
        if (day.after().isEmpty()) {
            Dry was = day.before().orElseThrow();
            return context.text("ui.whatIf.dry.noLonger", model, when, context.figures().time(was.at()), was.turned());
        }
        Dry might = day.after().get();
        String told = context.text("ui.whatIf.dry.would", model, when, context.figures().time(might.at()), might.turned());
        Optional<Dry> before = day.before();
        return before.equals(day.after()) ? told : told + " " + before
                .map(was -> context.text("ui.whatIf.dry.was", context.figures().time(was.at()), was.turned()))
                .orElseGet(() -> context.text("ui.whatIf.dry.wasNot"));
    }

    private VBox moved() {
        var card = PanelParts.card(context.text("ui.whatIf.elsewhere"));
        card.setId("what-if-moved");
        add(card, 0);
        return card;
    }

    private void add(VBox card, int from) {
        int until = Math.min(comparison.moved().size(), from + AT_ONCE);
        comparison.moved().reversed().subList(from, until).forEach(moved -> {
            Button row = row(moved);
            VBox.setMargin(row, new Insets(0, -INSET, 0, -INSET)); // its words begin and end where the card's other words do
            card.getChildren().add(row);
        });
        int left = comparison.moved().size() - until;
        if (left > 0) {
            Button more = PanelParts.textButton(context.texts().count("ui.whatIf.more", left));
            more.setOnAction(event -> {
                card.getChildren().remove(more);
                add(card, until);
            });
            card.getChildren().add(more);
        }
    }

    private Button row(Moved moved) {
        String text = moved.message().text().isEmpty() ? context.text("ui.decisions.deleted") : PanelParts.brief(moved.message().text(), BRIEF);
        Label said = Parts.label(text, "moved-text");
        var way = new HBox(6, who(moved.tierBefore(), moved.before()), Parts.label("→", "card-line"), who(moved.tierAfter(), moved.after()),
                Parts.gap(), Parts.label(context.figures().dayAndTime(moved.message().at()), "card-line"));
        way.setAlignment(Pos.CENTER_LEFT);
        var lines = new VBox(1, said, way);
        lines.setMinWidth(0);
        var button = new Button();
        button.getStyleClass().setAll("button", "moved-row");
        button.setGraphic(lines);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        lines.prefWidthProperty().bind(button.widthProperty().subtract(2 * INSET));
        button.setAccessibleText(context.text("ui.whatIf.open", text, name(moved.before()), name(moved.after())));
        button.setOnAction(event -> open.accept(moved.message().decision()));
        return button;
    }

    private Label who(Tier tier, Optional<DeploymentId> served) {
        var label = new Label(name(served), Tiers.dot(tier));
        label.getStyleClass().add("moved-who");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private String name(Optional<DeploymentId> served) {
        return served.map(DeploymentId::model).orElseGet(() -> context.text("ui.whatIf.nobody"));
    }
}
