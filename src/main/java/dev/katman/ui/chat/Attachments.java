package dev.katman.ui.chat;

import dev.katman.conversation.AttachmentId;
import dev.katman.conversation.ConversationId;
import dev.katman.documents.Document;
import dev.katman.documents.Kind;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Progress;
import dev.katman.documents.Reading;
import dev.katman.exchange.Library;
import dev.katman.exchange.Tray;
import dev.katman.journal.AttachmentRow;
import dev.katman.journal.KeptDocument;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is to go along with the next message of each conversation. Files are read on other threads; what was read is kept, and where the
 * rest is to be read from, so that the end of the program costs nothing of it. Of the FX thread; knows no scene.
 */
final class Attachments {
    private final Work work;
    private final Work.Line line;
    private final Tray tray;
    private final DocumentReader reader = new DocumentReader();
    private final Map<Optional<ConversationId>, List<Attached>> all = new HashMap<>();
    /** Where an earlier run has left something that was not asked for yet. */
    private final Set<Optional<ConversationId>> left = new HashSet<>();
    /** Where that is on its way. */
    private final Set<Optional<ConversationId>> fetched = new HashSet<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    Attachments(Work work, Tray tray) {
        this.work = work;
        this.tray = tray;
        line = work.line("keep attachments");
    }

    /** Looks where an earlier run has left something. */
    void read(Runnable then) {
        work.run("look for attachments", tray::conversations, found -> {
            left.addAll(found);
            then.run();
        });
    }

    /** A conversation is shown: what was left there is fetched. */
    void open(Optional<ConversationId> conversation) {
        if (left.remove(conversation)) {
            fetched.add(conversation);
            work.run("read attachments", () -> tray.of(conversation), rows -> came(conversation, rows), () -> came(conversation, List.of()));
            changed();
        }
    }

    private void came(Optional<ConversationId> conversation, List<AttachmentRow> rows) {
        fetched.remove(conversation);
        List<AttachmentId> there = of(conversation).stream().map(Attached::id).toList();
        var before = new ArrayList<Attached>();
        for (AttachmentRow row : rows.stream().filter(row -> !there.contains(row.id())).toList()) {
            var attached = new Attached(row);
            before.add(attached);
            row.from().ifPresent(from -> readAnew(attached, from));
        }
        if (!before.isEmpty()) {
            all.computeIfAbsent(conversation, key -> new ArrayList<>()).addAll(0, before);
        }
        changed();
    }

    /** The program had ended before it was read. By now it may be gone; of a backup, its place may be one of another machine. */
    private void readAnew(Attached attached, String from) {
        try {
            read(attached, Path.of(from), unread -> unread.reason() == Reading.Reason.MISSING ? gone(attached) : unread);
        } catch (InvalidPathException e) {
            there(attached, List.of(), List.of(gone(attached)));
        }
    }

