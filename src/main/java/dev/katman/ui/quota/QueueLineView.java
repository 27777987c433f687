package dev.katman.ui.quota;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.PlainText;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/** A message that waits: what it says, when it answers itself, and what can be done about it. */
final class QueueLineView extends VBox {
    private static final double TOOLTIP = 380;
    private static final int TOLD = 400;

    private final Context context;
    private final Button title = new Button();
    private final Button now;
    private final Button menu;
    private final MenuItem up;
    private final MenuItem down;
    private final Label when = new Label();
    private final ContextMenu choices = new ContextMenu();
    private QueueLine shown;

    QueueLineView(Context context, LimitsPanel.Acts acts) {
        this.context = context;
        getStyleClass().add("queue-line");
        title.getStyleClass().setAll("button", "queue-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        title.setOnAction(event -> acts.open(shown.conversation()));
        var whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP);
        title.setTooltip(whole);
        HBox.setHgrow(title, Priority.ALWAYS);

        now = Icons.button(Feather.SEND, context.text("ui.parked.now"));
        now.setTooltip(new Tooltip(context.text("ui.parked.now") + "\n" + context.text("ui.parked.now.hint")));
        now.setAccessibleHelp(context.text("ui.parked.now.hint"));
        now.setOnAction(event -> acts.sendNow(shown.message(), shown.conversation()));

        item("ui.parked.open", line -> acts.open(line.conversation()));
        item("ui.parked.now", line -> acts.sendNow(line.message(), line.conversation()));
        choices.getItems().add(new SeparatorMenuItem());
        up = item("ui.parked.up", line -> acts.move(line.message(), line.place() - 1));
        down = item("ui.parked.down", line -> acts.move(line.message(), line.place() + 1));
        choices.getItems().add(new SeparatorMenuItem());
        item("ui.parked.cancel", line -> acts.cancel(line.message(), line.conversation()));
        menu = Icons.button(Feather.MORE_HORIZONTAL, context.text("ui.parked.menu"));
        menu.setTooltip(new Tooltip(context.text("ui.parked.menu"))); // which message it is of can be seen
        menu.setOnAction(event -> choices.show(menu, Side.BOTTOM, 0, 2));

        when.setWrapText(true);
        when.getStyleClass().addAll("muted", "tiny");
        var line = new HBox(title, now, menu);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, when);
    }

    private MenuItem item(String name, Consumer<QueueLine> act) {
        var item = new MenuItem(context.text(name));
        item.setId(name);
        item.setOnAction(event -> act.accept(shown));
        choices.getItems().add(item);
        return item;
    }

    ContextMenu choices() {
        return choices;
    }

    void show(QueueLine line) {
        if (shown == null || !shown.text().equals(line.text())) {
            title.setText(line.title());
            title.setAccessibleText(context.text("ui.parked.open.of", line.title()));
            title.getTooltip().setText(PlainText.brief(line.text(), TOLD));
            now.setAccessibleText(context.text("ui.parked.now.of", line.title()));
            menu.setAccessibleText(context.text("ui.parked.menu.of", line.title()));
        }
        shown = line;
        when.setText(line.in().map(in -> context.text("ui.limits.waiting.in", context.words().duration(in)))
                .orElseGet(() -> context.text("ui.limits.waiting.soon")));
        up.setDisable(line.first());
        down.setDisable(line.last());
    }
}
