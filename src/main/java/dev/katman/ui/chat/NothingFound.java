package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.PlainText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/** In the list's place where there is nothing to show: why, and where one could look instead. */
final class NothingFound extends VBox {
    /** So many letters of what was looked for are repeated. */
    private static final int QUOTED = 60;

    private final Context context;
    private final Consumer<String> look;
    private final Runnable leave;
    private final Label says = new Label();

    /**
     * @param look  looks for other words
     * @param leave shows all conversations again
     */
    NothingFound(Context context, Consumer<String> look, Runnable leave) {
        this.context = context;
        this.look = look;
        this.leave = leave;
        says.setId("side-empty");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("side-empty");
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Nothing was ever said. */
    void empty() {
        says.setText(context.text("ui.side.empty"));
        getChildren().setAll(says);
    }

    /** @param instead words that find something */
    void nothing(String words, List<String> instead) {
        says.setText(context.text(instead.isEmpty() ? "ui.side.nothing" : "ui.side.nothing.but", PlainText.brief(words, QUOTED)));
        getChildren().setAll(says);
        instead.forEach(other -> getChildren().add(button(other, context.text("ui.side.look", other), () -> look.accept(other))));
        String all = context.text("ui.side.nothing.all");
        getChildren().add(button(all, all, leave));
    }

    private static Button button(String text, String name, Runnable act) {
        var button = new Button(text);
        button.getStyleClass().setAll("button", "text-button", "side-instead");
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setOnAction(event -> act.run());
        return button;
    }
}
