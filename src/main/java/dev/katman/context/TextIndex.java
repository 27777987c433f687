package dev.katman.context;

import dev.katman.conversation.Folded;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;

/**
 * Texts that can be found by their words: messages, passages of documents. It is never the only place where a text stands: what is broken,
 * or was made by another version, is thrown away when it is opened and begins empty.
 *
 * <p>What was put or removed is found, or not, from then on; it is on disk after {@link #commit}. Every method throws
 * {@link UncheckedIOException} when the disk fails. Safe for use by many threads.
 */
public final class TextIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TextIndex.class);
    /** Says at every start that a flag would make vectors faster; there are none here. Held, or its level would be forgotten. */
    private static final java.util.logging.Logger VECTORS =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private static final String ID = "id";
    private static final String AT = "at";
    private static final String VERSION = "version";
    /** A shorter word is like too many others. */
    private static final int SHORTEST = 3;
    /** In a word of so many letters two may be wrong. */
    private static final int LONG = 6;
    private static final Sort NEWEST = new Sort(new SortField(AT, SortField.Type.LONG, true));

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> notes;

    private TextIndex(Directory directory) throws IOException {
        this.directory = directory;
        notes = notesIn(directory);
        // Sorted by time, the newest of many hits are found without looking at all of them.
        writer = new IndexWriter(directory, new IndexWriterConfig(TextAnalyzer.of(TextLanguage.ENGLISH)).setIndexSort(NEWEST)
                .setCommitOnClose(false));
        searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the index in that folder; made if need be, and made anew if it is of no use.
     *
     * @throws UncheckedIOException if not even a new one can be made there, or another program has it open
     */
    public static TextIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            return open(FSDirectory.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An empty index in that folder, whatever stood there.
     *
     * @throws UncheckedIOException as {@link #open(Path)}
     */
    public static TextIndex anew(Path folder) {
        try {
            Files.createDirectories(folder);
            return emptied(FSDirectory.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An index that ends with the program. */
    public static TextIndex inMemory() {
        try {
            return open(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextIndex open(Directory directory) throws IOException {
        try {
            return new TextIndex(directory);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("an index of texts is of no use and is made anew", e);
            return emptied(directory);
        }
    }

    private static TextIndex emptied(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
        return new TextIndex(directory);
    }

    private static Map<String, String> notesIn(Directory directory) throws IOException {
        if (SegmentInfos.getLastCommitGeneration(directory) < 0) {
            return Map.of();
        }
        Map<String, String> notes = SegmentInfos.readLatestCommit(directory).getUserData();
        if (!TextAnalyzer.VERSION.equals(notes.get(VERSION))) {
            throw new IOException("made by version " + notes.get(VERSION) + " of the analysis, and this is " + TextAnalyzer.VERSION);
        }
        return Map.copyOf(notes);
    }

    /** What was noted with the last commit before this index was opened; empty where it began empty. */
    public Map<String, String> notes() {
        return notes;
    }

    /** Takes texts in; one that is there already by its name is replaced. */
    public void put(Collection<IndexedText> texts) {
        run(() -> {
            for (IndexedText text : texts) {
                try (var words = TextAnalyzer.of(text.text()).tokenStream("text", text.text())) {
                    var document = new Document();
                    document.add(new StringField(ID, text.id(), Field.Store.YES));
                    document.add(new StringField(TextQueries.GROUP, text.group(), Field.Store.YES));
                    document.add(new NumericDocValuesField(AT, text.at().toEpochMilli()));
                    document.add(new StoredField(AT, text.at().toEpochMilli()));
                    document.add(new TextField(TextQueries.TEXT, words));
                    document.add(new StoredField(TextQueries.TEXT, text.text()));
                    writer.updateDocument(new Term(ID, text.id()), document);
                }
            }
        });
    }

    /** Takes texts out, by their names. */
    public void remove(Collection<String> ids) {
        run(() -> writer.deleteDocuments(ids.stream().map(id -> new Term(ID, id)).toArray(Term[]::new)));
    }

    /** Takes all texts of a group out. */
    public void removeGroup(String group) {
        run(() -> writer.deleteDocuments(new Term(TextQueries.GROUP, group)));
    }

    /**
     * Brings what was changed to the disk.
     *
     * @param notes for whoever opens it next: how far it had come
     */
    public void commit(Map<String, String> notes) {
        run(() -> {
            var all = new HashMap<>(notes);
            all.put(VERSION, TextAnalyzer.VERSION);
            writer.setLiveCommitData(all.entrySet());
            writer.commit();
        });
    }

    /** How many texts there are. */
    public int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Whether there is a text of that group. */
    public boolean holds(String group) {
        return read(searcher -> searcher.count(new TermQuery(new Term(TextQueries.GROUP, group)))) > 0;
    }

    /** The names of all texts. */
    public Set<String> ids() {
        return read(searcher -> {
            var ids = new HashSet<String>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                addIds(leaf.reader(), ids);
            }
            return ids;
        });
    }

    private static void addIds(LeafReader segment, Set<String> ids) throws IOException {
        var terms = segment.terms(ID);
        if (terms == null) {
            return;
        }
        var live = segment.getLiveDocs();
        var each = terms.iterator();
        PostingsEnum places = null;
        for (var term = each.next(); term != null; term = each.next()) {
            places = each.postings(places, PostingsEnum.NONE);
            for (int place = places.nextDoc(); place != PostingsEnum.NO_MORE_DOCS; place = places.nextDoc()) {
                if (live == null || live.get(place)) {
                    ids.add(term.utf8ToString());
                }
            }
        }
    }

    /** The texts that hold the words; none where the query has no word. */
    public List<TextHit> find(TextQuery query) {
        var wanted = Wanted.of(query);
        if (wanted.words().isEmpty()) {
            return List.of();
        }
        return read(searcher -> {
            var lucene = TextQueries.of(wanted, query);
            ScoreDoc[] found = switch (query.order()) {
                case BEST -> searcher.search(lucene, query.most()).scoreDocs;
                case NEWEST -> searcher.search(lucene, query.most(), NEWEST).scoreDocs;
            };
            var stored = searcher.storedFields();
            var excerpts = new Excerpts(wanted);
            var hits = new ArrayList<TextHit>(found.length);
            for (ScoreDoc hit : found) {
                Document document = stored.document(hit.doc);
                String text = document.get(TextQueries.TEXT);
                hits.add(new TextHit(new IndexedText(document.get(ID), document.get(TextQueries.GROUP), text,
                        Instant.ofEpochMilli(document.getField(AT).numericValue().longValue())), excerpts.of(text),
                        Float.isNaN(hit.score) ? 0 : hit.score));
            }
            return List.copyOf(hits);
        });
    }

    /**
     * Words of the texts that are spelt much like one, as they stand there; the likest first, and of these the most frequent.
     *
     * @param most wanted, at least 1
     */
    public List<String> near(String word, int most) {
        String folded = Folded.of(word);
        if (folded.codePointCount(0, folded.length()) < SHORTEST) {
            return List.of();
        }
        return read(searcher -> {
            var near = new ArrayList<Near>();
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), TextQueries.TEXT);
            if (terms != null) {
                var each = new FuzzyTermsEnum(terms, new Term(TextQueries.TEXT, folded), folded.length() < LONG ? 1 : 2, 1, true);
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    near.add(new Near(term.utf8ToString(), each.getBoost(), each.docFreq()));
                }
            }
            near.sort(Comparator.comparingDouble(Near::alike).thenComparingInt(Near::texts).reversed());
            var words = new LinkedHashMap<String, String>();
            for (Near one : near) {
                if (words.size() < most) {
                    String written = written(searcher, one.term());
                    words.putIfAbsent(Folded.of(written), written);
                }
            }
            return List.copyOf(words.values());
        });
    }

    /**
     * A term of the index.
     *
     * @param alike  1 for the same word
     * @param texts  how many hold it
     */
    private record Near(String term, float alike, int texts) {
    }

    /** A term may be a stem: the word as it stands in the newest text that has it. */
    private static String written(IndexSearcher searcher, String term) throws IOException {
        ScoreDoc[] newest = searcher.search(new TermQuery(new Term(TextQueries.TEXT, term)), 1, NEWEST).scoreDocs;
        if (newest.length == 0) {
            return term;
        }
        String text = searcher.storedFields().document(newest[0].doc).get(TextQueries.TEXT);
        return new WordPlaces(new Wanted(List.of(Set.of(term)), Optional.empty())).in(text).stream().findFirst()
                .map(place -> text.substring(place.from(), place.to())).orElse(term);
    }

    /** What was not committed is lost. */
    @Override
    public void close() {
        run(() -> {
            searchers.close();
            writer.rollback();
            directory.close();
        });
    }

    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Look<T> {
        T at(IndexSearcher searcher) throws IOException;
    }

    private static void run(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(Look<T> look) {
        try {
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                return look.at(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
