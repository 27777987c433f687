package dev.katman.ui.kit;

import dev.katman.settings.Preferences;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which keys lead to which action: those that the reader chose, else the usual ones as far as nothing that was chosen has taken them. Kept
 * as a preference for each action.
 */
final class Keymap {
    /** Kept where the reader wants no keys at all. */
    private static final String NONE = "none";

    private final Preferences preferences;
    private final Consumer<Runnable> keep;
    private final Map<String, Optional<Optional<KeyCombination>>> chosen = new HashMap<>();

    /** @param keep runs what writes a preference, on another thread */
    Keymap(Preferences preferences, Consumer<Runnable> keep) {
        this.preferences = preferences;
        this.keep = keep;
    }

    /** The keys that lead to an action among all there are. */
    List<KeyCombination> of(Action action, Collection<Action> all) {
        return chosen(action).map(keys -> keys.stream().toList()).orElseGet(() -> action.usual().stream()
                .filter(keys -> all.stream().noneMatch(other -> !other.id().equals(action.id()) && other.place().meets(action.place())
                        && chosen(other).flatMap(k -> k).filter(keys::equals).isPresent()))
                .toList());
    }

    /** Whether the reader has a say in an action's keys. */
    boolean isChosen(Action action) {
        return chosen(action).isPresent();
    }

    /** @param keys empty for none at all */
    void choose(Action action, Optional<KeyCombination> keys) {
        chosen.put(action.id(), Optional.of(keys));
        String kept = keys.map(KeyCombination::getName).orElse(NONE);
        keep.accept(() -> preferences.put(name(action), kept));
    }

    /** Back to the usual keys. */
    void forget(Action action) {
        chosen.put(action.id(), Optional.empty());
        keep.accept(() -> preferences.forget(name(action)));
    }

    /** Empty: nothing was chosen. Holding nothing: no keys were chosen. */
    private Optional<Optional<KeyCombination>> chosen(Action action) {
        return chosen.computeIfAbsent(action.id(), id -> preferences.get(name(action)).flatMap(Keymap::read));
    }

    private static Optional<Optional<KeyCombination>> read(String kept) {
        if (kept.equals(NONE)) {
            return Optional.of(Optional.empty());
        }
        try {
            return KeyCombination.valueOf(kept) instanceof KeyCodeCombination keys ? Optional.of(Optional.of(keys)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // as every preference that makes no sense
        }
    }

    private static String name(Action action) {
        return "keys." + action.id();
    }
}
