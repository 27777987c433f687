package dev.katman.ui.shell;

import dev.katman.settings.Language;
import dev.katman.settings.Theme;
import dev.katman.ui.chat.ChatPage;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be done with the window itself. */
final class WindowActions {
    private WindowActions() {
    }

    static List<Action> everywhere(Window window, Sheets sheets, Regions regions) {
        var all = new ArrayList<Action>();
        all.add(Action.of("palette", Place.EVERYWHERE, sheets::palette).keys("Shortcut+K"));
        all.add(Action.of("help", Place.EVERYWHERE, sheets::help).keys("F1", "Shortcut+Shift+K"));
        all.add(Action.of("shortcuts", Place.EVERYWHERE, sheets::shortcuts));
        all.add(Action.of("menu", Place.EVERYWHERE, window::menu).keys("F10"));
        all.add(Action.of("newConversation", Place.EVERYWHERE, window::fresh).keys("Shortcut+N"));
        for (Page page : Page.values()) {
            all.add(Action.of(id(page), Place.EVERYWHERE, () -> window.page(page)).keys("Shortcut+" + (page.ordinal() + 1)));
        }
        all.add(Action.of("nextRegion", Place.EVERYWHERE, () -> regions.go(1)).keys("F6"));
        all.add(Action.of("previousRegion", Place.EVERYWHERE, () -> regions.go(-1)).keys("Shift+F6"));
        for (Theme theme : Theme.values()) {
            all.add(Action.of(id(theme), Place.EVERYWHERE, () -> window.theme(theme)));
        }
        for (Language language : Language.values()) {
            all.add(Action.of(id(language), Place.EVERYWHERE, () -> window.language(language)));
        }
        return all;
    }

    /** What can be done with what stands around the chat. */
    static List<Action> aroundTheChat(Folds folds, ChatPage chat) {
        return List.of(Action.of("findConversation", Place.CHAT, () -> {
            folds.side(true);
            chat.focusSearch();
        }).keys("Shortcut+F"),
                Action.of("side", Place.CHAT, () -> folds.side(!folds.side())).keys("Shortcut+B"),
                Action.of("limits", Place.CHAT, () -> folds.limits(!folds.limits())).keys("Shortcut+J"));
    }

    /** The action that turns to a page. */
    static String id(Page page) {
        return "page" + capital(page);
    }

    static String id(Theme theme) {
        return "theme" + capital(theme);
    }

    static String id(Language language) {
        return "language" + capital(language);
    }

    private static String capital(Enum<?> one) {
        return one.name().charAt(0) + one.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
