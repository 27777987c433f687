package dev.katman.ui.decisions;

import dev.katman.classify.Assessment;
import dev.katman.routing.Decision;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Locale;

/** Who judged, what, how surely; and the layer that follows from it. */
final class JudgedCard {
    private JudgedCard() {
    }

    static VBox of(Context context, Decision decision) {
        Assessment said = decision.assessment();
        var card = PanelParts.card(context.text("ui.decisions.judged"));
        card.setId("path-judged");
        var main = new HBox(12, Parts.label(context.text("ui.decisions.judged.main", context.words().type(said.type()), said.difficulty()),
                "card-main"), PanelParts.pips(said.difficulty(), decision.tier()));
        main.setAlignment(Pos.CENTER_LEFT);
        String percent = context.words().percent(said.confidence());
        String sure = said.took().isZero() ? context.text("ui.decisions.sure.atOnce", percent)
                : context.text("ui.decisions.sure", percent, context.words().duration(said.took()));
        card.getChildren().addAll(main, Parts.wrapped(context.words().judged(said) + " · " + sure, "card-line"));
        said.guess().ifPresent(here -> card.getChildren().add(Parts.wrapped(context.text("ui.decisions.guess",
                context.words().type(here.type()), here.difficulty(), context.words().percent(here.confidence())), "card-line")));

        var tier = Tiers.pill(decision.tier(), context.words().tier(decision.tier()));
        tier.setMinWidth(Region.USE_PREF_SIZE);
        var reason = Parts.wrapped(context.words().reason(decision), "card-text");
        var arrow = Parts.label("→", "card-line");
        arrow.setMinWidth(Region.USE_PREF_SIZE); // a long reason would take its place
        var goes = new HBox(10, arrow, tier, reason);
        goes.setAlignment(Pos.CENTER_LEFT);
        VBox.setMargin(goes, new Insets(4, 0, 0, 0));
        card.getChildren().add(goes);
        if (isContested(decision)) {
            String mode = context.text("ui.mode." + decision.mode().name().toLowerCase(Locale.ROOT));
            card.getChildren().add(Parts.wrapped(context.text("ui.decisions.pace", mode, context.figures().number(decision.pace().value(), 2),
                    context.figures().number(decision.pace().price(), 2)), "card-line"));
        }
        return card;
    }

    private static boolean isContested(Decision decision) {
        return switch (decision.reason()) {
            case CONTESTED_AFFORDED, CONTESTED_KEPT, CONTESTED_NO_ROOM -> true;
            case CONVERSATION, EASY_TASK, HARD_TASK, ASKED_FOR -> false;
        };
    }
}
