package dev.katman.exchange;

import dev.katman.documents.Cutter;
import dev.katman.documents.Document;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.journal.DocumentIdentity;
import dev.katman.journal.DocumentRow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A document from its beginning to its end, as the worker is given it.
 *
 * @param sent      which it is, where it was sent into a conversation already
 * @param name      for people
 * @param kind      what it is
 * @param bytes     of its file
 * @param fragments all of its text, in order; at least one
 */
public record WholeDocument(Optional<DocumentRow> sent, String name, Kind kind, long bytes, List<Fragment> fragments) {
    public WholeDocument {
        fragments = List.copyOf(fragments);
        if (fragments.isEmpty()) {
            throw new IllegalArgumentException("a document has a text: " + name);
        }
    }

    /** One that was only read as yet. Cutting it takes a while where it is long. */
    public static WholeDocument of(Document document) {
        return new WholeDocument(Optional.empty(), document.name(), document.kind(), document.bytes(), Cutter.cut(document));
    }

    /** @param fragments all of them, in order */
    public static WholeDocument of(DocumentRow row, List<Fragment> fragments) {
        return new WholeDocument(Optional.of(row), row.name(), row.kind(), row.bytes(), fragments);
    }

    /** By what it is known again. */
    DocumentIdentity identity() {
        return new DocumentIdentity(sent.map(DocumentRow::id), name, kind, fragments);
    }

    String text() {
        return fragments.stream().map(Fragment::text).collect(Collectors.joining("\n\n"));
    }
}
