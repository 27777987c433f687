package dev.katman.ui.kit;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Emoji of many characters, drawn in memory: the font has one glyph for each, which JavaFX does not find on every system. */
final class EmojiGlyphs {
    private static final Font FONT = font();

    private EmojiGlyphs() {
    }

    /** @param size of a letter, in pixels */
    static Ink draw(String emoji, double size) {
        GlyphVector glyphs = FONT.deriveFont((float) size)
                .layoutGlyphVector(new FontRenderContext(null, true, true), emoji.toCharArray(), 0, emoji.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        Rectangle2D box = glyphs.getLogicalBounds();
        double baseline = Math.ceil(-box.getY());
        return Ink.of((int) Math.ceil(box.getWidth()) + 2, (int) Math.ceil(baseline + box.getMaxY()) + 1, baseline, graphics -> {
            graphics.setColor(Color.BLACK);
            graphics.drawGlyphVector(glyphs, 1, (float) baseline);
        });
    }

    private static Font font() {
        try (var in = Objects.requireNonNull(EmojiGlyphs.class.getResourceAsStream("/assets/fonts/NotoEmoji-Regular.ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font of the emoji", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font of the emoji is broken", e);
        }
    }
}
