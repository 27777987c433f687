package dev.katman.ui.kit;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must be known of how a text is written before it is drawn: where it begins, and where it may be taken apart. */
public final class Scripts {
    /** No word that one reads is longer; and no line that a person sees holds fewer letters. */
    private static final int LONGEST = 24;
    /**
     * Marks on letters, as in an "é" of two characters; Hebrew, Arabic and their kin; the scripts of India and south-east Asia; Korean in its
     * parts; Cherokee; what joins letters, or emoji; and Hebrew and Arabic letters in the shapes that they have within a word. The greater
     * part is what JavaFX lays out as "complex" text.
     */
    private static final String JOINED = "\\u0300-\\u036F\\u0590-\\u109F\\u1100-\\u11FF\\u13A0-\\u13FF\\u1780-\\u18AF\\u1C50-\\u1C7F"
            + "\\u200C\\u200D\\u202A-\\u202E\\u206A-\\u206F\\uAB70-\\uABFF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC";
    private static final Pattern ANY = Pattern.compile("[" + JOINED + "]");
    private static final String MARKS = "[\\u0300-\\u036F\\u200D]*+";
    /** A letter with marks on it is not taken from them, nor what is written with letters or figures that stand alone from its points. */
    private static final Pattern ALIKE = Pattern.compile("[" + JOINED + "]++|(?=[^\\s" + JOINED + "]*[\\p{L}\\p{N}])(?:[^\\s" + JOINED + "]" + MARKS + ")++|." + MARKS, Pattern.DOTALL);
    private static final Set<Byte> MARK = Set.of(Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK);
    private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");
    private static final Set<Byte> RIGHT_TO_LEFT = Set.of(Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

    private Scripts() {
    }

    /** Whether it is read from right to left: its first letter decides, as in Unicode's rule P2, which JavaFX goes by too. */
    public static boolean isRightToLeft(String text) {
        return isRightToLeft(Stream.of(text));
    }

    /** Likewise of its words; code and formulas never are. */
    static boolean isRightToLeft(Block block) {
        return isRightToLeft(block.runs().map(Span::text));
    }

    private static boolean isRightToLeft(Stream<String> texts) {
        return texts.flatMapToInt(String::codePoints).map(Character::getDirectionality)
                .filter(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT || RIGHT_TO_LEFT.contains((byte) way)).limit(1)
                .anyMatch(way -> way != Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    /** Whether letters take their shape or place from those around them. */
    public static boolean isJoined(String text) {
        return ANY.matcher(text).find();
    }

    /**
     * Whether a control may break its lines: where JavaFX on Linux breaks one within joined letters, it draws the whole of them once more on
     * the next line, or fails with an index that is out of bounds (its PangoGlyphLayout keeps the letters of a run that was cut in two).
     */
    public static boolean mayWrap(String text) {
        return !LINUX || !isJoined(text);
    }

    /**
     * The pieces that are to be nodes of their own; one piece where no letters are joined. A line is never broken within a node that is
     * narrower than the line, which {@link #mayWrap} tells the reason for; so none reaches over a place where a line may break. And joined
     * letters stand apart from all others: where these are of another font, JavaFX on Linux sets a comma before the word that it ends.
     */
    static List<String> pieces(String text) {
        if (!isJoined(text)) {
            return List.of(text);
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            Matcher alike = ALIKE.matcher(text).region(from, to);
            while (alike.find()) {
                addShort(pieces, alike.group());
            }
            from = to;
        }
        return pieces;
    }

    private static void addShort(List<String> pieces, String piece) {
        int from = 0;
        while (piece.length() - from > LONGEST) {
            int cut = whole(piece, from, from + LONGEST);
            pieces.add(piece.substring(from, cut));
            from = cut;
        }
        pieces.add(piece.substring(from));
    }

    /** The last place up to there before which no letter loses its marks, or its other half. */
    private static int whole(String text, int from, int to) {
        for (int at = to; at > from; at--) {
            boolean half = Character.isLowSurrogate(text.charAt(at));
            if (!half && !MARK.contains((byte) Character.getType(text.codePointAt(at)))) {
                return at;
            }
        }
        return to;
    }
}
