package dev.katman.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was drawn in memory (formulas, and emoji that JavaFX cannot put together), so that what stays on the screen while the answer
 * grows is drawn once. The first of all takes a second, for its fonts, so drawing goes on beside and the source stands there meanwhile.
 * Of the FX thread.
 */
public final class Drawings {
    private static final int KEPT = 400;

    private final Work work;
    private final Map<Key, Drawing> drawings = new Newest<>();
    private final Map<Paint, Image> pictures = new Newest<>();
    private final Map<Key, List<Runnable>> asked = new HashMap<>();

    private record Key(Kind kind, String source, double size) {
    }

    /** Ink in a colour. */
    private record Paint(Ink ink, int rgb) {
    }

    /** What was used last. */
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }

    /** What can be drawn. */
    enum Kind {
        FORMULA,
        EMOJI;

        private Optional<Ink> draw(String source, double size) {
            return switch (this) {
                case FORMULA -> Tex.draw(source, size);
                case EMOJI -> Optional.of(EmojiGlyphs.draw(source, size));
            };
        }
    }

    /** What is known of a drawing. */
    sealed interface Drawing {
        /** Not yet anything. */
        record Unknown() implements Drawing {
        }

        /** A formula that is none, whatever its marks say. */
        record Nothing() implements Drawing {
        }

        record Drawn(Ink ink) implements Drawing {
        }
    }

    /** @param work draws beside the FX thread */
    public Drawings(Work work) {
        this.work = work;
    }

    /**
     * Draws it, or finds it drawn.
     *
     * @param source of a formula with its marks
     * @param size   of a letter, in pixels of the screen
     * @param known  called later, when something is known; not if it is already
     */
    Drawing drawing(Kind kind, String source, double size, Runnable known) {
        var key = new Key(kind, source, size);
        Drawing drawing = drawings.get(key);
        if (drawing != null) {
            return drawing;
        }
        List<Runnable> waiting = asked.computeIfAbsent(key, k -> new ArrayList<>());
        waiting.add(known);
        if (waiting.size() == 1) {
            work.run("draw in memory", () -> kind.draw(source, size), found -> drawn(key, found));
        }
        return new Drawing.Unknown();
    }

    /** The picture of ink in a colour: one for all the places where it stands, as the toolkit keeps a texture of each. */
    Image picture(Ink ink, Color colour) {
        int rgb = (int) (colour.getRed() * 255) << 16 | (int) (colour.getGreen() * 255) << 8 | (int) (colour.getBlue() * 255);
        return pictures.computeIfAbsent(new Paint(ink, rgb), key -> {
            var pixels = new int[ink.cover().length];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (ink.cover()[p] & 0xFF) << 24 | rgb;
            }
            var image = new WritableImage(ink.width(), ink.height());
            image.getPixelWriter().setPixels(0, 0, ink.width(), ink.height(), PixelFormat.getIntArgbInstance(), pixels, 0, ink.width());
            return image;
        });
    }

    /** Runs it when nothing is being laid out. */
    void later(Runnable action) {
        work.pulse().post(action);
    }

    private void drawn(Key key, Optional<Ink> ink) {
        drawings.put(key, ink.<Drawing>map(Drawing.Drawn::new).orElseGet(Drawing.Nothing::new));
        asked.remove(key).forEach(Runnable::run);
    }
}
