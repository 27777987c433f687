package dev.katman.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Groups of lines in columns of one width; each group goes where there is most room. */
final class HelpColumns extends HBox {
    private final List<VBox> columns;

    HelpColumns(int count) {
        getStyleClass().add("help-groups");
        columns = IntStream.range(0, count).mapToObj(column -> new VBox()).toList();
        for (VBox column : columns) {
            column.getStyleClass().add("help-column");
            column.setPrefWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        getChildren().addAll(columns);
    }

    void add(String name, List<Node> lines) {
        var heading = new Label(name);
        heading.getStyleClass().addAll("strong", "small", "help-heading");
        var group = new VBox(heading);
        group.getStyleClass().add("help-group");
        group.getChildren().addAll(lines);
        columns.stream().min(Comparator.comparingInt(HelpColumns::lines)).orElseThrow().getChildren().add(group);
    }

    private static int lines(VBox column) {
        return column.getChildren().stream().mapToInt(group -> ((VBox) group).getChildren().size() + 1).sum();
    }

    /** As high as the highest column at the width that it gets. A box would ask each at the width that it wishes for, which is none. */
    @Override
    protected double computePrefHeight(double width) {
        double around = snappedLeftInset() + snappedRightInset() + snapSpaceX(getSpacing()) * (columns.size() - 1);
        double each = width < 0 ? -1 : Math.max(0, (width - around) / columns.size());
        return snappedTopInset() + columns.stream().mapToDouble(column -> column.prefHeight(each)).max().orElse(0) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
