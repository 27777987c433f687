package dev.katman.ui.usage;

import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One chart in its frame: title, legend, the chart or its table, and what the figures come to. */
final class ChartCard extends VBox {
    /** How high a chart without figures is, in lines of its text. */
    private static final int NOTHING = 4;

    private final UsageWords words;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Legend legend;
    private final StackPane middle = new StackPane();
    private final VBox notes = new VBox(2);
    private final FigureTable table;
    private final ToggleButton asTable = new ToggleButton();
    private final HBox tools;
    private final Plot plot;
    private ChartData data;

    /** Where figures go when the reader wants to keep them. */
    interface Keeper {
        void csv(ChartData data);

        /** @param card to be photographed */
        void png(ChartData data, ChartCard card);
    }

    ChartCard(UsageWords words, ChartData first, Keeper keeper) {
        this.words = words;
        data = first;
        legend = new Legend(words, this::draw);
        plot = Plot.of(words, first);
        table = new FigureTable(words);
        setId("chart-" + first.id());
        getStyleClass().addAll("card", "chart-card");
        setAccessibleRole(AccessibleRole.PARENT);
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        quiet(about);
        tools = tools(keeper);
        var head = new HBox(8, title, tools);
        head.getStyleClass().add("chart-head");
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head, about, legend, middle, notes);
        show(first);
    }

    private HBox tools(Keeper keeper) {
        asTable.getStyleClass().setAll("toggle-button", "icon-button");
        Icons.named(asTable, Feather.LIST, "");
        asTable.setTooltip(new Tooltip(words.text("ui.usage.asTable")));
        asTable.selectedProperty().addListener((selected, before, now) -> draw());
        var save = new MenuButton();
        save.getStyleClass().setAll("menu-button", "icon-button", "no-arrow");
        save.setGraphic(Icons.of(Feather.DOWNLOAD));
        save.setId("save-" + data.id());
        save.setAccessibleText(words.text("ui.usage.save", data.title()));
        save.getItems().addAll(Parts.item(words.text("ui.usage.save.csv"), () -> keeper.csv(data)),
                Parts.item(words.text("ui.usage.save.png"), () -> keeper.png(data, this)));
        return new HBox(asTable, save);
    }

    private static void quiet(Label label) {
        label.getStyleClass().add("chart-about");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
    }

    void show(ChartData now) {
        data = now;
        title.setText(now.title());
        asTable.setAccessibleText(words.text("ui.usage.asTable.of", now.title()));
        about.setText(now.about());
        about.setVisible(!now.about().isEmpty());
        about.setManaged(!now.about().isEmpty());
        legend.show(now.series());
        notes.getChildren().setAll(now.notes().stream().map(note -> {
            var label = new Label(note.text());
            quiet(label);
            note.tone().ifPresent(tone -> label.setGraphic(new Swatch(tone, ChartData.Shape.DOT)));
            return label;
        }).toList());
        notes.setManaged(!now.notes().isEmpty());
        draw();
    }

    /** Shows the figures as a table, or drawn. */
    void asTable(boolean wanted) {
        asTable.setSelected(wanted);
    }

    private void draw() {
        plot.show(data, legend.hidden());
        Region shown = plot;
        if (asTable.isSelected()) {
            table.show(data, data.shown(legend.hidden()), plot.font());
            table.setPrefHeight(plot.height());
            shown = table;
        } else if (data.isEmpty()) {
            var nothing = new Label(words.text("ui.usage.nothing"));
            nothing.getStyleClass().add("nothing");
            shown = new StackPane(nothing);
            shown.setPrefHeight(NOTHING * plot.line());
        }
        middle.getChildren().setAll(shown);
    }

    /** Nothing of it is looked at any more. */
    void letGo() {
        plot.choose(Plot.NONE);
    }

    /** What a picture leaves out. */
    void withoutTools(boolean without) {
        tools.setVisible(!without);
    }
}
