package dev.katman.context;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tr.ApostropheFilter;

import java.io.Reader;
import java.util.List;

/**
 * How a text is taken apart to be found: into words, each as it stands (folded, so that "ozet" is "ÖZET") and by its stem. In Turkish what
 * follows an apostrophe is an ending. A text of which nobody can tell the language is taken as of both. Safe for use by many threads.
 */
public final class TextAnalyzer extends Analyzer {
    /** In another version of the analysis texts have other terms, and an index of this one is of no use. */
    static final String VERSION = "1";

    private static final TextAnalyzer ENGLISH = new TextAnalyzer(List.of(TextLanguage.ENGLISH));
    private static final TextAnalyzer TURKISH = new TextAnalyzer(List.of(TextLanguage.TURKISH));
    private static final TextAnalyzer EITHER = new TextAnalyzer(List.of(TextLanguage.values()));

    /** What holds names of files, functions and columns together; whoever looks for them knows a part. */
    private static final NormalizeCharMap APART = apart();

    private final List<TextLanguage> languages;

    private TextAnalyzer(List<TextLanguage> languages) {
        this.languages = languages;
    }

    /** The analysis for a text, by its language. Need not be closed. */
    public static TextAnalyzer of(String text) {
        return TextLanguage.heard(text).map(TextAnalyzer::of).orElse(EITHER);
    }

    /** The analysis of that language. Need not be closed. */
    public static TextAnalyzer of(TextLanguage language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case TURKISH -> TURKISH;
        };
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream bare = languages.contains(TextLanguage.TURKISH) ? new ApostropheFilter(words) : new EnglishPossessiveFilter(words);
        return new TokenStreamComponents(words, new StemFilter(bare, languages.stream().map(Stems::new).toList()));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(APART, reader);
    }

    private static NormalizeCharMap apart() {
        var map = new NormalizeCharMap.Builder();
        map.add(".", " ");
        map.add("_", " ");
        map.add(":", " ");
        return map.build();
    }
}
