package dev.katman.ui.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * As much of a block as is laid out at once. Text is laid out as a whole, so a block without measure would hold up the window;
 * its beginning is shown, and more where the reader asks for it.
 *
 * @param block  the beginning, or all of it
 * @param hidden characters that are left out
 */
record Excerpt(Block block, int hidden) {
    /** What is shown unasked: some four hundred lines of code. */
    static final int FIRST = 40_000;
    /** A character of text that wraps costs as many of code, whose lines are laid out one by one. */
    private static final int WRAPPED = 4;
    /** What a line of code, or a cell, costs beside its characters. */
    private static final int LINE = 40;

    /** @param room in characters */
    static Excerpt of(Block block, int room) {
        int length = Passage.length(block);
        if (length <= room / (LINE + 1)) { // even if each were a line of its own
            return new Excerpt(block, 0);
        }
        int shown = switch (inner(block)) {
            case Block.Code code -> lines(code.text(), room);
            case Block.Table table -> rows(table, room);
            default -> Math.min(length, room / WRAPPED);
        };
        if (shown >= length) {
            return new Excerpt(block, 0);
        }
        Block part = Passage.cut(block, 0, shown);
        String words = Passage.text(part);
        boolean half = !words.isEmpty() && Character.isHighSurrogate(words.charAt(words.length() - 1));
        return new Excerpt(half ? Passage.cut(block, 0, shown - 1) : part, length - (half ? shown - 1 : shown));
    }

    private static Block inner(Block block) {
        return switch (block) {
            case Block.ListItem item -> inner(item.content());
            case Block.Quote quote -> inner(quote.content());
            case Block.Note note -> inner(note.content());
            default -> block;
        };
    }

    private static int lines(String text, int room) {
        int left = room;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int length = (end < 0 ? text.length() : end) - at;
            if (length + LINE > left) {
                return at == 0 ? Math.min(length, room) : at - 1; // without the last line's end
            }
            left -= length + LINE;
            at += length + 1;
        }
        return text.length();
    }

    private static int rows(Block.Table table, int room) {
        var rows = new ArrayList<List<Block.Cell>>(table.rows());
        rows.addFirst(table.header());
        int left = room;
        int at = 0;
        for (List<Block.Cell> row : rows) {
            int length = row.stream().mapToInt(cell -> Passage.text(new Block.Paragraph(cell.spans())).length() + 1).sum();
            left -= length + LINE * row.size();
            if (left < 0) {
                return at == 0 ? Math.min(length, room) : at - 1;
            }
            at += length;
        }
        return Integer.MAX_VALUE;
    }
}
