package dev.katman.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.Path;
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

    private final Path marked = new Path();
    private final List<Stretch> stretches = new ArrayList<>();
    private int from;
    private int to;
    /** There only while something is marked: most words never are. */
    private Optional<FoundMarks> found = Optional.empty();

    SelectableFlow() {
        marked.setManaged(false);
        marked.setMouseTransparent(true);
        marked.getStyleClass().add("selection");
        marked.setStrokeWidth(0);
        getChildren().add(marked);
        setMinSize(0, 0);
    }

    /** How many children stand behind the text. */
    final int behind() {
        return getChildren().indexOf(marked) + 1 + (found.isPresent() ? 1 : 0);
    }

    /** Marks parts of the words, in order, and no others. */
    final void mark(List<BlockView.Mark> marks) {
        if (marks.isEmpty()) {
            found.ifPresent(getChildren()::remove);
            found = Optional.empty();
            return;
        }
        if (found.isEmpty()) {
            found = Optional.of(new FoundMarks());
            getChildren().add(getChildren().indexOf(marked) + 1, found.get());
        }
        found.get().show(marks, this::range);
    }

    /** Where on the scene the mark is at which the reader is. */
    final Optional<Bounds> here() {
        return found.flatMap(FoundMarks::here);
    }

    final void stretches(List<Stretch> all) {
        stretches.clear();
        stretches.addAll(all);
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
            paint();
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

    private void paint() {
        if (from < to) {
            marked.getElements().setAll(range(from, to));
        } else if (!marked.getElements().isEmpty()) {
            marked.getElements().clear();
        }
    }

    /** The outline of a part of the words. */
    final PathElement[] range(int first, int end) {
        return getRangeShape(shown(first), shown(end), true);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (from < to) {
            paint();
        }
        found.ifPresent(marks -> marks.paint(this::range));
    }
}
