package dev.katman.ui.usage;

import dev.katman.exchange.CsvLine;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a chart into a file. */
final class Exports {
    /** A picture is drawn twice as fine as on a plain screen, so that it stays sharp in a document. */
    private static final double FINE = 2;

    private Exports() {
    }

    /** What a file is called before the reader says otherwise: {@code katman-models-2026-11-22.csv}. */
    static String name(ChartData data, UsageSpan span, UsageWords words, String ending) {
        String start = words.at(span.from()).toLocalDate().toString();
        return "katman-" + data.id() + "-" + start + "." + ending;
    }

    /** On the FX thread. */
    static WritableImage photograph(ChartCard card) {
        card.withoutTools(true);
        try {
            var how = new SnapshotParameters();
            how.setTransform(new Scale(FINE, FINE));
            how.setFill(Color.TRANSPARENT);
            return card.snapshot(how, null);
        } finally {
            card.withoutTools(false);
        }
    }

    static void csv(ChartData data, Path file) throws IOException {
        Files.writeString(file, CsvLine.BYTE_ORDER_MARK + Csv.of(data), StandardCharsets.UTF_8);
    }

    static void png(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("nobody here writes PNG");
        }
    }
}
