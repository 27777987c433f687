package dev.katman.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** A few words in a bar, and fewer where there is no room for them. */
final class Badge extends Pane {
    private final Label whole;
    private final Label brief;

    /** @param tip what there is to know about it */
    Badge(String whole, String brief, String tip) {
        this.whole = label(whole, tip);
        this.brief = label(brief, tip);
        this.brief.setAccessibleText(whole);
        getChildren().addAll(this.whole, this.brief);
    }

    private static Label label(String words, String tip) {
        var label = new Label(words);
        label.getStyleClass().add("badge");
        label.setTooltip(new Tooltip(tip));
        return label;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(whole.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(whole.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        boolean room = getWidth() >= whole.prefWidth(-1);
        whole.setVisible(room);
        brief.setVisible(!room);
        Label shown = room ? whole : brief;
        double width = Math.min(getWidth(), snapSizeX(shown.prefWidth(-1)));
        double height = snapSizeY(shown.prefHeight(-1));
        shown.resizeRelocate(getWidth() - width, snapPositionY((getHeight() - height) / 2), width, height);
    }
}
