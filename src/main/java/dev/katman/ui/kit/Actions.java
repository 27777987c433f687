package dev.katman.ui.kit;

import dev.katman.settings.Preferences;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything that can be done in the window, each once, and the keys that lead there. Menu, palette, help sheet, tooltips and the window's
 * keys all ask here. Pages hand in their own. Of the FX thread.
 */
public final class Actions {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    private final Keymap keymap;
    private final Map<Place, List<Action>> byPlace = new EnumMap<>(Place.class);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /** @param keep runs what writes a preference, on another thread, and says where that failed */
    public Actions(Preferences preferences, Consumer<Runnable> keep) {
        keymap = new Keymap(preferences, keep);
    }

    /**
     * Says what can be done in a place; replaces what was said of it before.
     *
     * @throws IllegalArgumentException if one of them is of another place, or an action of that name is there already
     */
    public void put(Place place, List<Action> actions) {
        byPlace.remove(place);
        for (Action action : actions) {
            if (action.place() != place || find(action.id()).isPresent()
                    || actions.stream().filter(other -> other.id().equals(action.id())).count() > 1) {
                throw new IllegalArgumentException("the action " + action.id() + " is of another place, or there twice");
            }
        }
        byPlace.put(place, List.copyOf(actions));
        changed();
    }

    /** Everything, place by place. */
    public List<Action> all() {
        return byPlace.values().stream().flatMap(List::stream).toList();
    }

    public Optional<Action> find(String id) {
        return all().stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** Grows when actions or keys are others than before. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** The keys that lead to an action, the ones to show first. */
    public List<KeyCombination> keys(Action action) {
        return keymap.of(action, all());
    }

    /** What the keys mean in a place; for those that hold wherever the focus is. */
    public Optional<Action> pressed(KeyEvent event, Place place) {
        return all().stream().filter(action -> !action.within() && action.place().meets(place) && action.enabled().getAsBoolean()
                && keys(action).stream().anyMatch(keys -> keys.match(event))).findFirst();
    }

    /** Whether the keys mean that action; for a control with keys of its own. */
    public boolean matches(String id, KeyEvent event) {
        return find(id).filter(action -> keys(action).stream().anyMatch(keys -> keys.match(event))).isPresent();
    }

    /**
     * Does what the keys mean among those actions, as far as it can be done now; for a control with keys of its own.
     *
     * @return whether they meant any of them
     */
    public boolean run(KeyEvent event, Stream<String> ids) {
        Optional<Action> meant = ids.filter(id -> matches(id, event)).flatMap(id -> find(id).stream())
                .filter(action -> action.enabled().getAsBoolean()).findFirst();
        meant.ifPresent(action -> action.act().run());
        return meant.isPresent();
    }

    /** The keys of an action to show beside its name in a menu; none while it has none. */
    public Optional<KeyCombination> shown(String id) {
        return find(id).flatMap(action -> keys(action).stream().findFirst());
    }

    /** Whether the reader chose an action's keys, or that it has none. */
    public boolean isChosen(Action action) {
        return keymap.isChosen(action);
    }

    /** Wishes for other keys; what was before stays where they cannot be had. In effect at once, and kept. */
    public Binding bind(Action action, KeyCodeCombination keys) {
        KeyCombination wanted = portable(keys);
        Optional<Binding.Reason> refused = KeyRules.refuse(keys, action.within(), MAC);
        if (refused.isPresent()) {
            return new Binding.Refused(refused.get());
        }
        Optional<Action> by = all().stream().filter(other -> !other.id().equals(action.id()) && other.place().meets(action.place())
                && keys(other).contains(wanted)).findFirst();
        if (by.isPresent()) {
            return new Binding.Taken(by.get());
        }
        keymap.choose(action, Optional.of(wanted));
        changed();
        return new Binding.Bound();
    }

    /** Lets no keys lead to an action. */
    public void unbind(Action action) {
        keymap.choose(action, Optional.empty());
        changed();
    }

    /** Gives an action its usual keys again; one that has taken them meanwhile keeps them. */
    public void reset(Action action) {
        keymap.forget(action);
        changed();
    }

    /** Gives every action its usual keys. */
    public void resetAll() {
        all().stream().filter(keymap::isChosen).forEach(keymap::forget);
        changed();
    }

    /** Kept so that they mean the same on another platform: Cmd there is Ctrl here. */
    private static KeyCombination portable(KeyCodeCombination keys) {
        boolean shortcut = KeyRules.down(keys.getShortcut()) || KeyRules.down(MAC ? keys.getMeta() : keys.getControl());
        var up = KeyCombination.ModifierValue.UP;
        return new KeyCodeCombination(keys.getCode(), keys.getShift(), shortcut && !MAC ? up : keys.getControl(), keys.getAlt(),
                shortcut && MAC ? up : keys.getMeta(), shortcut ? KeyCombination.ModifierValue.DOWN : up);
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
