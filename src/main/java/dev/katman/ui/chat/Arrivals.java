package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;

import java.util.List;

/** What becomes of messages: it is shown where their conversation is held, marked in the list, and read where more may have come. Of the FX thread. */
final class Arrivals {
    private final Desk desk;
    private final SideModel side;
    private final HistoryFeed feed;
    private final Preparing preparing;
    private final TakeBack takeBack;
    private final Runnable queueChanged;

    /** @param queueChanged told when a message has left the queue or come back to it */
    Arrivals(Desk desk, SideModel side, HistoryFeed feed, Preparing preparing, TakeBack takeBack, Runnable queueChanged) {
        this.desk = desk;
        this.side = side;
        this.feed = feed;
        this.preparing = preparing;
        this.takeBack = takeBack;
        this.queueChanged = queueChanged;
    }

    /** What happened to a message, for the model that shows it. */
    void heard(ChatModel model, List<Heard> heard) {
        boolean begun = desk.heard(model, heard);
        if (begun || !model.busy().get()) {
            side.refresh();
        }
        heard.stream().filter(Heard.Finished.class::isInstance).map(Heard.Finished.class::cast).forEach(finished -> over(finished.answer()));
    }

    /** An answer of which no model was told. */
    void answered(Answer answer) {
        over(answer);
        desk.reread(answer.conversation());
    }

    private void over(Answer answer) {
        ConversationId where = answer.conversation();
        if (answer.result() == Answer.Result.ANSWERED && !desk.isOpen(where)) {
            side.came(where);
        }
        moved();
        feed.sources(answer, sources -> desk.model(where).ifPresent(model -> model.went(sources)));
        if (takeBack.holds(where) || preparing.runs(where) || desk.model(where).filter(model -> model.lags(answer)).isPresent()) {
            desk.reread(where);
        }
    }

    /** A message has begun or ended being answered. */
    void moved() {
        side.marked();
        queueChanged.run();
    }

    /** What is shown of a conversation may not be what the journal tells. */
    void unsure(ConversationId conversation) {
        desk.reread(conversation);
    }
}
