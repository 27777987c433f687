package dev.katman.ui.chat;

import dev.katman.exchange.Prepared;
import dev.katman.journal.PreparationGoal;
import dev.katman.ui.kit.Context;
import dev.katman.words.PreparationWords;
import javafx.scene.Node;

import java.util.List;

/** Says what it would take to let the worker prepare a document, and begins where that is wanted. */
final class PrepareOffer {
    private final Context context;
    private final Preparing preparing;
    private final Node owner;

    /** @param owner stands in the window that is asked over */
    PrepareOffer(Context context, Preparing preparing, Node owner) {
        this.context = context;
        this.preparing = preparing;
        this.owner = owner;
    }

    /**
     * Offers it for one of several.
     *
     * @param subjects at least one
     * @param table    whether it is to be a table, and not a summary
     */
    void of(List<? extends Subject> subjects, boolean table) {
        show(subjects, table ? new PreparationGoal.Table(List.of()) : new PreparationGoal.Summary(), false);
    }

    /** Offers what was prepared once more. */
    void again(Prepared prepared) {
        show(List.of(new Subject.Sent(prepared.row().document())), prepared.row().goal(), true);
    }

    private void show(List<? extends Subject> subjects, PreparationGoal goal, boolean anew) {
        if (owner.getScene() == null) {
            return; // while it was looked for, the reader has turned to another page
        }
        new PrepareDialog(context, preparing, owner, subjects, goal, anew, (subject, wanted, quote) -> preparing.begin(subject, wanted,
                new PreparationWords(context.words()).message(subject.name(), wanted), quote.before())).show();
    }
}
