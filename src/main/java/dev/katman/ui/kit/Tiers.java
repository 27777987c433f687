package dev.katman.ui.kit;

import dev.katman.catalog.Tier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;

/** The tiers' colours, by the founding document: 0 yellow, 1 green, 2 blue, 3 red. Never without a name beside them. */
public final class Tiers {
    private Tiers() {
    }

    /** The style class that gives a node's colours their tier. */
    public static String style(Tier tier) {
        return "tier-" + tier.number();
    }

    /** A dot, for beside a name. */
    public static Node dot(Tier tier) {
        var dot = new Region();
        dot.getStyleClass().addAll("tier-dot", style(tier));
        return dot;
    }

    /** Dots that overlap a little, for a bucket that several tiers share. */
    public static Node dots(List<Tier> tiers) {
        var box = new HBox();
        box.getStyleClass().add("tier-dots");
        tiers.forEach(tier -> box.getChildren().add(dot(tier)));
        return box;
    }

    /** A dot and a name in a rounded frame. */
    public static Label pill(Tier tier, String name) {
        var pill = new Label(name, dot(tier));
        pill.getStyleClass().add("pill");
        return pill;
    }
}
