package dev.katman.ui.kit;

import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.awt.Color;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Formulas, read and drawn by JLaTeXMath in memory. It keeps what it knows in one place for all, so it is asked by one thread at a
 * time. What comes from a model is not trusted: a formula may neither read files nor teach it new commands, nor be without measure.
 */
final class Tex {
    private static final Logger LOG = LoggerFactory.getLogger(Tex.class);
    /** Commands that define, load or stretch. What they would draw nobody misses in an answer. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\\\(?:(?:re)?new(?:command|environment)|provide\\w*|def|let|makeat\\w*|include\\w*|input"
            + "|jlm\\w*|jlatexmath\\w*|font|fatalIf\\w*|href|url|rule|[hv]space|raisebox|scalebox|resizebox|rotatebox|textcolor|color|definecolor|fgcolor"
            + "|bgcolor|colorbox|fcolorbox|special\\w*|Dynamic|external\\w*|char|unicode\\w*|geoprop|shoveleft|hdotsfor)(?![A-Za-z])");
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 40;
    /** In pixels; a screen is not wider. */
    private static final int LARGEST = 4_000;

    private Tex() {
    }

    /**
     * Draws a formula.
     *
     * @param source with its marks
     * @param size   of a letter, in pixels
     * @return empty where it is no formula
     */
    static Optional<Ink> draw(String source, double size) {
        boolean apart = source.startsWith("$$") || source.startsWith("\\[");
        int marks = source.startsWith("$") && !apart ? 1 : 2;
        if (source.length() > LONGEST || source.length() <= 2 * marks || !closed(source) || FORBIDDEN.matcher(source).find()
                || depth(source) > DEEPEST) {
            return Optional.empty();
        }
        String formula = source.substring(marks, source.length() - marks).strip();
        synchronized (Tex.class) {
            try {
                TeXIcon icon = new TeXFormula(formula).createTeXIcon(apart ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, (float) size);
                return icon.getIconWidth() < 1 || icon.getIconHeight() < 1 || icon.getIconWidth() > LARGEST || icon.getIconHeight() > LARGEST
                        ? Optional.empty() : Optional.of(ink(icon));
            } catch (ParseException e) {
                return Optional.empty(); // then its source is shown, which says all that it could
            } catch (RuntimeException | StackOverflowError e) {
                LOG.debug("a formula that JLaTeXMath stumbles over", e); // not all its complaints are of its own kind, and commands nest without braces
                return Optional.empty();
            }
        }
    }

    private static boolean closed(String source) {
        return source.endsWith(source.startsWith("$$") ? "$$" : source.startsWith("$") ? "$" : source.startsWith("\\[") ? "\\]" : "\\)");
    }

    /** How deep its groups nest; without measure where they do not close. */
    private static int depth(String source) {
        int braces = 0;
        int pairs = 0;
        int deepest = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                pairs += source.startsWith("\\left", i) || source.startsWith("\\begin", i) ? 1
                        : source.startsWith("\\right", i) || source.startsWith("\\end", i) ? -1 : 0;
                i++; // what is escaped opens nothing
            }
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            deepest = Math.max(deepest, braces + pairs);
        }
        return braces == 0 ? deepest : Integer.MAX_VALUE;
    }

    private static Ink ink(TeXIcon icon) {
        icon.setForeground(Color.BLACK);
        return Ink.of(icon.getIconWidth(), icon.getIconHeight(), icon.getBaseLine() * icon.getIconHeight(), graphics -> icon.paintIcon(null, graphics, 0, 0));
    }
}
