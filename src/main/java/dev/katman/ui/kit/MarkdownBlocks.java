package dev.katman.ui.kit;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parser's tree as flat rows. */
final class MarkdownBlocks {
    private static final List<String> BULLETS = List.of("•", "◦", "▪");

    private MarkdownBlocks() {
    }

    static void of(Node node, List<Block> out) {
        of(node, 0, out);
    }

    private static void of(Node node, int depth, List<Block> out) {
        switch (node) {
            case Heading heading -> out.add(new Block.Heading(heading.getLevel(), spans(heading)));
            case Paragraph paragraph -> out.add(new Block.Paragraph(spans(paragraph)));
            case FencedCodeBlock code -> out.add(new Block.Code(language(code.getInfo()), chomp(code.getLiteral())));
            case IndentedCodeBlock code -> out.add(new Block.Code("", chomp(code.getLiteral())));
            case HtmlBlock html -> out.add(new Block.Paragraph(List.of(new Span(chomp(html.getLiteral())))));
            case ThematicBreak rule -> out.add(new Block.Rule());
            case TableBlock table -> out.add(table(table));
            case BlockQuote quote -> inside(quote, depth).forEach(block -> out.add(new Block.Quote(block)));
            case BulletList list -> list(list, depth + 1, -1, ".", out);
            case OrderedList list -> list(list, depth + 1, Optional.ofNullable(list.getMarkerStartNumber()).orElse(1),
                    Optional.ofNullable(list.getMarkerDelimiter()).orElse("."), out);
            default -> { } // a link's definition has nothing to show
        }
    }

    private static List<Block> inside(Node parent, int depth) {
        var blocks = new ArrayList<Block>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            of(child, depth, blocks);
        }
        return blocks;
    }

    /** @param first the first number; -1 for bullets */
    private static void list(Node list, int depth, int first, String delimiter, List<Block> out) {
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String marker = first < 0 ? BULLETS.get(Math.min(depth, BULLETS.size()) - 1) : number++ + delimiter;
            List<Block> blocks = inside(item, depth);
            if (blocks.isEmpty() || blocks.getFirst() instanceof Block.ListItem) {
                out.add(new Block.ListItem(depth, marker, new Block.Paragraph(List.of())));
                marker = "";
            }
            for (Block block : blocks) {
                // A list inside a list is already in rows of its own depth.
                out.add(block instanceof Block.ListItem ? block : new Block.ListItem(depth, marker, block));
                marker = "";
            }
        }
    }

    private static Block.Table table(TableBlock table) {
        var columns = new ArrayList<Block.Align>();
        var header = new ArrayList<Block.Cell>();
        var rows = new ArrayList<List<Block.Cell>>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                var cells = new ArrayList<Block.Cell>();
                for (Node node = row.getFirstChild(); node instanceof TableCell cell; node = node.getNext()) {
                    cells.add(new Block.Cell(spans(cell)));
                    if (part instanceof TableHead) {
                        columns.add(align(cell.getAlignment()));
                    }
                }
                if (part instanceof TableHead) {
                    header.addAll(cells);
                } else {
                    rows.add(cells);
                }
            }
        }
        return new Block.Table(columns, header, rows);
    }

    private static Block.Align align(TableCell.Alignment alignment) {
        return switch (alignment) {
            case CENTER -> Block.Align.CENTRE;
            case RIGHT -> Block.Align.RIGHT;
            case LEFT -> Block.Align.LEFT;
            case null -> Block.Align.LEFT;
        };
    }

    private static List<Span> spans(Node parent) {
        var spans = new ArrayList<Span>();
        collect(parent, EnumSet.noneOf(Span.Mark.class), Optional.empty(), spans);
        return spans;
    }

    private static void collect(Node parent, Set<Span.Mark> marks, Optional<URI> link, List<Span> out) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(text.getLiteral(), marks, link, out);
                case Code code -> add(code.getLiteral(), with(marks, Span.Mark.CODE), link, out);
                case SoftLineBreak soft -> add(" ", marks, link, out);
                case HardLineBreak hard -> add("\n", marks, link, out);
                case HtmlInline html -> add(html.getLiteral(), marks, link, out);
                case Emphasis em -> collect(em, with(marks, Span.Mark.ITALIC), link, out);
                case StrongEmphasis strong -> collect(strong, with(marks, Span.Mark.BOLD), link, out);
                case Strikethrough strike -> collect(strike, with(marks, Span.Mark.STRIKE), link, out);
                case Link target -> collect(target, marks, web(target.getDestination()), out);
                case Image image -> image(image, marks, out);
                default -> collect(node, marks, link, out);
            }
        }
    }

    /** Never fetched: whoever draws a picture from somewhere tells that somewhere who is reading. */
    private static void image(Image image, Set<Span.Mark> marks, List<Span> out) {
        int before = out.size();
        collect(image, marks, web(image.getDestination()), out);
        if (out.size() == before) {
            add(image.getDestination(), marks, web(image.getDestination()), out);
        }
    }

    private static void add(String text, Set<Span.Mark> marks, Optional<URI> link, List<Span> out) {
        if (!out.isEmpty() && out.getLast().marks().equals(marks) && out.getLast().link().equals(link)) {
            out.set(out.size() - 1, new Span(out.getLast().text() + text, marks, link));
        } else {
            out.add(new Span(text, marks, link));
        }
    }

    private static Set<Span.Mark> with(Set<Span.Mark> marks, Span.Mark mark) {
        var more = EnumSet.of(mark);
        more.addAll(marks);
        return more;
    }

    private static Optional<URI> web(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String language(String info) {
        return info == null ? "" : info.strip().split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String chomp(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
