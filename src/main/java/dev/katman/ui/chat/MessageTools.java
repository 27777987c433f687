package dev.katman.ui.chat;

import dev.katman.conversation.MessageId;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be done with a message. Seen while the mouse is over the message or the focus is within; what shows that there are variants is
 * always seen.
 */
final class MessageTools extends HBox {
    private final Context context;
    private final HBox quiet = new HBox();

    /** @param under the message that the mouse is over */
    MessageTools(Context context, Optional<Spot> spot, ObservableValue<Optional<MessageId>> under, Consumer<MessageId> show) {
        this.context = context;
        getStyleClass().add("message-tools");
        quiet.getStyleClass().add("message-tools");
        setMinWidth(Region.USE_PREF_SIZE);
        spot.filter(s -> s.variants().size() > 1).ifPresent(s -> getChildren().add(stepper(s, show)));
        getChildren().add(quiet);
        BooleanExpression over = BooleanExpression.booleanExpression(under.map(id -> id.isPresent() && id.equals(spot.map(Spot::message)))
                .orElse(false));
        quiet.opacityProperty().bind(Bindings.when(over.or(focusWithinProperty())).then(1.0).otherwise(0.0));
    }

    /** On the reader's side what is always seen stands at the edge, and not what is seen now and then. */
    MessageTools ofReader() {
        getStyleClass().add("of-reader");
        quiet.toBack();
        return this;
    }

    /** "‹ 2/3 ›". */
    private Node stepper(Spot spot, Consumer<MessageId> show) {
        int place = spot.place();
        Button earlier = step(Feather.CHEVRON_LEFT, "ui.message.earlier", place > 0);
        earlier.setOnAction(event -> show.accept(spot.variants().get(place - 1)));
        Button later = step(Feather.CHEVRON_RIGHT, "ui.message.later", place < spot.variants().size() - 1);
        later.setOnAction(event -> show.accept(spot.variants().get(place + 1)));
        var which = new Label(context.text("ui.message.variant", place + 1, spot.variants().size()));
        which.getStyleClass().add("meta");
        which.setMinWidth(Region.USE_PREF_SIZE);
        which.setAccessibleText(context.text("ui.message.variant.name", place + 1, spot.variants().size()));
        var line = new HBox(earlier, which, later);
        line.getStyleClass().add("stepper");
        line.setAlignment(Pos.CENTER);
        return line;
    }

    private Button step(Feather icon, String name, boolean there) {
        Button button = Icons.button(icon, context.text(name));
        button.setDisable(!there);
        return button;
    }

    /** A button more. */
    MessageTools button(Feather icon, String name, Runnable act) {
        Button button = Icons.button(icon, context.text(name));
        button.setId(id(name));
        button.setOnAction(event -> act.run());
        return add(button);
    }

    /** A menu more; its items are made when it opens. */
    MessageTools menu(Feather icon, String name, Consumer<MenuButton> fill) {
        var menu = new MenuButton();
        menu.getStyleClass().setAll("menu-button", "icon-button", "no-arrow");
        menu.setId(id(name));
        Icons.named(menu, icon, context.text(name));
        menu.getItems().add(new MenuItem(context.text(name))); // else it never opens
        menu.setOnShowing(event -> fill.accept(menu));
        return add(menu);
    }

    /** The text's key without its room: "message-delete". Each message has one. */
    private static String id(String name) {
        return name.substring("ui.".length()).replace('.', '-');
    }

    /** Any control more. */
    MessageTools add(Region control) {
        control.setMinWidth(Region.USE_PREF_SIZE);
        quiet.getChildren().add(control);
        return this;
    }
}
