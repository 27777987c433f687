package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a document, on its chip. */
final class DocumentMenu extends MenuButton {
    /** What follows. */
    interface Acts {
        /** Into the library. */
        void keep();

        /** @param table whether the worker is to make a table, and not a summary */
        void prepare(boolean table);
    }

    /** @param name of the document */
    DocumentMenu(Context context, String name, Acts acts) {
        getStyleClass().setAll("menu-button", "icon-button", "no-arrow", "prepare");
        Icons.named(this, Feather.MORE_VERTICAL, context.text("ui.attach.more.menu", name));
        getItems().setAll(Parts.item(context.text("ui.library.keep"), acts::keep), new SeparatorMenuItem(),
                Parts.item(context.text("ui.prepare.summary"), () -> acts.prepare(false)),
                Parts.item(context.text("ui.prepare.table"), () -> acts.prepare(true)));
    }
}
