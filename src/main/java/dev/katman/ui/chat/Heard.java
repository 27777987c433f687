package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.ui.kit.Block;

import java.util.List;
import java.util.Optional;

/** What the screen is told of a message that is being answered: what happens, and the words of the answer as blocks. */
sealed interface Heard {
    /** Where it happens, of what says so. */
    default Optional<ConversationId> conversation() {
        return Optional.empty();
    }

    /** Anything but words of the answer, and its end. */
    record Event(ExchangeEvent event) implements Heard {
        @Override
        public Optional<ConversationId> conversation() {
            return event instanceof ExchangeEvent.Accepted accepted ? Optional.of(accepted.conversation()) : Optional.empty();
        }
    }

    /**
     * The answer has grown.
     *
     * @param blocks   all of it
     * @param finished how many of them never change again
     */
    record Grown(List<Block> blocks, int finished) implements Heard {
        public Grown {
            blocks = List.copyOf(blocks);
        }
    }

    /** @param blocks of the whole answer, read once more: a link's address may stand below it */
    record Finished(Answer answer, List<Block> blocks) implements Heard {
        public Finished {
            blocks = List.copyOf(blocks);
        }

        @Override
        public Optional<ConversationId> conversation() {
            return Optional.of(answer.conversation());
        }
    }
}
