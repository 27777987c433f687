package dev.katman.ui.kit;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * What was drawn in memory, as it covers the screen, in no colour yet.
 *
 * @param width    in pixels, without empty columns at either side
 * @param baseline pixels from the top to the line that it stands on
 * @param cover    how much of each pixel is ink, 0 to 255
 */
record Ink(int width, int height, double baseline, byte[] cover) {
    /** Draws, and keeps the ink. */
    static Ink of(int width, int height, double baseline, Consumer<Graphics2D> draw) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        draw.accept(graphics);
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        int left = 0;
        while (left < width - 1 && isBlank(pixels, width, left)) {
            left++;
        }
        int right = width;
        while (right > left + 1 && isBlank(pixels, width, right - 1)) {
            right--;
        }
        int inked = right - left;
        var cover = new byte[inked * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < inked; x++) {
                cover[y * inked + x] = (byte) (pixels[y * width + left + x] >>> 24);
            }
        }
        return new Ink(inked, height, baseline, cover);
    }

    private static boolean isBlank(int[] pixels, int width, int column) {
        for (int p = column; p < pixels.length; p += width) {
            if (pixels[p] >>> 24 != 0) {
                return false;
            }
        }
        return true;
    }
}
