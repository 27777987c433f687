package dev.katman.exchange;

import dev.katman.context.TextHit;
import dev.katman.context.TextIndex;
import dev.katman.context.TextQuery;
import dev.katman.context.WordPlaces;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Finds what was ever said. The journal is the truth; the index beside it follows, and is made anew when it is broken. Safe for use by many
 * threads.
 */
public final class Search implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final long PATIENCE_SECONDS = 5;
    private static final int MOST_TITLES = 20;

    private final Path folder;
    private final Journal journal;
    private final ReentrantLock following = new ReentrantLock();
    private volatile TextIndex index;
    private volatile SaidIndex said;
    private volatile boolean closed;
    /** Whether everything was taken in once. */
    private volatile boolean whole;

    /** @param folder for the index; it may be deleted whenever the program does not run */
    public Search(Path folder, Journal journal) {
        this.folder = folder;
        this.journal = journal;
        use(open());
    }

    private TextIndex open() {
        try {
            return TextIndex.open(folder);
        } catch (UncheckedIOException e) {
            LOG.warn("what was said can be found in this run, but no index of it can be kept", e);
            return TextIndex.inMemory();
        }
    }

    private void use(TextIndex other) {
        index = other;
        said = new SaidIndex(journal, other);
        whole = false;
    }

    /** Takes in, on a thread of its own, what was said since the index was last open. */
    public void catchUpInBackground() {
        Thread.ofVirtual().name("katman-search").start(() -> {
            following.lock();
            try {
                follow();
            } catch (RuntimeException e) {
                LOG.warn("what was said cannot be taken into the index just now", e);
            } finally {
                following.unlock();
            }
        });
    }

    /**
     * What holds all of the words, in titles and in texts; the last word may still be half typed.
     *
     * @param most messages wanted
     * @throws dev.katman.journal.JournalException if the data folder fails
     */
    public Found find(String words, int most) {
        // While a long past is being read for the first time, one sees what is there by now.
        if (following.tryLock()) {
            try {
                follow();
            } finally {
                following.unlock();
            }
        }
        try {
            return found(words, most);
        } catch (UncheckedIOException e) {
            following.lock();
            try {
                LOG.warn("the index of what was said is broken and is made anew", e);
                renew();
                follow();
            } finally {
                following.unlock();
            }
            return found(words, most);
        }
    }

    /** Where words that were found stand in some texts; the words of the search are those that {@link #find} was given. */
    public static List<List<SearchHit.Mark>> marks(String words, List<String> texts) {
        var places = WordPlaces.of(words);
        return texts.stream().map(text -> places.in(text).stream().map(place -> new SearchHit.Mark(place.from(), place.to())).toList()).toList();
    }

    private void follow() {
        try {
            said.catchUp(() -> !closed);
        } catch (UncheckedIOException | IllegalStateException e) {
            if (closed) {
                return;
            }
            LOG.warn("the index of what was said is broken and is made anew", e);
            renew();
            said.catchUp(() -> !closed);
        }
        whole = !closed;
    }

    private void renew() {
        try {
            index.close();
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.debug("nor can it be closed", e);
        }
        try {
            use(TextIndex.anew(folder));
        } catch (UncheckedIOException e) {
            LOG.warn("what was said can be found in this run, but no index of it can be kept", e);
            use(TextIndex.inMemory());
        }
    }

    private Found found(String words, int most) {
        TextIndex at = index;
        List<TextHit> titles = at.find(new TextQuery(words, TextQuery.Need.ALL, true, TextQuery.Order.NEWEST, Set.of(SaidIndex.TITLES),
                MOST_TITLES));
        List<TextHit> texts = at.find(TextQuery.typed(words, most + MOST_TITLES)).stream()
                .filter(hit -> !hit.text().group().equals(SaidIndex.TITLES)).limit(most).toList();
        Set<ConversationId> where = texts.stream().map(hit -> new ConversationId(hit.text().group())).collect(Collectors.toSet());
        titles.forEach(hit -> where.add(new ConversationId(hit.text().id())));
        Map<ConversationId, ConversationRow> rows = where.isEmpty() ? Map.of()
                : journal.said().conversations(where).stream().collect(Collectors.toMap(ConversationRow::id, row -> row));
        return new Found(
                titles.stream().flatMap(hit -> hit(hit, rows.get(new ConversationId(hit.text().id())), Optional.empty()).stream()).toList(),
                texts.stream().flatMap(hit -> hit(hit, rows.get(new ConversationId(hit.text().group())),
                        Optional.of(new MessageId(hit.text().id()))).stream()).toList(),
                titles.isEmpty() && texts.isEmpty() ? Instead.of(words, at) : List.of(), whole);
    }

    private static Optional<SearchHit> hit(TextHit hit, ConversationRow row, Optional<MessageId> message) {
        return Optional.ofNullable(row).map(r -> new SearchHit(r.id(), message, r.title(), hit.excerpt().text(),
                hit.excerpt().marks().stream().map(m -> new SearchHit.Mark(m.from(), m.to())).toList(), hit.text().at()));
    }

    @Override
    public void close() {
        closed = true; // whoever is at it stops soon
        try {
            if (following.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    said.keep();
                    index.close();
                } finally {
                    following.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
