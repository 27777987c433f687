package dev.katman.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.net.URI;
import java.util.function.Consumer;

/** One block on the screen. A block of the same kind is shown in place, so that an answer can grow without flicker. */
public final class BlockView extends StackPane {
    /**
     * What a block can ask of the window.
     *
     * @param copyName the copy button's name
     * @param copy     puts a text on the clipboard
     * @param open     opens a page of the web
     */
    public record Acts(String copyName, Consumer<String> copy, Consumer<URI> open) {
    }

    private final Acts acts;
    private Block shown;

    public BlockView(Acts acts) {
        this.acts = acts;
        getStyleClass().add("block-view");
        setMinWidth(0);
        setAlignment(Pos.TOP_LEFT);
    }

    public void show(Block block) {
        if (block.equals(shown)) {
            return;
        }
        if (!renew(block)) {
            getChildren().setAll(draw(block));
        }
        shown = block;
    }

    /** Puts the block into the view that is there, if that is one for it. */
    private boolean renew(Block block) {
        if (getChildren().isEmpty()) {
            return false;
        }
        Node there = getChildren().getFirst();
        return switch (block) {
            case Block.Paragraph paragraph when shown instanceof Block.Paragraph && there instanceof Flow flow -> {
                flow.show(paragraph.spans());
                yield true;
            }
            case Block.Code code when there instanceof CodeView view -> {
                view.show(code);
                yield true;
            }
            case Block.ListItem item when shown instanceof Block.ListItem before && before.depth() == item.depth()
                    && before.marker().equals(item.marker()) && there instanceof HBox row -> {
                ((BlockView) row.getChildren().getLast()).show(item.content());
                yield true;
            }
            case Block.Quote quote when shown instanceof Block.Quote && there instanceof HBox row -> {
                ((BlockView) row.getChildren().getLast()).show(quote.content());
                yield true;
            }
            default -> false;
        };
    }

    private Node draw(Block block) {
        return switch (block) {
            case Block.Heading heading -> {
                var flow = new Flow(acts.open(), "heading", "heading-" + Math.min(heading.level(), 4));
                flow.show(heading.spans());
                yield flow;
            }
            case Block.Paragraph paragraph -> {
                var flow = new Flow(acts.open(), "paragraph");
                flow.show(paragraph.spans());
                yield flow;
            }
            case Block.Code code -> {
                var view = new CodeView(acts.copyName(), acts.copy());
                view.show(code);
                yield view;
            }
            case Block.ListItem item -> item(item);
            case Block.Quote quote -> {
                var bar = new Region();
                bar.getStyleClass().add("quote-bar");
                yield row("quote", bar, quote.content());
            }
            case Block.Table table -> {
                var grid = new GridView(acts.open());
                grid.show(table);
                ScrollPane pane = CodeView.sideways(grid);
                pane.getStyleClass().add("grid-pane");
                pane.setMaxWidth(Region.USE_PREF_SIZE);
                yield pane;
            }
            case Block.Rule rule -> {
                var line = new Region();
                line.getStyleClass().add("rule");
                yield line;
            }
        };
    }

    private Node item(Block.ListItem item) {
        var marker = new Label(item.marker());
        marker.getStyleClass().add("list-marker");
        marker.setMinWidth(Region.USE_PREF_SIZE);
        marker.setPrefWidth(Math.max(22, 10 + 8 * item.marker().length()));
        HBox row = row("list-item", marker, item.content());
        row.setStyle("-fx-padding: 0 0 0 " + (item.depth() - 1) * 22 + "px;");
        return row;
    }

    private HBox row(String style, Region lead, Block content) {
        var inner = new BlockView(acts);
        inner.show(content);
        HBox.setHgrow(inner, Priority.ALWAYS);
        var row = new HBox(lead, inner);
        row.getStyleClass().add(style);
        row.setMinWidth(0);
        return row;
    }
}
