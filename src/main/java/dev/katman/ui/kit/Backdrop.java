package dev.katman.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind words. A layer is there once it was needed: most words never have one, and each is a shape more to style. */
final class Backdrop extends Group {
    /** From the rearmost on. */
    enum Layer {
        CODE("code-chip"),
        SELECTED("selection"),
        FOUND("found"),
        /** The one that was found at which the reader is. */
        HERE("found-here");

        private final String style;

        Layer(String style) {
            this.style = style;
        }
    }

    private final Map<Layer, Path> paths = new EnumMap<>(Layer.class);

    Backdrop() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Makes a layer ready. Not while its words are laid out: then its styles would come a frame too late. */
    void ready(Layer layer) {
        if (!paths.containsKey(layer)) {
            var path = new Path();
            path.setStrokeWidth(0);
            path.getStyleClass().add(layer.style);
            paths.put(layer, path);
            getChildren().setAll(paths.values());
        }
    }

    /** Draws a layer that is ready anew. */
    void paint(Layer layer, List<? extends PathElement> outlines) {
        Path path = paths.get(layer);
        if (path != null && !(outlines.isEmpty() && path.getElements().isEmpty())) {
            path.getElements().setAll(outlines);
        }
    }

    /** Where on the scene a layer is. */
    Optional<Bounds> place(Layer layer) {
        return Optional.ofNullable(paths.get(layer)).filter(path -> !path.getElements().isEmpty()).map(path -> path.localToScene(path.getLayoutBounds()));
    }
}
