package dev.katman.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

import java.util.Map;

/** Keys the way the platform writes them: Ctrl+N, ⌘N. */
public final class KeyNames {
    /** As they stand on the keys, where JavaFX writes them otherwise. */
    private static final Map<String, String> KEYS = Map.of("Up", "↑", "Down", "↓", "Left", "←", "Right", "→", "Escape", "Esc",
            "↵", "Enter");

    private KeyNames() {
    }

    public static String of(KeyCombination keys) {
        String name = keys.getDisplayText();
        String last = name.substring(name.lastIndexOf('+') + 1);
        return KEYS.containsKey(last) ? name.substring(0, name.length() - last.length()) + KEYS.get(last) : name;
    }

    /** The keys of an action, as they are from now on; empty while there are none. */
    public static StringBinding of(Actions actions, String id) {
        return Bindings.createStringBinding(() -> actions.shown(id).map(KeyNames::of).orElse(""), actions.changes());
    }

    /** Lets a control's tooltip say its name and the keys that do the same. */
    public static void tip(Control control, String name, Actions actions, String id) {
        StringBinding keys = of(actions, id);
        if (control.getTooltip() == null) {
            control.setTooltip(new Tooltip());
        }
        control.getTooltip().textProperty().bind(Bindings.createStringBinding(
                () -> keys.get().isEmpty() ? name : name + "  " + keys.get(), keys));
        control.accessibleHelpProperty().bind(keys);
    }
}
