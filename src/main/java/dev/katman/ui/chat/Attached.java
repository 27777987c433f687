package dev.katman.ui.chat;

import dev.katman.conversation.AttachmentId;
import dev.katman.conversation.Cancellation;
import dev.katman.documents.Document;
import dev.katman.documents.Reading;
import dev.katman.journal.AttachmentRow;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;

/** A file or a folder that is to go along with the next message. Of the FX thread. */
final class Attached {
    /** How far it has come. */
    sealed interface State {
        /** @param done of the file that is being read; 0 to 1 */
        record Coming(String file, double done) implements State {
        }

        /**
         * Read.
         *
         * @param documents of a folder as many as it has readable files; none where nothing could be read
         * @param unread    what could not be, and why
         */
        record There(List<Document> documents, List<Reading.Unread> unread) implements State {
            public There {
                documents = List.copyOf(documents);
                unread = List.copyOf(unread);
            }
        }
    }

    private final AttachmentId id;
    private final String name;
    private final Cancellation stop = new Cancellation();
    private final ReadOnlyObjectWrapper<State> state;

    private Attached(AttachmentId id, String name, State state) {
        this.id = id;
        this.name = name;
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    /** One that is about to be read. */
    Attached(AttachmentId id, String name) {
        this(id, name, new State.Coming(name, 0));
    }

    /** One that was kept; what was not read to its end is about to be read anew. */
    Attached(AttachmentRow kept) {
        this(kept.id(), kept.name(), kept.from().isPresent() ? new State.Coming(kept.name(), 0) : new State.There(kept.documents(), kept.unread()));
    }

    AttachmentId id() {
        return id;
    }

    /** As it is kept; empty where there is nothing yet, or nothing that could go along. */
    Optional<AttachmentRow> kept() {
        return state.get() instanceof State.There there && !there.documents().isEmpty()
                ? Optional.of(new AttachmentRow(id, name, there.documents(), there.unread(), Optional.empty())) : Optional.empty();
    }

    String name() {
        return name;
    }

    /** Stops its reading. */
    Cancellation stop() {
        return stop;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void state(State now) {
        state.set(now);
    }
}
