package dev.katman.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Small parts of this page's sections. */
final class Controls {
    private Controls() {
    }

    static VBox card(Node... lines) {
        var card = new VBox(8, lines);
        card.getStyleClass().addAll("card", "settings-card");
        card.setMinSize(0, Region.USE_PREF_SIZE);
        return card;
    }

    /** Breaks into lines where there is no room for one. */
    static FlowPane line(Node... parts) {
        var line = new FlowPane(8, 8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.setPrefWrapLength(0); // as wide as there is room, and no wish of its own
        return line;
    }

    static Button button(String text, Runnable act) {
        var button = new Button(text);
        button.getStyleClass().setAll("button", "settings-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> act.run());
        return button;
    }

    /** What leads out of the program. */
    static Button link(String text, Runnable act) {
        var button = new Button(text);
        button.getStyleClass().setAll("button", "settings-link");
        button.setMinWidth(0);
        button.setOnAction(event -> act.run());
        return button;
    }

    /** One of a few: what holds is pressed. */
    static <T extends Enum<T>> FlowPane choice(List<T> values, T now, String id, Function<T, String> name, Consumer<T> choose) {
        var group = new ToggleGroup();
        var line = new FlowPane(6, 6);
        for (T value : values) {
            var chip = new ToggleButton(name.apply(value));
            chip.setId(id + "-" + value.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().setAll("toggle-button", "toggle-chip");
            chip.setToggleGroup(group);
            chip.setSelected(value == now);
            chip.setUserData(value);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(event -> {
                group.selectToggle(chip); // one of them always holds
                choose.accept(value);
            });
            line.getChildren().add(chip);
        }
        return line;
    }
}
