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
    static final String VERSION = "2";

    private static final TextAnalyzer ENGLISH = new TextAnalyzer(List.of(TextLanguage.ENGLISH), true);
    private static final TextAnalyzer TURKISH = new TextAnalyzer(List.of(TextLanguage.TURKISH), true);
    private static final TextAnalyzer EITHER = new TextAnalyzer(List.of(TextLanguage.values()), true);

    private static final TextAnalyzer BARE_ENGLISH = new TextAnalyzer(List.of(TextLanguage.ENGLISH), false);
    private static final TextAnalyzer BARE_TURKISH = new TextAnalyzer(List.of(TextLanguage.TURKISH), false);

    /** What holds names of files, functions and columns together; whoever looks for them knows a part. */
    private static final NormalizeCharMap APART = apart();

    private final List<TextLanguage> languages;
    private final boolean stems;

    private TextAnalyzer(List<TextLanguage> languages, boolean stems) {
        this.languages = languages;
        this.stems = stems;
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

    /** The same words, as they stand in the text. */
    TextAnalyzer bare() {
        return languages.contains(TextLanguage.TURKISH) ? BARE_TURKISH : BARE_ENGLISH;
    }

    List<Stems> stems() {
        return languages.stream().map(Stems::new).toList();
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream bare = languages.contains(TextLanguage.TURKISH) ? new ApostropheFilter(words) : new EnglishPossessiveFilter(words);
        return new TokenStreamComponents(words, stems ? new StemFilter(bare, stems()) : bare);
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
