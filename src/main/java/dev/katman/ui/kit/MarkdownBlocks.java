package dev.katman.ui.kit;

import dev.katman.markdown.MathSyntax;
import dev.katman.markdown.NoteSyntax;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parser's tree as flat rows. */
final class MarkdownBlocks {
    private static final List<String> BULLETS = List.of("•", "◦", "▪");
    private static final Pattern BOX = Pattern.compile("\\[([ xX])]\\s+");
    /** Lists in lists and quotes in quotes: deeper ones would leave no room for their words, and mean nothing to anybody. */
    private static final int DEEPEST = 8;
    /** A table with more columns is data, and is shown as it came. */
    private static final int WIDEST = 40;

    private MarkdownBlocks() {
    }

    static void of(Node node, List<Block> out) {
        of(node, 0, out);
    }

    private static void of(Node node, int depth, List<Block> out) {
        switch (node) {
            case Heading heading -> out.add(new Block.Heading(heading.getLevel(), spans(heading)));
            case Paragraph paragraph -> out.add(new Block.Paragraph(spans(paragraph)));
            case FencedCodeBlock code -> out.add(new Block.Code(language(code.getInfo()), Visible.text(chomp(code.getLiteral()))));
            case IndentedCodeBlock code -> out.add(new Block.Code("", Visible.text(chomp(code.getLiteral()))));
            case HtmlBlock html -> out.add(new Block.Paragraph(List.of(new Span(Visible.text(chomp(html.getLiteral()))))));
            case MathSyntax.Apart math -> out.add(new Block.Formula(Visible.text(math.source())));
            case ThematicBreak rule -> out.add(new Block.Rule());
            case TableBlock table -> out.add(table(table));
            case BlockQuote quote -> inside(quote, depth).forEach(block -> out.add(quotes(block) < DEEPEST ? new Block.Quote(block) : block));
            case NoteSyntax.Note note -> note(note, out);
            case BulletList list -> list(list, Math.min(depth + 1, DEEPEST), -1, ".", out);
            case OrderedList list -> list(list, Math.min(depth + 1, DEEPEST), Optional.ofNullable(list.getMarkerStartNumber()).orElse(1),
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

    private static void note(NoteSyntax.Note note, List<Block> out) {
        List<Block> blocks = inside(note, 0);
        for (int i = 0; i < blocks.size(); i++) {
            out.add(new Block.Note(i == 0 ? Visible.text(note.label()) : "", blocks.get(i)));
        }
    }

    /** @param first the first number; -1 for bullets */
    private static void list(Node list, int depth, int first, String delimiter, List<Block> out) {
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Optional<String> box = box(item);
            String marker = box.isPresent() ? box.get() : first < 0 ? BULLETS.get(Math.min(depth, BULLETS.size()) - 1) : number++ + delimiter;
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

    /** A box at the head of an item is its marker, and no longer of its words. */
    private static Optional<String> box(Node item) {
        if (item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
            Matcher box = BOX.matcher(text.getLiteral());
            if (box.lookingAt()) {
                text.setLiteral(text.getLiteral().substring(box.end()));
                return Optional.of(box.group(1).equals(" ") ? Block.TO_DO : Block.DONE);
            }
        }
        return Optional.empty();
    }

    private static int quotes(Block block) {
        return switch (block) {
            case Block.Quote quote -> 1 + quotes(quote.content());
            case Block.ListItem item -> quotes(item.content());
            case Block.Note note -> quotes(note.content());
            default -> 0;
        };
    }

    private static Block table(TableBlock table) {
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
        return columns.size() <= WIDEST ? new Block.Table(columns, header, rows)
                : new Block.Code("", Stream.concat(Stream.of(header), rows.stream()).map(MarkdownBlocks::raw).collect(Collectors.joining("\n")));
    }

    private static String raw(List<Block.Cell> row) {
        return row.stream().map(cell -> cell.spans().stream().map(Span::text).collect(Collectors.joining())).collect(Collectors.joining("\t"));
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
                case MathSyntax.InLine math -> add(math.source(), EnumSet.of(Span.Mark.MATH), link, out);
                case Code code -> add(code.getLiteral(), with(marks, Span.Mark.CODE), link, out);
                case SoftLineBreak soft -> add(" ", marks, link, out);
                case HardLineBreak hard -> add("\n", marks, link, out);
                case NoteSyntax.Mark mark -> add(Block.Note.mark(mark.label()), with(marks, Span.Mark.NOTE), link, out);
                case HtmlInline html -> add(html.getLiteral(), marks, link, out);
                case Emphasis em -> collect(em, with(marks, Span.Mark.ITALIC), link, out);
                case StrongEmphasis strong -> collect(strong, with(marks, Span.Mark.BOLD), link, out);
                case Strikethrough strike -> collect(strike, with(marks, Span.Mark.STRIKE), link, out);
                case Link target -> collect(target, marks, WebAddress.of(target.getDestination()), out);
                case Image image -> image(image, marks, out);
                default -> collect(node, marks, link, out);
            }
        }
    }

    /** Never fetched: whoever draws a picture from somewhere tells that somewhere who is reading. */
    private static void image(Image image, Set<Span.Mark> marks, List<Span> out) {
        int before = out.size();
        collect(image, marks, WebAddress.of(image.getDestination()), out);
        if (out.size() == before) {
            add(image.getDestination(), marks, WebAddress.of(image.getDestination()), out);
        }
    }

    private static void add(String raw, Set<Span.Mark> marks, Optional<URI> link, List<Span> out) {
        String text = Visible.text(raw);
        if (text.isEmpty()) {
            return;
        }
        if (Collections.disjoint(marks, Span.WHOLE) && !out.isEmpty() && out.getLast().marks().equals(marks) && out.getLast().link().equals(link)) {
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

    static String language(String info) {
        return info == null ? "" : Visible.text(info).strip().split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String chomp(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
