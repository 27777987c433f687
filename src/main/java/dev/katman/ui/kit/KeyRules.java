package dev.katman.ui.kit;

import dev.katman.ui.kit.Binding.Reason;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

import java.util.Optional;
import java.util.Set;

/** Which keys can lead to an action. What everybody's fingers know in every program stays as it is. */
final class KeyRules {
    private static final Set<KeyCode> EDITING = Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);
    private static final Set<KeyCode> MOVING = Set.of(KeyCode.ENTER, KeyCode.SPACE, KeyCode.ESCAPE, KeyCode.BACK_SPACE, KeyCode.DELETE,
            KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
    private static final Set<KeyCode> MAC_SYSTEM = Set.of(KeyCode.Q, KeyCode.W, KeyCode.H, KeyCode.M, KeyCode.SPACE);
    /** By these one leaves any control; where they meant something else one would be trapped. */
    private static final Set<KeyCode> ALWAYS_MOVING = Set.of(KeyCode.TAB, KeyCode.CONTEXT_MENU);

    private KeyRules() {
    }

    /**
     * Why these keys cannot lead to an action; empty where they can.
     *
     * @param within whether one control alone asks for them: it may take Enter, Esc and arrows for itself
     * @param mac    whether Cmd is the shortcut key
     */
    static Optional<Reason> refuse(KeyCodeCombination keys, boolean within, boolean mac) {
        KeyCode code = keys.getCode();
        boolean shortcut = down(keys.getShortcut()) || down(mac ? keys.getMeta() : keys.getControl());
        boolean alt = down(keys.getAlt());
        boolean shift = down(keys.getShift());
        if (ALWAYS_MOVING.contains(code) || code == KeyCode.F10 && shift && !shortcut && !alt) {
            return Optional.of(Reason.MOVING);
        }
        if (!mac && code == KeyCode.F4 && alt || !mac && down(keys.getMeta()) || mac && shortcut && MAC_SYSTEM.contains(code)) {
            return Optional.of(Reason.SYSTEM);
        }
        if (code.isFunctionKey()) {
            return Optional.empty();
        }
        if (shortcut && !alt && EDITING.contains(code) && (!shift || code == KeyCode.Z)) {
            return Optional.of(Reason.EDITING);
        }
        if (MOVING.contains(code)) {
            return shortcut || alt || within ? moving(keys, code, shortcut && !alt) : Optional.of(Reason.MOVING);
        }
        if (!shortcut && !down(keys.getControl())) {
            return !alt || mac ? Optional.of(Reason.TYPED) : Optional.empty();
        }
        return alt && !mac ? Optional.of(Reason.ALT_GR) : Optional.empty();
    }

    /** With the shortcut key arrows and deleting keys move and delete by words in every text. */
    private static Optional<Reason> moving(KeyCodeCombination keys, KeyCode code, boolean shortcutAlone) {
        boolean byWords = code.isArrowKey() || code == KeyCode.BACK_SPACE || code == KeyCode.DELETE;
        return shortcutAlone && byWords ? Optional.of(Reason.EDITING) : Optional.empty();
    }

    static boolean down(ModifierValue value) {
        return value == ModifierValue.DOWN;
    }
}
