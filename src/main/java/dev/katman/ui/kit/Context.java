package dev.katman.ui.kit;

import dev.katman.settings.Texts;
import dev.katman.words.Words;

import java.time.ZoneId;

/**
 * What every page is given. A change of language makes a new one, and new pages on it.
 *
 * @param texts   the window's own texts
 * @param words   sentences about what happened
 * @param figures numbers and times
 * @param work    the way off the FX thread and back
 * @param acts    what a block of text can ask for
 * @param actions everything that can be done, and the keys that lead there
 */
public record Context(Services services, Texts texts, Words words, Figures figures, Work work, BlockView.Acts acts, Actions actions) {
    public ZoneId zone() {
        return figures.zone();
    }

    /** What an action is called. */
    public String name(Action action) {
        return texts.get("ui.action." + action.id());
    }

    /** A text of the window. */
    public String text(String key, Object... values) {
        return texts.get(key, values);
    }
}
