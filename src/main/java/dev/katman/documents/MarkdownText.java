package dev.katman.documents;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown: its headings as headings, every other block as its source, so that nothing of it is lost. */
final class MarkdownText implements TextFormat {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

    @Override
    public void read(BufferedReader text, Blocks into) throws IOException {
        String source = all(text, into);
        Node document = PARSER.parse(source);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                into.heading(heading.getLevel(), PLAIN.render(heading), 0, line(node));
            } else if (node instanceof BulletList || node instanceof OrderedList) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    into.add(Block.Shape.PROSE, source(source, item), 0, line(item));
                }
            } else if (!(node instanceof ThematicBreak)) {
                boolean lines = node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock || node instanceof HtmlBlock
                        || node instanceof org.commonmark.ext.gfm.tables.TableBlock;
                into.add(lines ? Block.Shape.LINES : Block.Shape.PROSE, source(source, node), 0, line(node));
            }
        }
    }

    /** The whole text, as far as the bounds allow. */
    static String all(BufferedReader text, Blocks into) throws IOException {
        var all = new StringBuilder();
        var buffer = new char[16_384];
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            into.live();
            all.append(buffer, 0, n);
            if (all.length() > into.bounds().characters()) {
                throw new Unreadable(Reading.Reason.TOO_MUCH_TEXT, into.bounds().characters());
            }
        }
        return all.toString();
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private static String source(String source, Node node) {
        return node.getSourceSpans().stream().map(span -> of(source, span)).collect(Collectors.joining("\n"));
    }

    private static String of(String source, SourceSpan span) {
        return source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }
}
