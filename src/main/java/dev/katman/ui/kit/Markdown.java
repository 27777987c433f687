package dev.katman.ui.kit;

import dev.katman.markdown.MathSyntax;
import dev.katman.markdown.NoteSyntax;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Markdown that is still being written. Only the last block can change by what comes next, so only it is parsed again: the cost
 * of a piece is bounded by the size of the last block, not of the answer; code between fences is not parsed again at all, and a block
 * that grows beyond all measure is closed, a table to go on under the same header. A link whose address stands far below it, and the mark of a
 * footnote, stay plain until {@link #parse} reads the whole.
 *
 * <p>Not safe for use by many threads.
 */
public final class Markdown {
    /** A longer text is not worth reading a second time for the few links whose addresses stand below them. */
    private static final int WORTH_READING_AGAIN = 256 * 1_024;
    /** As much of an unfinished block is read again with every piece; a frame can bear that. */
    private static final int MOST_PENDING = 3 * 1_024;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create(), NoteSyntax.create(),
                    MathSyntax.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(40) // what nests deeper than people do would exhaust the stack
            .maxInlineNesting(40)
            .build();

    private final StringBuilder open = new StringBuilder();
    private final List<Block> finished = new ArrayList<>();
    private List<Block> last = List.of();
    private Optional<OpenFence> fence = Optional.empty();
    private long read;

    /** The blocks of a whole text. */
    public static List<Block> parse(String text) {
        var blocks = new ArrayList<Block>();
        for (Node node = PARSER.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            MarkdownBlocks.of(node, blocks);
        }
        return List.copyOf(blocks);
    }

    /**
     * The blocks of the whole, once it is there.
     *
     * @param text all that was appended
     */
    public List<Block> whole(String text) {
        return text.length() <= WORTH_READING_AGAIN ? parse(text) : blocks();
    }

    /** Adds what came. */
    public void append(String delta) {
        if (fence.isPresent()) {
            Optional<String> behind = fence.get().append(delta);
            if (behind.isEmpty()) {
                return;
            }
            finished.add(fence.get().block());
            fence = Optional.empty();
            open.append(behind.get());
        } else {
            open.append(delta);
        }
        parseOpen();
        while (open.length() > MOST_PENDING && fence.isEmpty()) {
            close();
            parseOpen();
        }
    }

    private void parseOpen() {
        List<Node> nodes = nodes(open.toString());
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
        if (done == nodes.size() - 1 && nodes.getLast() instanceof FencedCodeBlock code && code.getClosingFenceLength() == null) {
            int lines = open.indexOf("\n", done > 0 ? 0 : lineStart(code)) + 1;
            if (lines > 0) {
                fence = Optional.of(OpenFence.of(code, open.substring(lines)));
                open.setLength(0);
            }
        }
    }

    /** Closes the block that grows and grows, best where a line begins that is not within something. */
    private void close() {
        int cut = MOST_PENDING;
        for (int line = open.lastIndexOf("\n", MOST_PENDING - 1); line > 0; line = open.lastIndexOf("\n", line - 1)) {
            if (cut == MOST_PENDING || !Character.isWhitespace(open.charAt(line + 1))) {
                cut = line + 1;
                if (!Character.isWhitespace(open.charAt(cut))) {
                    break;
                }
            }
        }
        if (Character.isLowSurrogate(open.charAt(cut))) {
            cut--;
        }
        List<Node> closed = nodes(open.substring(0, cut));
        closed.forEach(node -> MarkdownBlocks.of(node, finished));
        boolean goesOn = open.charAt(cut - 1) == '\n' && open.charAt(cut) != '\n';
        String header = goesOn && !closed.isEmpty() && closed.getLast() instanceof TableBlock table ? header(table) : "";
        open.delete(0, cut);
        open.insert(0, header);
    }

    /** Its first two lines, below which more rows make a table; none where they are as long as tables are let grow. */
    private String header(TableBlock table) {
        SourceSpan names = table.getSourceSpans().getFirst();
        SourceSpan line = table.getSourceSpans().get(1);
        int end = line.getInputIndex() + line.getLength();
        return end - names.getInputIndex() > MOST_PENDING / 2 ? "" : open.substring(names.getInputIndex(), end) + "\n";
    }

    private List<Node> nodes(String text) {
        read += text.length();
        var nodes = new ArrayList<Node>();
        for (Node node = PARSER.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            nodes.add(node);
        }
        return nodes;
    }

    /** Everything up to now. */
    public List<Block> blocks() {
        var all = new ArrayList<>(finished);
        if (fence.isPresent()) {
            all.add(fence.get().block()); // made when it is looked at, and not with every piece
        } else {
            all.addAll(last);
        }
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

    /** The characters that were parsed up to now, those that were parsed again counted again. */
    long read() {
        return read;
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
