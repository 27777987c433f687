package dev.katman.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every action with its keys, which can be changed here. Belongs to no page: whoever wants to show it gives it a place. */
public final class ShortcutsPane extends VBox {
    private final List<ShortcutRow> rows = new ArrayList<>();

    public ShortcutsPane(Context context) {
        setId("shortcut-list");
        getStyleClass().add("shortcuts");
        var about = new Label(context.text("ui.shortcuts.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        about.setMinWidth(0);
        about.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        var all = new Button(context.text("ui.shortcuts.resetAll"));
        all.setId("shortcuts-reset");
        all.getStyleClass().setAll("button", "text-button", "framed");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> {
            context.actions().resetAll();
            show();
        });
        var head = new HBox(12, about, all);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        for (Place place : Place.values()) {
            List<Action> here = context.actions().all().stream().filter(action -> action.place() == place).toList();
            if (!here.isEmpty()) {
                var heading = new Label(context.text("ui.place." + place.name().toLowerCase(Locale.ROOT)));
                heading.getStyleClass().addAll("strong", "small", "help-heading");
                getChildren().add(heading);
                for (Action action : here) {
                    var row = new ShortcutRow(context, action, this::show);
                    rows.add(row);
                    getChildren().add(row);
                }
            }
        }
    }

    /** What one row changed may be seen in another. */
    private void show() {
        rows.forEach(ShortcutRow::show);
    }
}
