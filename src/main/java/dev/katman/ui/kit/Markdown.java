package dev.katman.ui.kit;

import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.ArrayList;
import java.util.List;

/**
 * Markdown that is still being written. Only the last block can change by what comes next, so only it is parsed again: the cost
 * of a piece is bounded by the size of the last block, not of the answer. A link whose address stands far below it stays plain
 * until {@link #parse} reads the whole.
 *
 * <p>Not safe for use by many threads.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private final StringBuilder open = new StringBuilder();
    private final List<Block> finished = new ArrayList<>();
    private List<Block> last = List.of();

    /** The blocks of a whole text. */
    public static List<Block> parse(String text) {
        var blocks = new ArrayList<Block>();
        for (Node node = PARSER.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            MarkdownBlocks.of(node, blocks);
        }
        return List.copyOf(blocks);
    }

    /** Adds what came. */
    public void append(String delta) {
        open.append(delta);
        var nodes = new ArrayList<Node>();
        for (Node node = PARSER.parse(open.toString()).getFirstChild(); node != null; node = node.getNext()) {
            nodes.add(node);
        }
        int done = 0;
        // A block is finished when the next one has begun with a whole line. Half a line proves nothing: "#" begins a heading and
        // "#1 of" goes on with the paragraph above it.
        int wholeLines = open.lastIndexOf("\n") + 1;
        while (done + 1 < nodes.size() && firstLineEnd(nodes.get(done + 1)) < wholeLines) {
            MarkdownBlocks.of(nodes.get(done), finished);
            done++;
        }
        var rest = new ArrayList<Block>();
        nodes.subList(done, nodes.size()).forEach(node -> MarkdownBlocks.of(node, rest));
        last = rest;
        if (done > 0) {
            open.delete(0, lineStart(nodes.get(done)));
        }
    }

    /** Everything up to now. */
    public List<Block> blocks() {
        var all = new ArrayList<>(finished);
        all.addAll(last);
        return all;
    }

    /** How many of {@link #blocks} will never change again. */
    public int finished() {
        return finished.size();
    }

    /** The characters that the next piece will have to read again. */
    int pending() {
        return open.length();
    }

    private static int firstLineEnd(Node node) {
        var line = node.getSourceSpans().getFirst();
        return line.getInputIndex() + line.getLength();
    }

    /** A block's span begins behind its indentation, which may carry meaning: four spaces make code. */
    private int lineStart(Node node) {
        return open.lastIndexOf("\n", node.getSourceSpans().getFirst().getInputIndex() - 1) + 1;
    }
}
