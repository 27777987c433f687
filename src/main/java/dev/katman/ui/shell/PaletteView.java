package dev.katman.ui.shell;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.SearchField;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** The palette: a line to type in, and what fits below. The focus stays in the line; arrows choose, Enter does. */
final class PaletteView extends VBox {
    private static final double WIDTH = 620;
    private static final double ROW = 34;
    private static final int ROWS = 10;

    private final Context context;
    private final PaletteModel model;
    private final TextField line = new SearchField();
    private final ListView<PaletteModel.Hit> list = new ListView<>();

    /** @param chosen hears what the reader chose */
    PaletteView(Context context, PaletteModel model, Consumer<PaletteModel.Entry> chosen) {
        this.context = context;
        this.model = model;
        getStyleClass().add("palette");
        setId("palette");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        line.setId("palette-line");
        line.getStyleClass().add("palette-line");
        line.setPromptText(context.text("ui.palette.prompt"));
        line.textProperty().addListener((text, before, now) -> show());
        line.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, chosen));
        list.setId("palette-list");
        list.getStyleClass().addAll("plain-list", "palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setAccessibleText(context.text("ui.palette.name"));
        list.setCellFactory(view -> new PaletteCell(chosen));
        var nothing = new Label(context.text("ui.palette.nothing"));
        nothing.getStyleClass().add("nothing");
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> tell(now));
        getChildren().addAll(line, list);
        show();
    }

    TextField line() {
        return line;
    }

    /** Shows what fits now. */
    void show() {
        list.getItems().setAll(model.hits(line.getText()));
        list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 2, ROWS) + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** The focus stays in the line, so that is where a screen reader hears what is chosen. */
    private void tell(PaletteModel.Hit hit) {
        line.setAccessibleText(hit == null ? context.text("ui.palette.nothing")
                : context.text("ui.palette.chosen", hit.entry().title(), hit.entry().kind()));
    }

    private void pressed(KeyEvent key, Consumer<PaletteModel.Entry> chosen) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        KeyCode code = key.getCode();
        if (code == KeyCode.ENTER && at >= 0) {
            key.consume();
            chosen.accept(list.getItems().get(at).entry());
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            go(key, last < 0 ? -1 : Math.floorMod(at + (code == KeyCode.DOWN ? 1 : -1), last + 1));
        } else if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP) {
            go(key, last < 0 ? -1 : Math.clamp(at + (code == KeyCode.PAGE_DOWN ? (long) ROWS : -ROWS), 0, last));
        }
    }

    private void go(KeyEvent key, int to) {
        key.consume();
        if (to >= 0) {
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - ROWS + 2));
        }
    }
}
