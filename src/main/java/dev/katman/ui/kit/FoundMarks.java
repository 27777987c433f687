package dev.katman.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import java.util.List;
import java.util.Optional;

/** What stands behind words that were found. */
final class FoundMarks extends Group {
    private final Path all = path("found");
    private final Path here = path("found-here");
    private List<BlockView.Mark> marks = List.of();

    /** Where a part of the words is. */
    interface Range {
        PathElement[] of(int from, int to);
    }

    FoundMarks() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(all, here);
    }

    private static Path path(String style) {
        var path = new Path();
        path.setStrokeWidth(0);
        path.getStyleClass().add(style);
        return path;
    }

    void show(List<BlockView.Mark> now, Range range) {
        marks = List.copyOf(now);
        paint(range);
    }

    /** Draws them anew: the words may have moved. */
    void paint(Range range) {
        all.getElements().clear();
        here.getElements().clear();
        for (BlockView.Mark mark : marks) {
            (mark.here() ? here : all).getElements().addAll(Chips.around(range.of(mark.from(), mark.to())));
        }
    }

    /** Where on the scene the mark is at which the reader is. */
    Optional<Bounds> here() {
        return here.getElements().isEmpty() ? Optional.empty() : Optional.of(here.localToScene(here.getLayoutBounds()));
    }
}
