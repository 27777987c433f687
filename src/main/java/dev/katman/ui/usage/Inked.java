package dev.katman.ui.usage;

import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What draws by itself with the style sheet's colours and font, and anew when these change. */
abstract class Inked extends Region {
    private static final Map<Ink, CssMetaData<Inked, Color>> COLOURS = new EnumMap<>(Ink.class);
    private static final FontCssMetaData<Inked> FONT = new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(Inked node) {
            return !node.font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(Inked node) {
            return node.font;
        }
    };
    private static final List<CssMetaData<? extends Styleable, ?>> ALL;

    static {
        for (Ink ink : Ink.values()) {
            COLOURS.put(ink, new CssMetaData<>(ink.property(), ColorConverter.getInstance(), Color.GRAY) {
                @Override
                public boolean isSettable(Inked node) {
                    return !node.colours.get(ink).isBound();
                }

                @Override
                public StyleableProperty<Color> getStyleableProperty(Inked node) {
                    return node.colours.get(ink);
                }
            });
        }
        ALL = Stream.of(Region.getClassCssMetaData().stream(), COLOURS.values().stream(), Stream.of(FONT)).flatMap(all -> all)
                .<CssMetaData<? extends Styleable, ?>>map(each -> each).toList();
    }

    private final Map<Ink, StyleableObjectProperty<Color>> colours = new EnumMap<>(Ink.class);
    private final StyleableObjectProperty<Font> font = new SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault());

    Inked() {
        getStyleClass().add("inked");
        for (Ink ink : Ink.values()) {
            var colour = new SimpleStyleableObjectProperty<>(COLOURS.get(ink), this, ink.name(), Color.GRAY);
            colour.addListener((value, before, now) -> requestLayout());
            colours.put(ink, colour);
        }
        font.addListener((value, before, now) -> requestLayout());
    }

    Color colour(Ink ink) {
        return colours.get(ink).get();
    }

    Color colour(Tone tone) {
        Color pure = colour(tone.ink());
        return switch (tone.shade() % Tone.SHADES) {
            case 1 -> pure.interpolate(colour(Ink.SURFACE), 0.42);
            case 2 -> pure.interpolate(colour(Ink.TEXT), 0.4);
            case 3 -> pure.interpolate(colour(Ink.SURFACE), 0.68);
            case 4 -> pure.interpolate(colour(Ink.TEXT), 0.68);
            default -> pure;
        };
    }

    Font font() {
        return font.get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}
