package dev.katman.documents;

import dev.katman.context.Sentences;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** A web page: what a reader of it sees, under its headings. */
final class HtmlText implements TextFormat {
    private static final String UNSEEN = "script, style, noscript, template, svg, head > *, [hidden], [aria-hidden=true]";
    /** What ends a paragraph where it begins and where it ends. */
    private static final Set<String> LINES = Set.of("pre", "tr");
    private static final Set<String> INLINE_CELLS = Set.of("td", "th");

    @Override
    public void read(BufferedReader text, Blocks into) throws IOException {
        var page = Jsoup.parse(into.whole(text), "", Parser.htmlParser().setTrackPosition(true));
        page.select(UNSEEN).remove();
        var walk = new Walk(into);
        try {
            page.body().traverse(walk);
            walk.flush(Block.Shape.PROSE);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Goes through the page and gathers what belongs together. */
    private static final class Walk implements NodeVisitor {
        private final Blocks into;
        private final StringBuilder text = new StringBuilder();
        private int line;
        private int preformatted;

        Walk(Blocks into) {
            this.into = into;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (text.isEmpty() && !words.isBlank()) {
                    line = Math.max(0, words.sourceRange().start().lineNumber());
                }
                text.append(preformatted > 0 ? words.getWholeText() : words.text());
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br")) {
                    text.append('\n');
                } else if (INLINE_CELLS.contains(element.normalName())) {
                    text.append(text.isEmpty() ? "" : Sentences.BETWEEN_CELLS);
                } else if (element.isBlock()) {
                    flush(Block.Shape.PROSE);
                }
                preformatted += element.normalName().equals("pre") ? 1 : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock() && !INLINE_CELLS.contains(element.normalName())) {
                String name = element.normalName();
                preformatted -= name.equals("pre") ? 1 : 0;
                if (name.matches("h[1-6]")) {
                    heading(name.charAt(1) - '0');
                } else {
                    flush(LINES.contains(name) ? Block.Shape.LINES : Block.Shape.PROSE);
                }
            }
        }

        private void heading(int level) {
            try {
                into.heading(level, text.toString(), 0, line);
                text.setLength(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void flush(Block.Shape shape) {
            try {
                into.add(shape, text.toString(), 0, line);
                text.setLength(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
