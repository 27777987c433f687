package dev.katman.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An action's keys. A button shows them and, pressed, waits for others; a sentence below says why some cannot be had. */
final class ShortcutRow extends VBox {
    private final Context context;
    private final Action action;
    private final Runnable changed;
    private final Button keys = new Button();
    private final Button none;
    private final Button usual;
    private final Label said = new Label();
    private final FlowPane answer = new FlowPane();
    private boolean waiting;

    /** @param changed hears that an action's keys are others than before */
    ShortcutRow(Context context, Action action, Runnable changed) {
        this.context = context;
        this.action = action;
        this.changed = changed;
        getStyleClass().add("shortcut-row");
        setId("shortcut-" + action.id());
        var name = new Label(context.name(action));
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        keys.getStyleClass().setAll("button", "key-button");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setMnemonicParsing(false);
        keys.setOnAction(event -> await(true));
        keys.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        keys.focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                await(false);
            }
        });
        none = small("ui.shortcuts.none.do", () -> context.actions().unbind(action));
        none.getStyleClass().add("clear-keys");
        usual = small("ui.shortcuts.reset", () -> context.actions().reset(action));
        var line = new HBox(8, name, usual, none, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        said.getStyleClass().addAll("small", "warning");
        said.setWrapText(true);
        said.setMinWidth(0);
        answer.getStyleClass().add("shortcut-answer");
        getChildren().addAll(line, answer);
        show();
    }

    private Button small(String key, Runnable act) {
        var button = new Button(context.text(key));
        button.getStyleClass().setAll("button", "text-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(context.text("ui.shortcuts.of", context.text(key), context.name(action)));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> {
            keys.requestFocus(); // this button may be gone with what it did
            act.run();
            changed.run();
        });
        return button;
    }

    /** Shows what holds now. */
    void show() {
        List<KeyCombination> held = context.actions().keys(action);
        String shown = held.stream().map(KeyNames::of).collect(Collectors.joining(" · "));
        keys.setText(waiting ? context.text("ui.shortcuts.press") : held.isEmpty() ? context.text("ui.shortcuts.none") : shown);
        keys.setAccessibleText(context.text("ui.shortcuts.keys", context.name(action),
                held.isEmpty() ? context.text("ui.shortcuts.none") : shown));
        none.setVisible(!held.isEmpty());
        usual.setVisible(context.actions().isChosen(action));
        say("");
    }

    private void await(boolean begin) {
        if (waiting != begin) {
            waiting = begin;
            show();
        }
    }

    private void pressed(KeyEvent key) {
        if (!waiting || key.getCode() == KeyCode.TAB) {
            return;
        }
        key.consume();
        if (key.getCode().isModifierKey() || key.getCode() == KeyCode.UNDEFINED) {
            return;
        }
        if (key.getCode() == KeyCode.ESCAPE && !action.within()) {
            await(false);
            return;
        }
        wish(new KeyCodeCombination(key.getCode(), value(key.isShiftDown()), value(key.isControlDown()), value(key.isAltDown()),
                value(key.isMetaDown()), ModifierValue.UP));
    }

    private void wish(KeyCodeCombination wanted) {
        waiting = false;
        Binding binding = context.actions().bind(action, wanted);
        changed.run();
        show();
        switch (binding) {
            case Binding.Bound bound -> { }
            case Binding.Refused refused -> say(context.text("ui.shortcuts.refused." + refused.reason().name().toLowerCase(Locale.ROOT)
                    .replace("_", ""), KeyNames.of(wanted)));
            case Binding.Taken taken -> {
                say(context.text("ui.shortcuts.taken", KeyNames.of(wanted), context.name(taken.by())));
                answer.getChildren().add(small("ui.shortcuts.take", () -> {
                    context.actions().unbind(taken.by());
                    context.actions().bind(action, wanted);
                }));
            }
        }
    }

    private void say(String sentence) {
        said.setText(sentence);
        answer.getChildren().setAll(said);
        answer.setVisible(!sentence.isEmpty());
        answer.setManaged(!sentence.isEmpty());
    }

    private static ModifierValue value(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }
}