    private static Reading.Unread gone(Attached attached) {
        return new Reading.Unread(attached.name(), Reading.Reason.GONE, 0);
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
            var attached = new Attached(tray.name(), name == null ? path.toString() : name.toString());
            all.computeIfAbsent(conversation, key -> new ArrayList<>()).add(attached);
            line.add(() -> tray.begin(conversation, attached.id(), attached.name(), path));
            read(attached, path, UnaryOperator.identity());
        }
        changed();
    }

    /** @param as how what could not be read is told */
    private void read(Attached attached, Path path, UnaryOperator<Reading.Unread> as) {
        var progress = work.pulse().<Attached.State>batched(states -> {
            if (attached.state().get() instanceof Attached.State.Coming) {
                attached.state(states.getLast());
            }
        });
        Progress told = (file, done) -> progress.accept(new Attached.State.Coming(file, done));
        work.heavy("read a document", () -> reader.read(path, told, attached.stop()), readings -> there(attached,
                readings.stream().filter(Reading.Read.class::isInstance).map(reading -> ((Reading.Read) reading).document()).toList(),
                readings.stream().filter(Reading.Unread.class::isInstance).map(Reading.Unread.class::cast).map(as).toList()),
                () -> unreadable(attached));
    }

    /** Takes a text along as a document of that name. */
    void add(Optional<ConversationId> conversation, String name, String text) {
        var attached = new Attached(tray.name(), name);
        all.computeIfAbsent(conversation, key -> new ArrayList<>()).add(attached);
        work.heavy("read a text", () -> reader.pasted(name, text), read ->
                there(attached, List.of(new Document(name, Kind.TEXT, read.bytes(), read.blocks())), List.of()),
                () -> unreadable(attached));
        changed();
    }

    private void unreadable(Attached attached) {
        there(attached, List.of(), List.of(new Reading.Unread(attached.name(), Reading.Reason.UNREADABLE, 0)));
    }

    /** Takes documents of the library along. */
    void add(Optional<ConversationId> conversation, List<KeptDocument> documents, Library library) {
        for (KeptDocument document : documents) {
            var attached = new Attached(tray.name(), document.name());
            all.computeIfAbsent(conversation, key -> new ArrayList<>()).add(attached);
            line.add(() -> take(conversation, attached, document, library));
        }
        changed();
    }

    /** It is kept as soon as it is found: the program may end before the screen hears of it. Of the line's thread. */
    private void take(Optional<ConversationId> conversation, Attached attached, KeptDocument document, Library library) {
        try {
            Optional<Document> found = library.find(document.id());
            found.ifPresent(one -> tray.keep(conversation, new AttachmentRow(attached.id(), attached.name(), List.of(one), List.of(), Optional.empty())));
            work.pulse().post(() -> taken(attached, found, Reading.Reason.MISSING));
        } catch (RuntimeException e) {
            work.pulse().post(() -> taken(attached, Optional.empty(), Reading.Reason.UNREADABLE));
            throw e;
        }
    }

    private void taken(Attached attached, Optional<Document> document, Reading.Reason otherwise) {
        arrived(attached, document.stream().toList(), document.isPresent() ? List.of() : List.of(new Reading.Unread(attached.name(), otherwise, 0)));
    }

    /** @return whether it is still wanted: it may have been removed, or the program ends, and reads it anew the next time */
    private boolean arrived(Attached attached, List<Document> documents, List<Reading.Unread> unread) {
        boolean wanted = !attached.stop().isCancelled();
        if (wanted) {
            attached.state(new Attached.State.There(documents, unread));
            changed();
        }
        return wanted;
    }

    private void there(Attached attached, List<Document> documents, List<Reading.Unread> unread) {
        if (!arrived(attached, documents, unread)) {
            return;
        }
        all.forEach((conversation, list) -> { // by now it may be with another than the one that it was attached in
            if (list.contains(attached)) {
                keep(conversation, attached);
            }
        });
        if (documents.isEmpty()) {
            forget(List.of(attached)); // it is told once
        }
    }

    private void keep(Optional<ConversationId> conversation, Attached attached) {
        attached.kept().ifPresent(row -> line.add(() -> tray.keep(conversation, row)));
    }

    /** Takes one away; what is still being read is not read on. */
    void remove(Optional<ConversationId> conversation, Attached attached) {
        attached.stop().cancel();
        all.computeIfPresent(conversation, (key, list) -> list.remove(attached) && list.isEmpty() ? null : list);
        forget(List.of(attached));
        changed();
    }

    private void forget(List<Attached> those) {
        List<AttachmentId> ids = those.stream().map(Attached::id).toList();
        line.add(() -> tray.remove(ids));
    }

    /** Whether something is still being read: a message would go without it. */
    boolean reading(Optional<ConversationId> conversation) {
        return fetched.contains(conversation)
                || of(conversation).stream().anyMatch(attached -> attached.state().get() instanceof Attached.State.Coming);
    }

    /** The documents that are there; one that is attached twice goes along once. */
    List<Document> documents(Optional<ConversationId> conversation) {
        return of(conversation).stream().map(attached -> attached.state().get()).filter(Attached.State.There.class::isInstance)
                .flatMap(state -> ((Attached.State.There) state).documents().stream()).distinct().toList();
    }

    /** A document alone has gone another way; one of a folder stays with the others. */
    void drop(Optional<ConversationId> conversation, Document document) {
        of(conversation).stream().filter(attached -> attached.state().get() instanceof Attached.State.There there
                && there.documents().equals(List.of(document))).findFirst().ifPresent(attached -> remove(conversation, attached));
    }

    /** A message takes them along. They are kept until it is {@link #sent}. */
    List<Attached> take(Optional<ConversationId> conversation) {
        List<Attached> taken = of(conversation);
        all.remove(conversation);
        changed();
        return taken;
    }

    /** They are in the journal with their message. */
    void sent(List<Attached> taken) {
        forget(taken);
    }

    /** A conversation has begun: what was attached since, while it had no name yet, is its own. */
    void begun(ConversationId conversation) {
        List<Attached> since = take(Optional.empty());
        if (!since.isEmpty()) {
            all.computeIfAbsent(Optional.of(conversation), key -> new ArrayList<>()).addAll(0, since);
            List<AttachmentId> ids = since.stream().map(Attached::id).toList();
            line.add(() -> tray.move(ids, conversation));
            changed();
        }
    }

    /** The message could not be taken: they are there again. */
    void back(Optional<ConversationId> conversation, List<Attached> taken) {
        if (!taken.isEmpty()) {
            all.computeIfAbsent(conversation, key -> new ArrayList<>()).addAll(0, taken);
            taken.forEach(attached -> keep(conversation, attached));
            changed();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Reads nothing on. */
    void stop() {
        all.values().forEach(list -> list.forEach(attached -> attached.stop().cancel()));
    }
}
