package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.PlainText;
import dev.katman.ui.kit.SpokenCard;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** Small things that the panels beside the table are made of. */
final class PanelParts {
    private PanelParts() {
    }

    /** A frame; its title stands small on top. */
    static VBox card(String title, Node... beside) {
        var head = new HBox(8, Parts.label(title, "card-title"), Parts.gap());
        head.getChildren().addAll(beside);
        head.setAlignment(Pos.CENTER_LEFT);
        var card = new SpokenCard(head);
        card.setMinSize(0, Region.USE_PREF_SIZE);
        return card;
    }

    static Button textButton(String text) {
        var button = new Button(text);
        button.getStyleClass().setAll("button", "text-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** One to ten as pips, filled as far as it goes. */
    static HBox pips(int difficulty, Tier tier) {
        var pips = new HBox();
        pips.getStyleClass().addAll("pips", Tiers.style(tier));
        for (int i = 1; i <= 10; i++) {
            var pip = new Region();
            pip.getStyleClass().add(i <= difficulty ? "pip-full" : "pip");
            pips.getChildren().add(pip);
        }
        return pips;
    }

    /** As much of somebody's words as one wants to see. */
    static TextFlow quote(String text, int most) {
        return PlainText.flow("“" + brief(text, most) + "”", "card-quote");
    }

    /** As much of a text as one wants to see, on one line. */
    static String brief(String text, int most) {
        return PlainText.brief(text.strip().replaceAll("\\s+", " "), most);
    }
}
