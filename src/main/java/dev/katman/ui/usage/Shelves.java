package dev.katman.ui.usage;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.List;

/** Boxes in rows, each row as high as its highest box; as many beside each other as there is width for. */
final class Shelves extends Inked {
    private static final double GAP = 12;

    private final List<Arrangement> arrangements;

    /**
     * @param from the least width at which it is taken, in times the height of the text, so that large text counts as a narrow window
     * @param rows all boxes, once each
     */
    record Arrangement(double from, List<List<Box>> rows) {
        Arrangement {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** @param weight how many columns of its row it spans */
    record Box(Node node, int weight) {
    }

    /** @param arrangements the widest first; the last one is for all that is narrower */
    Shelves(List<Arrangement> arrangements) {
        this.arrangements = List.copyOf(arrangements);
        arrangements.getFirst().rows().forEach(row -> row.forEach(box -> getChildren().add(box.node())));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 800;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<List<Box>> rows = rows(width);
        return rows.stream().mapToDouble(row -> height(row, width)).sum() + GAP * (rows.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (List<Box> row : rows(getWidth())) {
            double height = height(row, getWidth());
            int columns = 0;
            for (Box box : row) {
                double x = edge(columns, row, getWidth());
                box.node().resizeRelocate(x, snapPositionY(y), width(columns, box, row, getWidth()), snapSizeY(height));
                columns += box.weight();
            }
            y += height + GAP;
        }
    }

    private List<List<Box>> rows(double width) {
        double text = font().getSize();
        return arrangements.stream().filter(each -> width >= each.from() * text).findFirst().orElse(arrangements.getLast()).rows();
    }

    /** Where a column begins: so reckoned what stands below each other begins and ends at the same place, and the last one at the end. */
    private double edge(int column, List<Box> row, double whole) {
        return snapPositionX((whole + GAP) * column / row.stream().mapToInt(Box::weight).sum());
    }

    /** @param columns before it */
    private double width(int columns, Box box, List<Box> row, double whole) {
        return edge(columns + box.weight(), row, whole) - GAP - edge(columns, row, whole);
    }

    private double height(List<Box> row, double whole) {
        double height = 0;
        int columns = 0;
        for (Box box : row) {
            double width = width(columns, box, row, whole);
            if (box.node() instanceof Region region) {
                height = Math.max(height, Math.max(region.minHeight(width), region.prefHeight(width)));
            }
            columns += box.weight();
        }
        return height;
    }
}
