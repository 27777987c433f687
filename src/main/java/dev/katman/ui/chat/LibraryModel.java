package dev.katman.ui.chat;

import dev.katman.conversation.DocumentId;
import dev.katman.conversation.Folded;
import dev.katman.journal.KeptDocument;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The library as the reader looks through it: what is sought, and what was taken out and can still be put back. What is taken out is so at once, so
 * that it does not come back should the program end meanwhile. Knows no scene.
 */
final class LibraryModel {
    private final Shelf shelf;
    private final ObservableList<KeptDocument> shown = FXCollections.observableArrayList();
    private final Deque<List<KeptDocument>> removed = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<List<KeptDocument>> last = new ReadOnlyObjectWrapper<>(List.of());
    private List<KeptDocument> all = List.of();
    private List<String> sought = List.of();

    /** Where the documents are; each of these comes to its end after those before it. */
    interface Shelf {
        /** So that they can be put back. */
        void takeOut(List<DocumentId> documents);

        void putBack(List<DocumentId> documents);

        /** They cannot be put back any more. */
        void letGo(List<DocumentId> documents);
    }

    LibraryModel(Shelf shelf) {
        this.shelf = shelf;
    }

    /** What there is. */
    void all(List<KeptDocument> documents) {
        all = List.copyOf(documents);
        show();
    }

    /** Those that are sought and were not taken out, the newest first. */
    ObservableList<KeptDocument> shown() {
        return shown;
    }

    /** Whether nothing is there, whatever is sought. */
    boolean isEmpty() {
        return all.stream().noneMatch(this::isThere);
    }

    /** Shows those whose names have all of these words in them. */
    void seek(String words) {
        sought = Stream.of(Folded.of(words).strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
        show();
    }

    /** Takes documents out. Until the library is left they can be put back. */
    void remove(List<KeptDocument> documents) {
        if (!documents.isEmpty()) {
            removed.push(List.copyOf(documents));
            shelf.takeOut(ids(documents));
            show();
        }
    }

    /** Puts back what was taken out last. */
    void undo() {
        if (!removed.isEmpty()) {
            shelf.putBack(ids(removed.pop()));
            show();
        }
    }

    /** What was taken out last and can be put back; nothing where there is none. */
    ReadOnlyObjectProperty<List<KeptDocument>> lastRemoved() {
        return last.getReadOnlyProperty();
    }

    /** The library is left: what was taken out is gone. */
    void leave() {
        if (!removed.isEmpty()) {
            shelf.letGo(ids(removed.stream().flatMap(List::stream).toList()));
        }
    }

    private static List<DocumentId> ids(List<KeptDocument> documents) {
        return documents.stream().map(KeptDocument::id).toList();
    }

    private boolean isThere(KeptDocument document) {
        return removed.stream().noneMatch(those -> those.contains(document));
    }

    private void show() {
        shown.setAll(all.stream().filter(this::isThere).filter(document -> {
            String name = Folded.of(document.name());
            return sought.stream().allMatch(name::contains);
        }).toList());
        last.set(removed.isEmpty() ? List.of() : removed.peek());
    }
}
