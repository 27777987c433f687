package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.Ids;
import dev.katman.documents.Document;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.Documents;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.journal.SummaryRow;
import dev.katman.journal.Volume;
import dev.katman.routing.Router;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the prompt of a message: what was said before, in short where it is long, and what there is of documents. */
final class Prompts implements AutoCloseable {
    private final Documents documents;
    private final TokenCounter counter;
    private final Binder binder;
    private final DocumentIndex index;
    private final Summaries summaries;
    private final Ids ids;
    private final Clock clock;
    /** Asked about with every word that is typed; where memory is short they are cut anew. */
    private SoftReference<Unsent> unsent = new SoftReference<>(null);
    /** Likewise; what was said before is mostly what was said before the text of a moment ago. */
    private SoftReference<Earlier> earlier = new SoftReference<>(null);

    Prompts(Supplier<Catalog> catalog, Journal journal, Router router, Workers workers, Wire wire, TokenCounter counter, Ids ids, Clock clock) {
        documents = journal.documents();
        this.counter = counter;
        this.ids = ids;
        this.clock = clock;
        binder = new Binder(counter, ids);
        index = new DocumentIndex(documents::fragments);
        summaries = new Summaries(catalog, documents, router, workers, wire, counter, clock);
    }

    /** What comes along with a message, as it is kept: its documents, and a long text in it. */
    List<Volume> bind(Ask ask, MessageRow message) {
        return binder.bind(ask.documents(), message.text(), message.at());
    }

    /**
     * The prompt of a message that is in the journal, with what came along.
     *
     * @param decision of the message, on which a call for a summary is booked
     * @param before   what was said and answered before it, oldest first
     */
    Prompt of(MessageRow message, DecisionId decision, List<MessageRow> before, Cancellation cancellation) {
        return prompt(message, before, summaries.of(before, decision, cancellation));
    }

    /** As it would be just now; nobody is asked for a summary of what was said before. */
    Prompt foreseen(MessageRow message, List<MessageRow> before) {
        return prompt(message, before, summaries.known(before));
    }

    private Prompt prompt(MessageRow message, List<MessageRow> before, Optional<SummaryRow> summary) {
        List<DocumentRow> all = documents.of(message.conversation());
        String question = question(message.text());
        List<DocumentRow> own = all.stream().filter(row -> row.message().equals(message.id())).toList();
        Set<DocumentId> taken = own.stream().map(DocumentRow::id).collect(Collectors.toCollection(HashSet::new));
        var material = Material.of(index, counter::measure, question, // one that was brought along before as well is there once
                all.stream().filter(row -> row.message().compareTo(message.id()) < 0 && taken.add(row.id())).toList(), own);
        return new Prompt(counter, new Past(earlier(before), summary, question), message.text(), material);
    }

    /**
     * The prompt of a text that is still being written, with what is attached, what was sent before, and what was said before as it would go along just
     * now. What would be taken from a long text is not looked for yet.
     *
     * @param before as for {@link #of}
     */
    Prompt preview(Ask ask, List<MessageRow> before) {
        String question = question(ask.text());
        var once = new HashSet<DocumentId>();
        List<DocumentRow> sent = ask.conversation().map(documents::of).orElse(List.of()).stream().filter(row -> once.add(row.id())).toList();
        Material material = ask.documents().isEmpty() ? Material.of(index, counter::measure, question, sent, List.of())
                : unsent(ask.documents()).material(counter::measure, question, sent);
        return new Prompt(counter, new Past(earlier(before), summaries.known(before), question), question, material);
    }

    private synchronized Earlier earlier(List<MessageRow> before) {
        Earlier there = earlier.get();
        if (there == null || !there.isOf(before)) {
            there = new Earlier(before, counter::measure);
            earlier = new SoftReference<>(there);
        }
        return there;
    }

    private synchronized Unsent unsent(List<Document> attached) {
        Unsent there = unsent.get();
        if (there == null || !there.isOf(attached)) {
            there = new Unsent(attached, binder.bind(attached.stream().distinct().toList(), clock.instant()), ids.conversation(), ids.message(),
                    documents::fragments);
            unsent = new SoftReference<>(there);
        }
        return there;
    }

    private String question(String text) {
        return binder.isLong(text) ? Binder.question(text) : text;
    }

    @Override
    public void close() {
        index.close();
    }
}
