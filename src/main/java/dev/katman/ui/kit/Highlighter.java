package dev.katman.ui.kit;

import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

import javax.swing.text.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Code as coloured lines, by RSyntaxTextArea's grammars. They read line by line and know where the line before left off, so code that
 * grows is read again only from the first line that changed. Not safe for use by many threads.
 */
final class Highlighter {
    /** What a token is, which is also the name of its style. */
    enum Kind {
        PLAIN,
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT,
        NAME
    }

    /** Never crosses a line. */
    record Token(Kind kind, String text) {
    }

    /** @param end what it leaves open for the next line, in the grammar's own figures */
    private record Line(String text, int end, List<Token> tokens) {
    }

    /** Grammars look back and forth in a line; one this long was not written by hand. */
    private static final int LONGEST = 2_000;

    private final Optional<TokenMaker> grammar;
    private final List<Line> lines = new ArrayList<>();

    /** @param language as a fence names it; where it is not known the code is left alone */
    Highlighter(String language) {
        grammar = Languages.grammar(language).map(TokenMakerFactory.getDefaultInstance()::getTokenMaker);
    }

    /**
     * The text line by line; a line's tokens together are the line.
     *
     * @return a list of its own for every line; that of an unchanged one is the same as before
     */
    List<List<Token>> lines(String text) {
        String[] now = text.split("\n", -1);
        int same = 0;
        while (same < now.length && same < lines.size() && lines.get(same).text().equals(now[same])) {
            same++;
        }
        lines.subList(same, lines.size()).clear();
        for (int i = same; i < now.length; i++) {
            lines.add(line(now[i], i == 0 ? TokenTypes.NULL : lines.get(i - 1).end()));
        }
        return lines.stream().map(Line::tokens).toList();
    }

    private Line line(String text, int start) {
        if (grammar.isEmpty() || text.length() > LONGEST) {
            return plain(text);
        }
        var segment = new Segment(text.toCharArray(), 0, text.length());
        var tokens = new ArrayList<Token>();
        // Read at once: the grammar uses its tokens again for the next line.
        for (var token = grammar.get().getTokenList(segment, start, 0); token != null && token.isPaintable(); token = token.getNextToken()) {
            add(kind(token), token.getLexeme(), tokens);
        }
        boolean whole = tokens.stream().map(Token::text).collect(Collectors.joining()).equals(text);
        return whole ? new Line(text, grammar.get().getLastTokenTypeOnLine(segment, start), List.copyOf(tokens))
                : plain(text); // some grammars lose their way in what is no code of theirs; the words matter more than the colours
    }

    private static Line plain(String text) {
        return new Line(text, TokenTypes.NULL, text.isEmpty() ? List.of() : List.of(new Token(Kind.PLAIN, text)));
    }

    /** Neighbours of one kind are one piece: fewer nodes on the screen. */
    private static void add(Kind kind, String text, List<Token> tokens) {
        if (!tokens.isEmpty() && (tokens.getLast().kind() == kind || text.isBlank())) {
            tokens.set(tokens.size() - 1, new Token(tokens.getLast().kind(), tokens.getLast().text() + text));
        } else {
            tokens.add(new Token(kind, text));
        }
    }

    private static Kind kind(org.fife.ui.rsyntaxtextarea.Token token) {
        return switch (token.getType()) {
            case TokenTypes.COMMENT_EOL, TokenTypes.COMMENT_MULTILINE, TokenTypes.COMMENT_DOCUMENTATION, TokenTypes.COMMENT_KEYWORD,
                 TokenTypes.COMMENT_MARKUP, TokenTypes.MARKUP_COMMENT -> Kind.COMMENT;
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2, TokenTypes.LITERAL_BOOLEAN, TokenTypes.DATA_TYPE, TokenTypes.PREPROCESSOR,
                 TokenTypes.MARKUP_TAG_NAME, TokenTypes.MARKUP_DTD, TokenTypes.MARKUP_PROCESSING_INSTRUCTION -> Kind.KEYWORD;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE, TokenTypes.LITERAL_CHAR, TokenTypes.LITERAL_BACKQUOTE, TokenTypes.REGEX,
                 TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE, TokenTypes.ERROR_STRING_DOUBLE, TokenTypes.ERROR_CHAR -> Kind.STRING;
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT, TokenTypes.LITERAL_NUMBER_FLOAT, TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                 TokenTypes.MARKUP_ENTITY_REFERENCE -> Kind.NUMBER;
            case TokenTypes.FUNCTION, TokenTypes.VARIABLE, TokenTypes.ANNOTATION, TokenTypes.MARKUP_TAG_ATTRIBUTE -> Kind.NAME;
            default -> Kind.PLAIN;
        };
    }
}
