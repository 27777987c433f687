package dev.katman.context;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Puts every word's terms at the word's own place, the whole word first. */
final class StemFilter extends TokenFilter {
    private final List<Stems> stems;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private Iterator<String> rest = List.<String>of().iterator();

    StemFilter(TokenStream input, List<Stems> stems) {
        super(input);
        this.stems = List.copyOf(stems);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (rest.hasNext()) {
            step.setPositionIncrement(0);
        } else if (input.incrementToken()) {
            rest = terms(term.toString());
        } else {
            return false;
        }
        term.setEmpty().append(rest.next());
        return true;
    }

    private Iterator<String> terms(String word) {
        return stems.size() == 1 ? stems.getFirst().terms(word).iterator()
                : stems.stream().flatMap(s -> s.terms(word).stream()).distinct().iterator();
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        rest = List.<String>of().iterator();
    }
}
