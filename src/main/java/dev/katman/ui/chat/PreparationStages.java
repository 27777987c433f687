package dev.katman.ui.chat;

import dev.katman.conversation.MessageId;
import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparationProgress;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each document stands that is prepared in this window. Knows no scene. Of one thread, which in the window is the FX thread. */
final class PreparationStages {
    private final Map<MessageId, ReadOnlyObjectWrapper<Stage>> stages = new HashMap<>();

    /** Where one stands. */
    sealed interface Stage {
        /** Nobody works on it, until the reader says so. */
        record Rests() implements Stage {
        }

        /**
         * The worker is on it.
         *
         * @param progress empty until the first is known
         * @param pausing  whether it pauses once the piece under way is done
         */
        record Runs(Optional<PreparationProgress> progress, boolean pausing) implements Stage {
        }

        /** Those who had done a part of it cannot be reached any more. */
        record Lost() implements Stage {
        }

        /** A fault ended it. */
        record Failed() implements Stage {
        }
    }

    ReadOnlyObjectProperty<Stage> of(MessageId message) {
        return stage(message).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Stage> stage(MessageId message) {
        return stages.computeIfAbsent(message, id -> new ReadOnlyObjectWrapper<>(new Stage.Rests()));
    }

    void began(MessageId message) {
        stage(message).set(new Stage.Runs(Optional.empty(), false));
    }

    /** What comes after the end is too late. */
    void told(MessageId message, PreparationProgress progress) {
        if (stage(message).get() instanceof Stage.Runs(var before, var pausing)) {
            stage(message).set(new Stage.Runs(Optional.of(progress), pausing));
        }
    }

    void pausing(MessageId message) {
        if (stage(message).get() instanceof Stage.Runs(var progress, var before)) {
            stage(message).set(new Stage.Runs(progress, true));
        }
    }

    void ended(MessageId message, Prepared.State how) {
        stage(message).set(switch (how) {
            case DONE, PAUSED, GONE -> new Stage.Rests();
            case OUT_OF_REACH -> new Stage.Lost();
        });
    }

    void failed(MessageId message) {
        stage(message).set(new Stage.Failed());
    }
}
