package dev.katman.ui.shell;

import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Actions;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.KeyNames;
import dev.katman.ui.kit.Place;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every key there is, by place. */
final class HelpSheet extends VBox {
    /** What holds in every list, menu and text, and is nobody's to change: keys, and the text that says what they do. */
    private static final List<Habit> HABITS = List.of(new Habit("Tab  Shift+Tab", "ui.help.tab"), new Habit("↑  ↓", "ui.help.arrows"),
            new Habit("Enter", "ui.help.enter"), new Habit("Shift+F10", "ui.help.menu"), new Habit("Esc", "ui.help.escape"));

    /** Text of more than so many percent leaves no room for two columns. */
    private static final int LARGE = 140;

    private final Context context;
    private final Button change;

    private record Habit(String keys, String text) {
    }

    /**
     * @param change shows where keys are changed
     * @param close  leaves the sheet
     */
    HelpSheet(Context context, Runnable change, Runnable close) {
        this.context = context;
        setId("help");
        getStyleClass().add("sheet");
        setMaxSize(760, USE_PREF_SIZE);
        var title = new Label(context.text("ui.help.title"));
        title.getStyleClass().add("page-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        this.change = new Button(context.text("ui.help.change"));
        this.change.getStyleClass().setAll("button", "text-button", "framed");
        this.change.setOnAction(event -> change.run());
        Button leave = Icons.button(Feather.X, context.text("ui.close"));
        leave.setOnAction(event -> close.run());
        var head = new HBox(8, title, gap, this.change, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("sheet-head");
        var groups = new HelpColumns(context.services().preferences().textSize() > LARGE ? 1 : 2);
        for (Place place : Place.values()) {
            List<Action> withKeys = context.actions().all().stream()
                    .filter(action -> action.place() == place && !context.actions().keys(action).isEmpty()).toList();
            if (!withKeys.isEmpty()) {
                groups.add(context.text("ui.place." + place.name().toLowerCase(Locale.ROOT)), withKeys.stream().map(this::line).toList());
            }
        }
        groups.add(context.text("ui.help.habits"), HABITS.stream().map(habit -> line(context.text(habit.text()), habit.keys())).toList());
        var pane = new ScrollPane(groups);
        pane.getStyleClass().add("sheet-pane");
        pane.setFitToWidth(true);
        pane.setFocusTraversable(true); // so that arrows scroll it
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setAccessibleText(context.text("ui.help.title"));
        getChildren().addAll(head, pane);
    }

    /** Where the focus begins. */
    Node start() {
        return change;
    }

    private Node line(Action action) {
        Actions actions = context.actions();
        return line(context.name(action), actions.keys(action).stream().map(KeyNames::of).collect(Collectors.joining("  ")));
    }

    private static Node line(String name, String keys) {
        var what = new Label(name);
        what.setWrapText(true);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(12, what);
        for (String key : keys.split(" {2}")) {
            var cap = new Label(key);
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(cap);
        }
        line.getStyleClass().add("help-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
