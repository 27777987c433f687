package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;
import javafx.scene.Node;

import java.util.function.Consumer;

/**
 * What can be done with documents.
 *
 * @param dialog  shows one
 * @param offer   lets the worker prepare one
 * @param keeping puts them into the library
 */
record DocumentActs(DocumentDialog dialog, PrepareOffer offer, Keeping keeping) {
    /**
     * @param owner stands in the window that is asked over
     * @param say   tells the reader something
     */
    static DocumentActs over(Node owner, Context context, Chats chats, Consumer<Notice> say) {
        var offer = new PrepareOffer(context, chats.preparing(), owner);
        return new DocumentActs(new DocumentDialog(context, chats, owner, offer), offer, new Keeping(context, say));
    }
}
