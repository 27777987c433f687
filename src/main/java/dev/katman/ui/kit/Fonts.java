package dev.katman.ui.kit;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The program's own fonts, so that it looks the same everywhere. */
final class Fonts {
    private static final List<String> FILES = List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold",
            "Inter-Italic", "Inter-BoldItalic", "JetBrainsMono-Regular", "JetBrainsMono-Bold", "NotoEmoji-Regular");

    private Fonts() {
    }

    /** Makes them known to JavaFX. A second call finds them already there. */
    static void load() {
        for (String file : FILES) {
            try (var in = Fonts.class.getResourceAsStream("/assets/fonts/" + file + ".ttf")) {
                if (in == null || Font.loadFont(in, 12) == null) {
                    throw new IllegalStateException("the font " + file + " is missing from the program");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the font " + file, e);
            }
        }
    }
}
