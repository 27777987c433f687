package dev.katman.ui.quota;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.ParkedRow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A message that waits, as the panel shows it.
 *
 * @param title the first line of what it says
 * @param text  all of it
 * @param in    until it answers itself, in whole seconds; empty when it is due
 * @param place its place in the queue, from 0
 * @param last  whether nothing stands behind it
 */
record QueueLine(MessageId message, ConversationId conversation, String title, String text, Optional<Duration> in, int place,
        boolean last) {
    /** The queue as it stands. Its places are counted anew: between two looks one may have left it. */
    static List<QueueLine> of(List<ParkedRow> parked, Instant now) {
        return IntStream.range(0, parked.size()).mapToObj(place -> {
            ParkedRow row = parked.get(place);
            String text = row.text().strip();
            return new QueueLine(row.message(), row.conversation(), text.lines().findFirst().orElse("").strip(), text,
                    in(Duration.between(now, row.until())), place, place == parked.size() - 1);
        }).toList();
    }

    boolean first() {
        return place == 0;
    }

    /** Rounded up, so that what counts down never says nothing is left while something is. */
    private static Optional<Duration> in(Duration left) {
        return left.isPositive() ? Optional.of(Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds())) : Optional.empty();
    }
}
