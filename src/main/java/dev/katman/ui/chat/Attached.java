package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.documents.Document;
import dev.katman.documents.Reading;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;

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

    private final String name;
    private final Cancellation stop = new Cancellation();
    private final ReadOnlyObjectWrapper<State> state;

    Attached(String name) {
        this.name = name;
        state = new ReadOnlyObjectWrapper<>(new State.Coming(name, 0));
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
