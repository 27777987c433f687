package dev.katman.ui.shell;

import dev.katman.settings.Language;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be done with the window itself. */
final class WindowActions {
    private WindowActions() {
    }

    /** What the window can do. */
    interface Acts {
        void page(Page page);

        void fresh();

        void palette();

        void help();

        void shortcuts();

        void menu();

        /** @param by how many on; below zero for back */
        void region(int by);

        void theme(Theme theme);

        void language(Language language);

        void foldSide();

        void foldLimits();

        void findConversation();
    }

    static List<Action> everywhere(Acts acts) {
        var all = new ArrayList<Action>();
        all.add(Action.of("palette", Place.EVERYWHERE, acts::palette).keys("Shortcut+K"));
        all.add(Action.of("help", Place.EVERYWHERE, acts::help).keys("F1", "Shortcut+Slash"));
        all.add(Action.of("shortcuts", Place.EVERYWHERE, acts::shortcuts));
        all.add(Action.of("menu", Place.EVERYWHERE, acts::menu).keys("F10"));
        all.add(Action.of("newConversation", Place.EVERYWHERE, acts::fresh).keys("Shortcut+N"));
        for (Page page : Page.values()) {
            all.add(Action.of(id(page), Place.EVERYWHERE, () -> acts.page(page)).keys("Shortcut+" + (page.ordinal() + 1)));
        }
        all.add(Action.of("nextRegion", Place.EVERYWHERE, () -> acts.region(1)).keys("F6"));
        all.add(Action.of("previousRegion", Place.EVERYWHERE, () -> acts.region(-1)).keys("Shift+F6"));
        for (Theme theme : Theme.values()) {
            all.add(Action.of(id(theme), Place.EVERYWHERE, () -> acts.theme(theme)));
        }
        for (Language language : Language.values()) {
            all.add(Action.of(id(language), Place.EVERYWHERE, () -> acts.language(language)));
        }
        return all;
    }

    /** What can be done with what stands around the chat. */
    static List<Action> aroundTheChat(Acts acts) {
        return List.of(Action.of("findConversation", Place.CHAT, acts::findConversation).keys("Shortcut+F"),
                Action.of("side", Place.CHAT, acts::foldSide).keys("Shortcut+B"),
                Action.of("limits", Place.CHAT, acts::foldLimits).keys("Shortcut+J"));
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
