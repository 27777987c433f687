package dev.katman.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;

/**
 * Code with its language, a switch that breaks its lines, and a copy button. While it is being written only the lines that change
 * are drawn anew.
 */
final class CodeView extends VBox {
    private final Label language = new Label();
    private final VBox lines = new VBox();
    private final Sideways pane = new Sideways(lines);
    private final ChangeListener<Boolean> wrapped = (wrap, before, now) -> pane.wrap(now);
    private Highlighter highlighter = new Highlighter("");
    private List<List<Highlighter.Token>> shown = List.of();
    private String named = "";
    private String whole = "";

    CodeView(BlockView.Acts acts) {
        getStyleClass().add("code-view");
        language.getStyleClass().add("code-language");
        lines.getStyleClass().add("code-lines");
        var wrap = new ToggleButton();
        wrap.getStyleClass().setAll("button", "icon-button", "code-wrap");
        Icons.named(wrap, Feather.CORNER_DOWN_LEFT, acts.texts().get("ui.code.wrap"));
        wrap.selectedProperty().bindBidirectional(acts.reading().wrap());
        var copy = Icons.button(Feather.COPY, acts.texts().get("ui.code.copy"));
        copy.setOnAction(event -> acts.copy().accept(whole));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(language, gap, wrap, copy);
        head.getStyleClass().add("code-head");
        getChildren().addAll(head, pane);
        setMinSize(0, 0); // as in every block
        acts.reading().wrap().addListener(new WeakChangeListener<>(wrapped));
        pane.wrap(acts.reading().wrap().get());
    }

    /**
     * Shows code.
     *
     * @param text all of it, to copy
     */
    void show(Block.Code code, String text) {
        whole = text;
        if (!named.equals(code.language())) {
            named = code.language();
            language.setText(named.toUpperCase(Locale.ROOT));
            highlighter = new Highlighter(named);
        }
        List<List<Highlighter.Token>> now = highlighter.lines(code.text());
        for (int i = 0; i < now.size(); i++) {
            if (i >= shown.size()) {
                lines.getChildren().add(new CodeLine(now.get(i)));
            } else if (!now.get(i).equals(shown.get(i))) {
                ((CodeLine) lines.getChildren().get(i)).show(now.get(i));
            }
        }
        if (now.size() < shown.size()) {
            lines.getChildren().remove(now.size(), shown.size());
        }
        shown = now;
    }
}
