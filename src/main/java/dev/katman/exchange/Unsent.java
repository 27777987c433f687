package dev.katman.exchange;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Document;
import dev.katman.documents.Fragment;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.Volume;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Documents that are yet to be sent, cut and counted as they will be then. Takes nothing but memory. Safe for use by many threads. */
final class Unsent {
    private final List<Document> documents;
    private final List<DocumentRow> rows;
    private final DocumentIndex index;

    /**
     * @param volumes the same documents, as they would be kept
     * @param message stands for the one that they would go along with
     * @param kept    those that were sent before
     */
    Unsent(List<Document> documents, List<Volume> volumes, ConversationId conversation, MessageId message, DocumentIndex.Fragments kept) {
        this.documents = List.copyOf(documents);
        rows = volumes.stream().map(volume -> volume.in(conversation, message)).toList();
        Map<DocumentId, List<Fragment>> fragments = volumes.stream().collect(Collectors.toMap(Volume::id, Volume::fragments));
        index = new DocumentIndex((document, first, last) -> fragments.containsKey(document) ? fragments.get(document).stream()
                .filter(fragment -> fragment.number() >= first && fragment.number() <= last).toList() : kept.of(document, first, last));
    }

    boolean isOf(List<Document> others) {
        return documents.equals(others);
    }

    /** What of them, and of those before, can go along with a question, as {@link Material#of}. */
    Material material(ToLongFunction<String> measure, String question, List<DocumentRow> earlier) {
        return Material.of(index, measure, question, earlier.stream().filter(row -> rows.stream().noneMatch(own -> isSame(own, row))).toList(), rows);
    }

    /** Sent, it is there once. */
    private static boolean isSame(DocumentRow one, DocumentRow other) {
        return one.name().equals(other.name()) && one.kind() == other.kind() && one.tokens() == other.tokens();
    }
}
