package dev.katman.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.Optional;

/**
 * What may be wider than the room there is: then it scrolls to the side. Up and down it is as high as it is, and the list scrolls.
 *
 * <p>Not JavaFX's scroll pane: that makes and styles two bars with all their parts for every piece of code and every table, most of
 * which fit (a third of what it takes to put one on the screen, profile of {@code WindowBench}), and wants what it holds kept as a picture.
 */
final class Sideways extends Region {
    /** Where a mark that was out of sight comes to stand, of the width there is. */
    private static final double FROM_LEFT = 0.3;
    private static final double EDGE = 12;

    private final Node content;
    private final Rectangle clip = new Rectangle();
    /** There once it was needed. */
    private Optional<ScrollBar> bar = Optional.empty();
    private boolean wraps;

    Sideways(Node content) {
        this(content, 0);
    }

    /** @param corners how round the corners of what is seen of it are, in pixels */
    Sideways(Node content, double corners) {
        this.content = content;
        clip.setArcWidth(2 * corners);
        clip.setArcHeight(2 * corners);
        getStyleClass().add("sideways");
        setAccessibleRole(AccessibleRole.SCROLL_PANE);
        setMinSize(0, 0); // as in every block
        content.setClip(clip); // not this, which has an edge of its own
        getChildren().add(content);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            // A finger that goes down goes a little to the side too.
            if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY()) && scrolls().isPresent()) {
                to(left() - (getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -event.getDeltaX() : event.getDeltaX()));
                event.consume();
            }
        });
    }

    Node content() {
        return content;
    }

    /** Whether it is to be as wide as the room, and higher instead. */
    void wrap(boolean wrap) {
        wraps = wrap;
        requestLayout();
    }

    /** Scrolls to a mark that is out of sight, once it is laid out. */
    void reveal(Bounds onScene) {
        Bounds mark = content.sceneToLocal(onScene);
        double room = room(getWidth());
        if (mark.getMinX() < left() + EDGE || mark.getMaxX() > left() + room - EDGE) {
            to(mark.getMinX() - room * FROM_LEFT);
        }
    }

    private void to(double left) {
        scrolls().ifPresent(there -> there.setValue(Math.clamp(left, 0, there.getMax())));
    }

    private double left() {
        return scrolls().map(ScrollBar::getValue).orElse(0.0);
    }

    private Optional<ScrollBar> scrolls() {
        return bar.filter(Node::isVisible);
    }

    private double room(double width) {
        return Math.max(0, width - getInsets().getLeft() - getInsets().getRight());
    }

    /** How much of it finds no room; the empty edge behind its words need not. */
    private double hidden(double width) {
        if (wraps) {
            return 0;
        }
        double over = content.prefWidth(-1) - room(width);
        double edge = content instanceof Region region ? region.getInsets().getRight() / 2 : 0;
        return over > edge ? over : 0;
    }

    private ScrollBar needed() {
        ScrollBar there = bar.orElseGet(() -> {
            var made = new ScrollBar();
            made.setOrientation(Orientation.HORIZONTAL);
            made.setFocusTraversable(false);
            made.valueProperty().addListener((value, before, now) -> requestLayout());
            getChildren().add(made);
            made.applyCss(); // its height is asked for before the next pulse
            return made;
        });
        bar = Optional.of(there);
        return there;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + content.prefWidth(-1) + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        double whole = width < 0 ? computePrefWidth(-1) : width;
        double below = hidden(whole) > 0 ? needed().prefHeight(-1) : 0;
        return getInsets().getTop() + contentHeight(whole) + below + getInsets().getBottom();
    }

    /** What need not wrap is asked without a width: the answer is kept until something in it changes. */
    private double contentHeight(double width) {
        return content.prefHeight(wraps ? room(width) : -1);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = room(getWidth());
        double hidden = hidden(getWidth());
        double height = contentHeight(getWidth());
        bar.ifPresent(there -> there.setVisible(hidden > 0));
        if (hidden > 0) {
            ScrollBar there = needed();
            there.setMax(hidden);
            there.setVisibleAmount(hidden * room / (room + hidden));
            there.setBlockIncrement(room / 2);
            there.setValue(Math.min(there.getValue(), hidden));
            there.resizeRelocate(insets.getLeft(), insets.getTop() + height, room, there.prefHeight(-1));
        }
        double left = snapPositionX(left());
        content.resizeRelocate(insets.getLeft() - left, insets.getTop(), wraps ? room : Math.max(room, content.prefWidth(-1)), height);
        clip.setX(left);
        clip.setWidth(room);
        clip.setHeight(height);
    }
}
