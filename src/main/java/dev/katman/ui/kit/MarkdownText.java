package dev.katman.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Blocks written out again: as Markdown that reads as the same blocks, or as plain text. */
public final class MarkdownText {
    /** Not so a number in brackets, which stays as it was written: unless something follows that would make it a link. */
    private static final Pattern MEANS_SOMETHING = Pattern.compile("(" + Citation.BRACKETS + "(?![(:]))|[\\\\`*_\\[\\]<>~$|&]");
    private static final Pattern BEGINS_SOMETHING = Pattern.compile("(?m)^(\\s*)([#+=-]|\\d+(?=[.)]))");
    /** Further rows of an item, and lists in it, stand so far in: behind the marker, and not so far that they became code. */
    private static final String INDENT = "    ";

    private MarkdownText() {
    }

    /** As Markdown. */
    public static String markdown(List<Block> blocks) {
        return joined(blocks, blocks.stream().map(MarkdownText::markdown).toList(), true);
    }

    /** As plain text: lists keep their markers, columns a tab between them. */
    public static String plain(List<Block> blocks) {
        return joined(blocks, blocks.stream().map(MarkdownText::plain).toList(), false);
    }

    private static String joined(List<Block> blocks, List<String> texts, boolean markdown) {
        var text = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                boolean items = blocks.get(i - 1) instanceof Block.ListItem && blocks.get(i) instanceof Block.ListItem(int d, String marker, Block c)
                        && !marker.isEmpty();
                boolean quotes = markdown && blocks.get(i - 1) instanceof Block.Quote && blocks.get(i) instanceof Block.Quote;
                text.append(items ? "\n" : quotes ? "\n>\n" : "\n\n");
            }
            text.append(texts.get(i));
        }
        return text.toString();
    }

    private static String plain(Block block) {
        return switch (block) {
            case Block.ListItem item -> "  ".repeat(item.depth() - 1) + (item.marker().isEmpty() ? "  " : item.marker() + " ") + plain(item.content());
            case Block.Quote quote -> plain(quote.content());
            case Block.Note note -> (note.mark() + " ").stripLeading() + plain(note.content());
            default -> Passage.text(block);
        };
    }

    private static String markdown(Block block) {
        return switch (block) {
            case Block.Heading heading -> "#".repeat(heading.level()) + " " + spans(heading.spans()).replace('\n', ' ');
            case Block.Paragraph paragraph -> BEGINS_SOMETHING.matcher(spans(paragraph.spans())).replaceAll("$1\\\\$2")
                    .replaceAll("(?m)^(\\s*)\\\\(\\d+)([.)])", "$1$2\\\\$3");
            case Block.Code code -> fenced(code);
            case Block.ListItem item -> item(item);
            case Block.Quote quote -> markdown(quote.content()).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
            case Block.Note note -> (note.label().isEmpty() ? INDENT : "[^" + note.label() + "]: ")
                    + markdown(note.content()).replace("\n", "\n" + INDENT);
            case Block.Formula formula -> formula.source();
            case Block.Table table -> table(table);
            case Block.Rule rule -> "---";
        };
    }

    private static String fenced(Block.Code code) {
        String fence = "```";
        while (code.text().contains(fence)) {
            fence += "`";
        }
        return fence + code.language() + "\n" + code.text() + "\n" + fence;
    }

    private static String item(Block.ListItem item) {
        String marker = switch (item.marker()) {
            case "" -> "";
            case Block.TO_DO, Block.DONE -> "- " + item.marker();
            case String number when Character.isDigit(number.charAt(0)) -> number;
            default -> "-";
        };
        String outside = INDENT.repeat(item.depth() - 1);
        String content = markdown(item.content()).replace("\n", "\n" + outside + INDENT);
        return outside + (marker.isEmpty() ? INDENT : marker + " ") + content;
    }

    private static String table(Block.Table table) {
        var lines = new ArrayList<String>();
        lines.add(row(table.header().stream().map(cell -> spans(cell.spans())).toList()));
        lines.add(row(table.columns().stream().map(align -> switch (align) {
            case LEFT -> "---";
            case CENTRE -> ":-:";
            case RIGHT -> "--:";
        }).toList()));
        table.rows().forEach(row -> lines.add(row(row.stream().map(cell -> spans(cell.spans())).toList())));
        return String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace('\n', ' ')).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(MarkdownText::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        String text = span.text();
        if (span.marks().contains(Span.Mark.MATH)) {
            return text;
        }
        if (span.marks().contains(Span.Mark.NOTE)) {
            return "[^" + text.substring(1);
        }
        if (span.link().isPresent() && span.link().get().toString().equals(text)) {
            return "<" + text + ">";
        }
        if (span.marks().contains(Span.Mark.CODE)) {
            text = text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
        } else {
            text = MEANS_SOMETHING.matcher(text).replaceAll(found -> found.group(1) == null ? "\\\\$0" : "$0").replace("\n", "\\\n");
        }
        text = wrapped(text, span.marks().contains(Span.Mark.ITALIC), "*");
        text = wrapped(text, span.marks().contains(Span.Mark.BOLD), "**");
        text = wrapped(text, span.marks().contains(Span.Mark.STRIKE), "~~");
        return span.link().isPresent() ? "[" + text + "](" + span.link().get() + ")" : text;
    }

    /** A mark must touch the words that it marks, not the space beside them. */
    private static String wrapped(String text, boolean marked, String mark) {
        if (!marked || text.isBlank()) {
            return text;
        }
        int start = text.length() - text.stripLeading().length();
        int end = text.stripTrailing().length();
        return text.substring(0, start) + mark + text.substring(start, end) + mark + text.substring(end);
    }
}
