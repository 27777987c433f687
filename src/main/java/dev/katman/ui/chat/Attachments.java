package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Progress;
import dev.katman.documents.Reading;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to go along with the next message of each conversation. Files are read on other threads. Of the FX thread; knows no scene. */
final class Attachments {
    private final Work work;
    private final DocumentReader reader = new DocumentReader();
    private final Map<Optional<ConversationId>, List<Attached>> all = new HashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    Attachments(Work work) {
        this.work = work;
    }

    /** Those of a conversation, or of one that is yet to begin. */
    List<Attached> of(Optional<ConversationId> conversation) {
        return List.copyOf(all.getOrDefault(conversation, List.of()));
    }

    /** Grows when something has come or gone, or was read. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Begins to read files and folders. */
    void add(Optional<ConversationId> conversation, List<Path> paths) {
        for (Path path : paths) {
            Path name = path.toAbsolutePath().normalize().getFileName();
            var attached = new Attached(name == null ? path.toString() : name.toString());
            all.computeIfAbsent(conversation, key -> new ArrayList<>()).add(attached);
            read(attached, path);
        }
        changed();
    }

    private void read(Attached attached, Path path) {
        var progress = work.pulse().<Attached.State>batched(states -> {
            if (attached.state().get() instanceof Attached.State.Coming) {
                attached.state(states.getLast());
            }
        });
        Progress told = (file, done) -> progress.accept(new Attached.State.Coming(file, done));
        work.run("read a document", () -> reader.read(path, told, attached.stop()), readings -> {
            attached.state(new Attached.State.There(
                    readings.stream().filter(Reading.Read.class::isInstance).map(reading -> ((Reading.Read) reading).document()).toList(),
                    readings.stream().filter(Reading.Unread.class::isInstance).map(Reading.Unread.class::cast).toList()));
            changed();
        });
    }

    /** Takes one away; what is still being read is not read on. */
    void remove(Optional<ConversationId> conversation, Attached attached) {
        attached.stop().cancel();
        all.computeIfPresent(conversation, (key, list) -> list.remove(attached) && list.isEmpty() ? null : list);
        changed();
    }

    /** Whether something is still being read: a message would go without it. */
    boolean reading(Optional<ConversationId> conversation) {
        return of(conversation).stream().anyMatch(attached -> attached.state().get() instanceof Attached.State.Coming);
    }

    /** The documents that are there. */
    List<Document> documents(Optional<ConversationId> conversation) {
        return of(conversation).stream().map(attached -> attached.state().get()).filter(Attached.State.There.class::isInstance)
                .flatMap(state -> ((Attached.State.There) state).documents().stream()).toList();
    }

    /** A document alone has gone another way; one of a folder stays with the others. */
    void drop(Optional<ConversationId> conversation, Document document) {
        of(conversation).stream().filter(attached -> attached.state().get() instanceof Attached.State.There there
                && there.documents().equals(List.of(document))).findFirst().ifPresent(attached -> remove(conversation, attached));
    }

    /** A message takes them along. */
    List<Attached> take(Optional<ConversationId> conversation) {
        List<Attached> taken = of(conversation);
        all.remove(conversation);
        changed();
        return taken;
    }

    /** A conversation has begun: what was attached since, while it had no name yet, is its own. */
    void begun(ConversationId conversation) {
        List<Attached> since = take(Optional.empty());
        if (!since.isEmpty()) {
            back(Optional.of(conversation), since);
        }
    }

    /** The message could not be taken: they are there again. */
    void back(Optional<ConversationId> conversation, List<Attached> taken) {
        all.computeIfAbsent(conversation, key -> new ArrayList<>()).addAll(0, taken);
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Reads nothing on. */
    void stop() {
        all.values().forEach(list -> list.forEach(attached -> attached.stop().cancel()));
    }
}
