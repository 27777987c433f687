package dev.katman.ui.decisions;

import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Tiers;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Difficulty 1 to 10 as ten cells: the worker's, the deep brain's, and between them those that depend on the mode. */
final class Bands extends HBox {
    Bands() {
        getStyleClass().add("bands");
        for (int i = 1; i <= 10; i++) {
            var cell = new Label(String.valueOf(i));
            cell.setMinWidth(0);
            cell.setPrefWidth(0); // all as wide, the one of two digits too
            cell.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(cell, Priority.ALWAYS);
            getChildren().add(cell);
        }
    }

    void show(Policy policy) {
        for (int i = 1; i <= 10; i++) {
            var cell = (Label) getChildren().get(i - 1);
            cell.getStyleClass().setAll("label", "band");
            if (i < policy.workBelow()) {
                cell.getStyleClass().add(Tiers.style(Tier.WORKER));
            } else if (i > policy.deepAbove()) {
                cell.getStyleClass().add(Tiers.style(Tier.DEEP));
            } else {
                cell.getStyleClass().add("between");
            }
        }
    }
}
