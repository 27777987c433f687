package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.KeyNames;
import dev.katman.ui.kit.Parts;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Below the conversations: a new one, and what concerns all of them. */
final class SideFoot extends HBox {
    /** Around the name and the key inside the button. */
    private static final double EDGES = 18;
    /** What may stand over its edge unseen, in pixels. */
    private static final double HAIR = 1;

    SideFoot(Context context, Runnable fresh, Runnable bringIn, Runnable takeOut) {
        getStyleClass().add("side-foot");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(fresh(context, fresh), more(context, bringIn, takeOut));
    }

    private static Button fresh(Context context, Runnable act) {
        var name = new Label(context.text("ui.side.new"));
        var key = new Label();
        key.textProperty().bind(KeyNames.of(context.actions(), "newConversation"));
        key.getStyleClass().add("key");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setMinWidth(USE_PREF_SIZE);
        key.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(name, gap, key) {
            @Override
            protected void layoutChildren() { // the key whole or not at all: with large text it is in the tip alone
                key.setVisible(name.prefWidth(-1) + key.prefWidth(-1) <= getWidth() + HAIR);
                super.layoutChildren();
            }
        };
        line.setMinWidth(0);
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setId("new-conversation");
        button.setGraphic(line);
        button.getStyleClass().setAll("button", "side-new");
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        line.prefWidthProperty().bind(button.widthProperty().subtract(EDGES));
        button.setAccessibleText(context.text("ui.side.new"));
        KeyNames.tip(button, context.text("ui.side.new"), context.actions(), "newConversation");
        button.setOnAction(event -> act.run());
        return button;
    }

    private static Button more(Context context, Runnable bringIn, Runnable takeOut) {
        MenuItem in = Parts.item(context.text("ui.side.import.open"), bringIn);
        in.setId("import");
        MenuItem out = Parts.item(context.text("ui.side.export.all"), takeOut);
        out.setId("export-all");
        Button more = Icons.button(Feather.MORE_HORIZONTAL, context.text("ui.side.more"));
        more.setId("side-more");
        more.setMinWidth(USE_PREF_SIZE);
        var menu = new ContextMenu(in, out);
        more.setOnAction(event -> menu.show(more, Side.TOP, 0, 0));
        return more;
    }
}
