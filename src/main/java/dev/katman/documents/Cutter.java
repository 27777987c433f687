package dev.katman.documents;

import dev.katman.context.Sentences;
import dev.katman.context.TextLanguage;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document into fragments along its own structure: at a page's end always, at a heading where there is enough before it, else between
 * blocks, and within a block that is too long between its sentences or lines. Linear in the length.
 */
public final class Cutter {
    /** A block that a reader makes is not much longer, so that one without any structure can be cut while it is read. Characters. */
    static final int LONGEST_PARAGRAPH = 8_000;

    /** Room of a fragment, in Latin letters: a token holds 3.7 of them in Turkish and 4.9 in English (o200k). */
    private static final int ROOM = 1_400;
    /** Signs and figures make shorter tokens; a letter of another script can be two of them. */
    private static final int DENSE = 2;
    private static final int DENSEST = 6;
    /** A heading opens a new fragment where the one before has at least this. */
    private static final int ENOUGH = ROOM / 3;
    private static final int LATIN = 0x250;

    private final List<Fragment> fragments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Place place = new Place(0, 0, "");
    private int weight;
    /** Whether there are only headings yet. */
    private boolean headings;
    private Block.Shape last = Block.Shape.PROSE;

    private Cutter() {
    }

    /** The fragments of a document, in its order; together they hold all of its text. */
    public static List<Fragment> cut(Document document) {
        var cutter = new Cutter();
        document.blocks().forEach(cutter::add);
        cutter.flush();
        return List.copyOf(cutter.fragments);
    }

    private void add(Block block) {
        if (block.shape() == Block.Shape.FRAGMENT) {
            flush();
            put(block.text(), block);
            flush();
            return;
        }
        boolean turns = block.place().page() != place.page();
        boolean opens = block.shape() == Block.Shape.HEADING && weight >= ENOUGH;
        boolean otherTable = block.shape() == Block.Shape.LINES && last == Block.Shape.LINES
                && !block.place().heading().equals(place.heading());
        if (turns || opens || otherTable && weight >= ENOUGH) {
            flush();
        }
        if (weight(block.text()) <= ROOM) {
            put(block.text(), block);
        } else {
            pieces(block).forEach(piece -> put(piece, block));
        }
    }

    private void put(String piece, Block block) {
        int more = weight(piece);
        if (weight > 0 && weight + more > ROOM) {
            flush();
        }
        if (text.isEmpty()) {
            place = block.place();
            headings = true;
        } else {
            text.append(last == Block.Shape.LINES && block.shape() == Block.Shape.LINES ? "\n" : "\n\n");
        }
        if (headings) { // what begins with its heading stands under it
            place = new Place(place.page(), place.line(), block.place().heading());
            headings = block.shape() == Block.Shape.HEADING;
        }
        text.append(piece);
        weight += more;
        last = block.shape();
    }

    private void flush() {
        if (!text.isEmpty()) {
            fragments.add(new Fragment(fragments.size(), place, text.toString()));
        }
        text.setLength(0);
        weight = 0;
    }

    /** As long as they may be, cut where it hurts least. */
    private static List<String> pieces(Block block) {
        String all = block.text();
        List<String> parts = block.shape() == Block.Shape.LINES ? all.lines().toList()
                : Sentences.of(all, TextLanguage.of(all)).stream().map(span -> span.of(all)).toList();
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int filled = 0;
        for (String part : parts) {
            for (String bit : bits(part)) {
                int more = weight(bit);
                if (filled > 0 && filled + more > ROOM) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                    filled = 0;
                }
                piece.append(piece.isEmpty() ? "" : block.shape() == Block.Shape.LINES ? "\n" : " ").append(bit);
                filled += more;
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** A sentence or line that is too long itself is cut between words, or at worst within one. */
    private static List<String> bits(String part) {
        if (weight(part) <= ROOM) {
            return List.of(part);
        }
        var bits = new ArrayList<String>();
        int from = 0;
        int filled = 0;
        int space = -1;
        for (int i = 0; i < part.length(); i++) {
            filled += weight(part.charAt(i));
            if (filled > ROOM) {
                int to = space > from ? space : Character.isLowSurrogate(part.charAt(i)) ? i - 1 : i;
                bits.add(part.substring(from, to).strip());
                from = to;
                filled = weight(part.substring(from, i + 1));
            }
            space = part.charAt(i) == ' ' ? i : space;
        }
        bits.add(part.substring(from).strip());
        bits.removeIf(String::isEmpty);
        return bits;
    }

    private static int weight(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += weight(text.charAt(i));
        }
        return sum;
    }

    private static int weight(char c) {
        if (c >= LATIN) {
            return DENSEST;
        }
        return Character.isLetter(c) || c == ' ' ? 1 : DENSE;
    }
}
