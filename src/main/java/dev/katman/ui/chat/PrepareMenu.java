package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;



/** What the worker can make of a document, on the document's chip. */
final class PrepareMenu extends MenuButton {
    /** What follows. */
    interface Acts {
        /** @param table whether it is to be a table, and not a summary */
        void prepare(boolean table);
    }

    /** @param name of the document */
    PrepareMenu(Context context, String name, Acts acts) {
        getStyleClass().setAll("menu-button", "icon-button", "no-arrow", "prepare");
        Icons.named(this, Feather.MORE_VERTICAL, context.text("ui.prepare.menu", name));
        getItems().setAll(item(context.text("ui.prepare.summary"), () -> acts.prepare(false)),
                item(context.text("ui.prepare.table"), () -> acts.prepare(true)));
    }

    private static MenuItem item(String text, Runnable act) {
        var item = new MenuItem(text);
        item.setOnAction(event -> act.run());
        return item;
    }
}
