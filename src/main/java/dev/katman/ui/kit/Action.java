package dev.katman.ui.kit;

import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Something that can be done, once for all the ways to it: menu, palette, keys, help sheet. Its name is the text {@code ui.action.ID}, other
 * words by which it is found are the text {@code ui.action.words.ID}.
 *
 * @param id      of letters and digits; kept in the reader's preferences, so it stays the same for good
 * @param usual   keys that lead to it unless the reader chose others, the one that is shown first; may be empty
 * @param within  whether its keys mean this only in one control of its place, which asks for them itself ({@link Actions#matches}); others
 *                hold wherever the focus is
 * @param enabled whether it can be done now
 */
public record Action(String id, Place place, List<KeyCombination> usual, boolean within, BooleanSupplier enabled, Runnable act) {
    public Action {
        if (!id.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("not the name of an action: " + id);
        }
        usual = List.copyOf(usual);
    }

    /** One that can always be done and has no keys of its own. */
    public static Action of(String id, Place place, Runnable act) {
        return new Action(id, place, List.of(), false, () -> true, act);
    }

    /** @param keys as JavaFX writes them, {@code Shortcut+Shift+N}: Shortcut is Cmd on a Mac, Ctrl elsewhere */
    public Action keys(String... keys) {
        return new Action(id, place, Stream.of(keys).map(KeyCombination::valueOf).toList(), within, enabled, act);
    }

    /** With keys that one control of its place asks for itself. */
    public Action keysWithin(String... keys) {
        return new Action(id, place, Stream.of(keys).map(KeyCombination::valueOf).toList(), true, enabled, act);
    }

    public Action when(BooleanSupplier possible) {
        return new Action(id, place, usual, within, possible, act);
    }
}
