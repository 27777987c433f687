package dev.katman.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text that wraps and shows which part of it is selected; a text flow has no selection of its own. Positions count the characters of
 * the words, of which a formula has many although it stands as one thing.
 */
class SelectableFlow extends TextFlow {
    /**
     * A stretch of the words.
     *
     * @param length in characters of the words
     * @param shown  in characters of the flow: as many, or 1 for a thing
     */
    record Stretch(int length, int shown) {
    }

    private static final double MARK_MARGIN = 1;

    private final List<Stretch> stretches = new ArrayList<>();
    private int from;
    private int to;
    private List<BlockView.Mark> marks = List.of();
    private Optional<Backdrop> backdrop = Optional.empty();
    /** How high it is at a width, as long as nothing in it changes: whatever it stands in asks several times. */
    private double height;
    private double heightAt;

    SelectableFlow() {
        setMinSize(0, 0);
    }

    /** How many children stand behind the text. */
    final int behind() {
        return backdrop.isPresent() ? 1 : 0;
    }

    /** Makes room behind the words for a layer. */
    final void ready(Backdrop.Layer layer) {
        if (backdrop.isEmpty()) {
            backdrop = Optional.of(new Backdrop());
            getChildren().addFirst(backdrop.get());
        }
        backdrop.get().ready(layer);
    }

    /** Draws a layer that was made ready. */
    final void paint(Backdrop.Layer layer, List<? extends PathElement> outlines) {
        backdrop.ifPresent(there -> there.paint(layer, outlines));
    }

    /** Marks parts of the words, in order, and no others. */
    final void mark(List<BlockView.Mark> now) {
        marks = List.copyOf(now);
        if (!marks.isEmpty()) {
            ready(Backdrop.Layer.FOUND);
            ready(Backdrop.Layer.HERE);
        }
        paintFound();
    }

    private void paintFound() {
        paint(Backdrop.Layer.FOUND, boxes(false));
        paint(Backdrop.Layer.HERE, boxes(true));
    }

    private List<PathElement> boxes(boolean here) {
        return marks.stream().filter(mark -> mark.here() == here).flatMap(mark -> Chips.around(range(mark.from(), mark.to()), MARK_MARGIN).stream()).toList();
    }

    /** Where on the scene the mark is at which the reader is. */
    final Optional<Bounds> here() {
        return backdrop.flatMap(there -> there.place(Backdrop.Layer.HERE));
    }

    /** Whether a text is one node as it stands, and may be put in the place of another such. */
    static boolean isSimple(String text) {
        return !Emoji.isIn(text) && !Scripts.isJoined(text);
    }

    /** @param same how many of the stretches are as before; the others come behind them */
    final void stretches(int same, List<Stretch> others) {
        stretches.subList(same, stretches.size()).clear();
        stretches.addAll(others);
    }

    final int length() {
        return stretches.stream().mapToInt(Stretch::length).sum();
    }

    /** The position nearest to a point of the scene. */
    final int positionAt(double sceneX, double sceneY) {
        Point2D point = sceneToLocal(sceneX, sceneY);
        int left = getHitInfo(point).getInsertionIndex();
        int at = 0;
        for (Stretch stretch : stretches) {
            if (left < stretch.shown()) {
                return at + left;
            }
            left -= stretch.shown();
            at += stretch.length();
        }
        return at;
    }

    /** Shows what is selected of it; nothing where both are equal. */
    final void select(int first, int end) {
        if (first != from || end != to) {
            from = first;
            to = end;
            if (from < to) {
                ready(Backdrop.Layer.SELECTED);
            }
            paintSelected();
        }
    }

    private int shown(int position) {
        int at = 0;
        int left = position;
        for (Stretch stretch : stretches) {
            if (left < stretch.length()) {
                return at + (stretch.length() == stretch.shown() ? left : left > 0 ? stretch.shown() : 0);
            }
            left -= stretch.length();
            at += stretch.shown();
        }
        return at;
    }

    private void paintSelected() {
        paint(Backdrop.Layer.SELECTED, from < to ? List.of(range(from, to)) : List.of());
    }

    /** The outline of a part of the words. */
    final PathElement[] range(int first, int end) {
        return getRangeShape(shown(first), shown(end), true);
    }

    @Override
    public void requestLayout() {
        heightAt = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width != heightAt) {
            height = super.computePrefHeight(width);
            heightAt = width;
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (backdrop.isPresent()) { // most words have none, and are laid out many times
            paintSelected();
            paintFound();
        }
    }
}
