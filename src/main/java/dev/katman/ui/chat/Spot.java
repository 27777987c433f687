package dev.katman.ui.chat;

import dev.katman.conversation.MessageId;
import dev.katman.journal.ThreadRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which message a row shows, and what could stand in its place.
 *
 * @param variants itself among them, oldest first
 */
record Spot(MessageId message, List<MessageId> variants) {
    Spot {
        variants = List.copyOf(variants);
    }

    static Spot of(ThreadRow row) {
        return new Spot(row.message().id(), row.variants());
    }

    /** A message without variants. */
    static Spot alone(MessageId message) {
        return new Spot(message, List.of(message));
    }

    /** The newest variant, beside those that there are. */
    static Spot beside(Optional<Spot> earlier, MessageId newest) {
        var all = new ArrayList<MessageId>();
        earlier.map(Spot::variants).ifPresent(all::addAll);
        all.add(newest);
        return new Spot(newest, all);
    }

    /** Its place among the variants, from 0. */
    int place() {
        return variants.indexOf(message);
    }
}
