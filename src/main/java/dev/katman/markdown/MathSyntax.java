package dev.katman.markdown;

import org.commonmark.Extension;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Formulas in Markdown: {@code $…$}, {@code \(…\)} in a line; {@code $$…$$}, {@code \[…\]} set apart. Dollars are also money, so a
 * formula between single ones begins and ends with ink, and no letter or digit touches it from outside, which is how Pandoc tells
 * them apart.
 */
public final class MathSyntax implements Parser.ParserExtension {
    private static final Pattern MARKS = Pattern.compile("^(?:\\$\\$?|\\\\[(\\[])|(?:(?<!\\\\)\\$\\$?|\\\\[)\\]])$");
    private static final int LONGEST = 4_000;
    private static final int PATIENCE = 50 * LONGEST;

    private MathSyntax() {
    }

    public static Extension create() {
        return new MathSyntax();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.customInlineContentParserFactory(new Inlines());
        parser.customBlockParserFactory(new Blocks());
    }

    /** A formula in a line, with its marks. */
    public static final class InLine extends CustomNode {
        private final String source;

        InLine(String source) {
            this.source = source;
        }

        public String source() {
            return source;
        }

        /** Without its marks. */
        public String formula() {
            return bare(source);
        }
    }

    /** A formula in lines of its own, with its marks; without the last one where that never came. */
    public static final class Apart extends CustomBlock {
        private final StringBuilder source = new StringBuilder();

        public String source() {
            return source.toString();
        }

        /** Without its marks. */
        public String formula() {
            return bare(source());
        }
    }

    private static String bare(String source) {
        return MARKS.matcher(source).replaceAll("").strip();
    }

    private static final class Inlines implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new InlineParser();
        }
    }

    /** Of one stretch of text. */
    private static final class InlineParser implements InlineContentParser {
        /** So that a text of nothing but beginnings is not searched to its end for each of them. */
        private int patience = PATIENCE;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            int before = scanner.peekPreviousCodePoint();
            Position start = scanner.position();
            String close = scanner.next("$$") ? "$$" : scanner.next("\\(") ? "\\)" : scanner.next("\\[") ? "\\]" : scanner.next('$') ? "$" : "";
            boolean single = close.equals("$");
            if (close.isEmpty() || single && (Character.isLetterOrDigit(before) || Character.isWhitespace(scanner.peek()))) {
                return ParsedInline.none();
            }
            for (int length = 0; length < LONGEST && patience > 0 && scanner.hasNext(); length++) {
                patience--;
                boolean inked = length > 0 && !Character.isWhitespace(scanner.peekPreviousCodePoint());
                if (scanner.next(close)) {
                    if (single ? inked && !Character.isLetterOrDigit(scanner.peekCodePoint()) : length > 0) {
                        return ParsedInline.of(new InLine(scanner.getSource(start, scanner.position()).getContent()), scanner.position());
                    }
                    if (single) {
                        return ParsedInline.none();
                    }
                } else if (!close.startsWith("\\") && scanner.next('\\') && scanner.hasNext()) {
                    scanner.next(); // "\$" closes nothing
                } else {
                    scanner.next();
                }
            }
            return ParsedInline.none();
        }
    }

    private static final class Blocks extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            String rest = line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString().stripTrailing();
            String close = rest.startsWith("$$") ? "$$" : rest.startsWith("\\[") ? "\\]" : "";
            int end = close.isEmpty() ? -1 : rest.indexOf(close, 2);
            if (state.getIndent() >= 4 || close.isEmpty() || end >= 0 && end + close.length() < rest.length() || end == 2) {
                return BlockStart.none();
            }
            return BlockStart.of(new ApartParser(close)).atIndex(state.getNextNonSpaceIndex());
        }
    }

    /** It ends with its mark or, lest one forgotten mark swallow the rest of the answer, with an empty line. */
    private static final class ApartParser extends AbstractBlockParser {
        private final Apart block = new Apart();
        private final String close;
        private boolean closed;

        private ApartParser(String close) {
            this.close = close;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String text = line.getContent().toString().strip();
            boolean first = block.source.isEmpty();
            block.source.append(first ? "" : "\n").append(text);
            closed = text.endsWith(close) && (!first || text.length() > close.length());
        }

        @Override
        public void addSourceSpan(SourceSpan span) {
            block.addSourceSpan(span);
        }
    }
}
