package dev.katman.markdown;

import org.commonmark.Extension;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Footnotes in Markdown: {@code [^1]} where one belongs, {@code [^1]: …} where it stands, with further blocks of it indented. A mark without
 * its note stays text. The parser's own extension for them does not go with its newest release.
 */
public final class NoteSyntax implements Parser.ParserExtension {
    private static final Pattern BEGINS = Pattern.compile("\\[\\^([^\\[\\]\\s][^\\[\\]]{0,99})]:[ \\t]*");
    /** By which further blocks of a note are indented. */
    private static final int INDENT = 4;

    private NoteSyntax() {
    }

    public static Extension create() {
        return new NoteSyntax();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new Notes());
        parser.linkProcessor(NoteSyntax::mark);
    }

    /** Where a note belongs. */
    public static final class Mark extends CustomNode {
        private final String label;

        private Mark(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A note. */
    public static final class Note extends CustomBlock {
        private final String label;

        private Note(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static LinkResult mark(LinkInfo link, Scanner scanner, InlineParserContext context) {
        String text = link.destination() == null ? link.text(scanner) : "";
        Note note = text.startsWith("^") ? context.getDefinition(Note.class, text.substring(1)) : null;
        return note == null ? LinkResult.none() : LinkResult.replaceWith(new Mark(note.label()), link.afterTextBracket());
    }

    private static final class Notes extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            Matcher begins = BEGINS.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
            return state.getIndent() >= INDENT || !begins.lookingAt() ? BlockStart.none() : BlockStart.of(new NoteParser(begins.group(1))).atIndex(begins.end());
        }
    }

    private static final class NoteParser extends AbstractBlockParser {
        private final Note note;

        private NoteParser(String label) {
            note = new Note(label);
        }

        @Override
        public Block getBlock() {
            return note;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block block) {
            return !(block instanceof Note);
        }

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            var one = new DefinitionMap<>(Note.class);
            one.putIfAbsent(note.label(), note);
            return List.of(one);
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return state.isBlank() ? BlockContinue.atIndex(state.getIndex())
                    : state.getIndent() >= INDENT ? BlockContinue.atColumn(state.getColumn() + INDENT) : BlockContinue.none();
        }
    }
}
