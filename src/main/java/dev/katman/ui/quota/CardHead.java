package dev.katman.ui.quota;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;

/** On top of a card: whose it is, and at the other end its model; below each other where both have no room on one line. */
final class CardHead extends Region {
    private final HBox whose;
    private final Label model;

    CardHead(List<Tier> tiers, String name, DeploymentId deployment) {
        getStyleClass().add("card-head");
        var title = new Label(name);
        title.getStyleClass().add("title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        whose = new HBox(Tiers.dots(tiers), title);
        whose.getStyleClass().add("whose");
        whose.setAlignment(Pos.CENTER_LEFT);
        model = new Label(deployment.model());
        model.getStyleClass().add("model");
        model.setTooltip(new Tooltip(deployment.toString()));
        getChildren().addAll(whose, model);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isOneLine(double width) {
        return width < 0 || beside() <= width;
    }

    /** The width of both beside each other; between them is as much as between the dots and the name. */
    private double beside() {
        return snapSizeX(whose.prefWidth(-1)) + snapSpaceX(whose.getSpacing()) + snapSizeX(model.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return beside();
    }

    @Override
    protected double computePrefHeight(double width) {
        return isOneLine(width) ? Math.max(whose.prefHeight(-1), model.prefHeight(-1)) : whose.prefHeight(width) + model.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double wide = Math.min(width, snapSizeX(model.prefWidth(-1)));
        double high = model.prefHeight(-1);
        if (isOneLine(width)) {
            whose.resizeRelocate(0, 0, width - wide, getHeight());
            model.resizeRelocate(snapPositionX(width - wide), snapPositionY((getHeight() - high) / 2), wide, high);
        } else {
            whose.resizeRelocate(0, 0, width, getHeight() - high);
            model.resizeRelocate(0, snapPositionY(getHeight() - high), wide, high);
        }
    }
}
