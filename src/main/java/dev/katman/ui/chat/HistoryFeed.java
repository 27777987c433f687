package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Preparer;
import dev.katman.journal.Journal;
import dev.katman.ui.kit.Work;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings what the journal tells of a conversation to its model. Of the FX thread; the journal is read on others. */
final class HistoryFeed {
    private final Journal journal;
    private final HistoryReader reader;
    private final Work work;

    HistoryFeed(Journal journal, Preparer preparer, Work work) {
        this.journal = journal;
        reader = new HistoryReader(journal, preparer);
        this.work = work;
    }

    /** Where nothing is shown yet the end comes first: that is where one reads on, and a long conversation takes its time. */
    void read(ChatModel model) {
        model.conversation().ifPresent(id -> {
            if (model.rows().isEmpty()) {
                ChatModel.Reading reading = model.reading();
                work.run("read the end of a conversation", () -> reader.end(id), end -> {
                    boolean again = reading.show(end);
                    if (again || !end.whole()) {
                        readAll(model, id);
                    }
                });
            } else {
                readAll(model, id);
            }
        });
    }

    private void readAll(ChatModel model, ConversationId id) {
        ChatModel.Reading reading = model.reading();
        work.run("read a conversation", () -> reader.all(id), all -> {
            if (reading.show(all)) {
                readAll(model, id);
            }
        });
    }

    /** Shows a thought, or folds it away. Its words are read when they are first wanted: seldom, and they are many. */
    void turn(ChatModel model, ChatRow.Thought thought) {
        thought.answer().filter(answer -> thought.words().isEmpty()).ifPresentOrElse(
                answer -> work.run("read a thought", () -> journal.thoughts().before(answer),
                        words -> words.ifPresent(found -> model.read(thought, found))),
                () -> model.turn(thought));
    }

    /** @param then hears what went along with the question, where something did */
    void sources(Answer answer, Consumer<ChatRow.Sources> then) {
        DecisionId decision = answer.record().id();
        work.run("read what went along", () -> Optional.ofNullable(journal.documents().fittings(List.of(decision)).get(decision)),
                went -> went.ifPresent(fitting -> then.accept(new ChatRow.Sources(answer.record(), fitting, false))));
    }
}
