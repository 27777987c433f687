package dev.katman.ui.usage;

import dev.katman.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Which time, which measure, drawn or as tables. */
final class SpanBar extends FlowPane {
    private final UsageWords words;
    private final Map<UsageSpan.Kind, ToggleButton> kinds = new EnumMap<>(UsageSpan.Kind.class);
    private final Map<Measure, ToggleButton> measures = new EnumMap<>(Measure.class);
    private final Label span = new Label();
    private final Button later;
    private final Button present;
    private final ToggleButton tables;

    /** What the reader can choose. */
    interface Acts {
        void kind(UsageSpan.Kind kind);

        /** @param by how many spans further back; below zero for later */
        void back(int by);

        void present();

        void measure(Measure measure);

        void asTables(boolean wanted);
    }

    SpanBar(UsageWords words, Acts acts) {
        this.words = words;
        getStyleClass().add("span-bar");
        var kindsGroup = new ToggleGroup();
        var kindsBox = new HBox(2);
        for (UsageSpan.Kind kind : UsageSpan.Kind.values()) {
            ToggleButton tab = tab("ui.usage.span." + kind.name().toLowerCase(Locale.ROOT), kindsGroup, () -> acts.kind(kind));
            tab.setId("span-" + kind.name().toLowerCase(Locale.ROOT));
            kinds.put(kind, tab);
            kindsBox.getChildren().add(tab);
        }
        var measuresGroup = new ToggleGroup();
        var measuresBox = new HBox(2);
        for (Measure measure : Measure.values()) {
            ToggleButton tab = tab("ui.usage.measure." + measure.name().toLowerCase(Locale.ROOT), measuresGroup, () -> acts.measure(measure));
            tab.setId("measure-" + measure.name().toLowerCase(Locale.ROOT));
            tab.setSelected(measure == Measure.TOKENS);
            measures.put(measure, tab);
            measuresBox.getChildren().add(tab);
        }
        Button earlier = Icons.button(Feather.CHEVRON_LEFT, words.text("ui.usage.earlier"));
        earlier.setId("span-earlier");
        earlier.setOnAction(event -> acts.back(1));
        later = Icons.button(Feather.CHEVRON_RIGHT, words.text("ui.usage.later"));
        later.setOnAction(event -> acts.back(-1));
        present = new Button(words.text("ui.usage.present"));
        present.getStyleClass().setAll("button", "text-button");
        present.setOnAction(event -> acts.present());
        // As wide as nearly every date, and the way back keeps its room, so that nothing moves from under a mouse that goes on clicking.
        span.getStyleClass().add("span-name");
        var when = new HBox(4, earlier, span, later, present);
        when.setAlignment(Pos.CENTER_LEFT);
        span.setMinWidth(Region.USE_PREF_SIZE);
        tables = new ToggleButton(words.text("ui.usage.asTables"), Icons.of(Feather.LIST));
        tables.setId("as-tables");
        tables.getStyleClass().setAll("toggle-button", "page-tab", "segment");
        tables.setOnAction(event -> acts.asTables(tables.isSelected()));
        getChildren().addAll(kindsBox, when, measuresBox, tables);
    }

    /** Where a reader who comes by key begins. */
    void focus() {
        kinds.values().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(ToggleButton::requestFocus);
    }

    /** Takes over what was chosen. */
    void choose(Measure measure, boolean asTables) {
        measures.get(measure).setSelected(true);
        tables.setSelected(asTables);
    }

    void choose(UsageSpan.Kind kind) {
        kinds.get(kind).fire();
    }

    void toggleTables() {
        tables.fire();
    }

    private ToggleButton tab(String key, ToggleGroup group, Runnable act) {
        var tab = new ToggleButton(words.text(key));
        tab.getStyleClass().setAll("toggle-button", "page-tab", "segment");
        tab.setToggleGroup(group);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(event -> {
            tab.setSelected(true); // one of them always is
            act.run();
        });
        return tab;
    }

    /** @param now whether it is the present one, after which there is none */
    void show(UsageSpan shown, boolean now) {
        kinds.get(shown.kind()).setSelected(true);
        span.setText(words.span(shown));
        later.setDisable(now);
        present.setVisible(!now);
    }
}
