package dev.katman.exchange;

import dev.katman.context.IndexedText;
import dev.katman.context.TextIndex;
import dev.katman.context.TextQuery;
import dev.katman.conversation.DocumentId;
import dev.katman.documents.Fragment;
import dev.katman.journal.DocumentRow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of documents, to find what a question needs. A document is indexed in memory when it is first asked of, and stays until many
 * others were: the texts stand elsewhere, and what is here can be made again. Safe for use by many threads.
 */
final class DocumentIndex implements AutoCloseable {
    /** Some 90 MB of text: more than one question's documents, and bounded. */
    private static final int MOST_FRAGMENTS = 60_000;
    private static final int BATCH = 1_000;

    private final Fragments kept;
    private final TextIndex index = TextIndex.inMemory();
    /** How many fragments of each document are in the index; the one asked of longest ago first. */
    private final Map<DocumentId, Integer> held = new LinkedHashMap<>(16, .75f, true);

    DocumentIndex(Fragments kept) {
        this.kept = kept;
    }

    /** Where the texts stand. */
    interface Fragments {
        /** Those of a document from one number to another, in order. */
        List<Fragment> of(DocumentId document, int first, int last);

        default List<Fragment> of(DocumentId document) {
            return of(document, 0, Integer.MAX_VALUE);
        }
    }

    /** A fragment of a document. */
    record Clip(DocumentRow document, Fragment fragment) {
    }

    /** What says most about a question, the best first. */
    List<Clip> find(String question, List<DocumentRow> documents, int most) {
        take(documents);
        Map<String, DocumentRow> byId = documents.stream().collect(Collectors.toMap(row -> row.id().value(), row -> row));
        return index.find(TextQuery.about(question, byId.keySet(), most)).stream().map(hit -> {
            DocumentRow document = byId.get(hit.text().group());
            int number = Integer.parseInt(hit.text().id().substring(hit.text().id().indexOf('/') + 1));
            return new Clip(document, kept.of(document.id(), number, number).getFirst());
        }).toList();
    }

    /** All fragments of these documents, in their order. */
    List<Clip> all(List<DocumentRow> documents) {
        return documents.stream().flatMap(row -> kept.of(row.id()).stream().map(fragment -> new Clip(row, fragment))).toList();
    }

    private synchronized void take(List<DocumentRow> documents) {
        for (DocumentRow document : documents) {
            if (held.get(document.id()) == null) {
                List<Fragment> fragments = kept.of(document.id());
                put(document, fragments);
                held.put(document.id(), fragments.size());
            }
        }
        makeRoom(documents);
    }

    private void put(DocumentRow document, List<Fragment> fragments) {
        var texts = new ArrayList<IndexedText>();
        for (Fragment fragment : fragments) {
            // What it stands under is found as if it were said in it.
            texts.add(new IndexedText(document.id() + "/" + fragment.number(), document.id().value(),
                    fragment.place().heading() + "\n" + fragment.text(), document.at()));
            if (texts.size() == BATCH) {
                index.put(texts);
                texts.clear();
            }
        }
        index.put(texts);
    }

    private void makeRoom(List<DocumentRow> needed) {
        int sum = held.values().stream().mapToInt(Integer::intValue).sum();
        for (DocumentId id : List.copyOf(held.keySet())) {
            if (sum <= MOST_FRAGMENTS) {
                return;
            }
            if (needed.stream().noneMatch(row -> row.id().equals(id))) {
                index.removeGroup(id.value());
                sum -= held.remove(id);
            }
        }
    }

    @Override
    public void close() {
        index.close();
    }
}
