package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;

/** The figures of one category, beside the mouse. The plot tells them to a screen reader. */
final class HoverCard extends VBox {
    private final UsageWords words;

    HoverCard(UsageWords words) {
        this.words = words;
        getStyleClass().add("hover-card");
        setMouseTransparent(true);
    }

    void show(ChartData data, List<Series> shown, int category) {
        var title = new Label(data.categories().get(category).name());
        title.getStyleClass().add("strong");
        var grid = new GridPane(8, 2);
        int row = 0;
        // The topmost of a stack stands first.
        for (Series series : data.form() == ChartData.Form.STACK ? shown.reversed() : shown) {
            double value = series.values().get(category);
            if (!data.tells(series, category)) {
                continue;
            }
            Tone tone = data.form() == ChartData.Form.MARKS ? data.categories().get(category).tone().orElse(series.tone()) : series.tone();
            grid.addRow(row++, new Swatch(tone, series.shape()), name(series.name()), figure(words.figure(data.unit(), value)));
        }
        getChildren().setAll(title);
        if (row == 0) {
            getChildren().add(name(words.text("ui.usage.nothing")));
            return;
        }
        if (data.unit().adds() && row > 1) {
            grid.add(name(words.text("ui.usage.total")), 1, row);
            grid.add(figure(words.figure(data.unit(), ChartData.sum(shown, category))), 2, row);
        }
        getChildren().add(grid);
    }

    private static Label name(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        GridPane.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Label figure(String text) {
        var label = new Label(text);
        label.getStyleClass().add("hover-figure");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
