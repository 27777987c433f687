package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the series, each a switch for its own. What is switched off stays so when new figures come. */
final class Legend extends FlowPane {
    private final UsageWords words;
    private final Runnable changed;
    private final Set<String> hidden = new HashSet<>();
    private List<Series> series = List.of();

    /** @param changed something was switched on or off */
    Legend(UsageWords words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        getStyleClass().add("legend");
    }

    Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    void show(List<Series> now) {
        if (now.equals(series)) {
            return;
        }
        boolean sameNames = now.stream().map(Series::name).toList().equals(series.stream().map(Series::name).toList());
        series = now;
        if (!sameNames) {
            getChildren().setAll(now.stream().map(this::button).toList());
        } else {
            for (int i = 0; i < now.size(); i++) {
                ((ToggleButton) getChildren().get(i)).setGraphic(graphic(now.get(i)));
            }
        }
    }

    private ToggleButton button(Series each) {
        var button = new ToggleButton();
        button.getStyleClass().setAll("toggle-button", "legend-entry");
        button.setSelected(!hidden.contains(each.name()));
        button.setGraphic(graphic(each));
        button.setAccessibleText(words.text("ui.usage.legend", each.name()));
        button.setOnAction(event -> {
            if (button.isSelected()) {
                hidden.remove(each.name());
            } else {
                hidden.add(each.name());
            }
            if (button.getGraphic() instanceof HBox line && line.getChildren().getFirst() instanceof Swatch swatch) {
                swatch.on(button.isSelected());
            }
            changed.run();
        });
        return button;
    }

    private HBox graphic(Series each) {
        var swatch = new Swatch(each.tone(), each.shape());
        swatch.on(!hidden.contains(each.name()));
        var graphic = new HBox(6, swatch, new Label(each.name()));
        graphic.getStyleClass().add("legend-line");
        if (!each.detail().isEmpty()) {
            var detail = new Label(each.detail());
            detail.getStyleClass().add("legend-detail");
            graphic.getChildren().add(detail);
        }
        return graphic;
    }
}
