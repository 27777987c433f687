package dev.katman.context;

import dev.katman.markdown.MathSyntax;
import dev.katman.markdown.NoteSyntax;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown as it is read: the words, without what only marks them, without the addresses of links and the marks of footnotes; of a formula
 * what stands between its marks. Safe for use by many threads.
 */
final class ReadText {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create(), NoteSyntax.create(), MathSyntax.create()))
            .maxOpenBlockParsers(40) // what nests deeper than people do would exhaust the stack
            .maxInlineNesting(40)
            .build();
    /** Most of what is said has none of these, and is read as it stands. */
    private static final Pattern SIGNS = Pattern.compile("[*_`#\\[\\]|~<>&\\\\=$]|^\\s*[-+]\\s", Pattern.MULTILINE);

    private ReadText() {
    }

    static String of(String markdown) {
        if (!SIGNS.matcher(markdown).find()) {
            return markdown;
        }
        var read = new StringBuilder();
        read(PARSER.parse(markdown), read);
        return read.toString().stripTrailing();
    }

    private static void read(Node node, StringBuilder read) {
        switch (node) {
            case Text text -> read.append(text.getLiteral());
            case Code code -> read.append(code.getLiteral());
            case MathSyntax.InLine math -> read.append(math.formula());
            case MathSyntax.Apart math -> read.append(math.formula());
            case NoteSyntax.Mark mark -> { } // there is no room to raise it, and what it leads to may stand far away
            case HtmlInline html -> read.append(html.getLiteral());
            case SoftLineBreak end -> read.append(' ');
            case HardLineBreak end -> read.append(' ');
            case FencedCodeBlock code -> read.append(code.getLiteral());
            case IndentedCodeBlock code -> read.append(code.getLiteral());
            case HtmlBlock html -> read.append(html.getLiteral());
            case BulletList list -> items(list, 0, "•", read);
            case OrderedList list -> items(list, list.getMarkerStartNumber(), list.getMarkerDelimiter(), read);
            default -> within(node, read);
        }
        boolean apart = node instanceof Block || node instanceof TableCell;
        if (apart && !read.isEmpty() && !Character.isWhitespace(read.charAt(read.length() - 1))) {
            read.append(' ');
        }
    }

    private static void within(Node node, StringBuilder read) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            read(child, read);
        }
    }

    /** @param first number; of no meaning where the items have bullets */
    private static void items(Node list, int first, String marker, StringBuilder read) {
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            read.append(list instanceof OrderedList ? number++ + marker : marker).append(' ');
            read(item, read);
        }
    }
}
