package dev.katman.ui.kit;

import dev.katman.settings.Texts;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One block on the screen. A block of the same kind is shown in place, so that an answer can grow without flicker. */
public final class BlockView extends VBox {
    /**
     * What a block can ask of the window.
     *
     * @param texts    the names of its buttons
     * @param copy     puts a text on the clipboard
     * @param open     opens a page of the web
     * @param drawings formulas and the like
     * @param reading  how the reader wants blocks to be shown
     * @param sources  what numbers in brackets name, by number; none where they are just numbers
     */
    public record Acts(Texts texts, Consumer<String> copy, Consumer<URI> open, Drawings drawings, Reading reading, Map<Integer, Cited> sources) {
        public Acts {
            sources = Map.copyOf(sources);
        }

        public Acts(Texts texts, Consumer<String> copy, Consumer<URI> open, Drawings drawings, Reading reading) {
            this(texts, copy, open, drawings, reading, Map.of());
        }

        /** The same for what names those sources. */
        public Acts citing(Map<Integer, Cited> named) {
            return new Acts(texts, copy, open, drawings, reading, named);
        }
    }

    /**
     * A source that a text names.
     *
     * @param name as a screen reader says it
     * @param open shows it
     */
    public record Cited(String name, Runnable open) {
    }

    /**
     * A part of the words that something was looked for.
     *
     * @param from as {@link Passage} counts
     * @param to   no longer part of it
     * @param here whether the reader is at this one
     */
    public record Mark(int from, int to, boolean here) {
    }

    /** Of the frame's inner edge, one pixel within its own. */
    private static final double TABLE_CORNERS = 5;

    private final Acts acts;
    private Block whole;
    private Block shown;
    /** There where its end is hidden. */
    private Optional<Button> more = Optional.empty();

    public BlockView(Acts acts) {
        this.acts = acts;
        getStyleClass().add("block-view");
        setMinSize(0, 0); // the least height would be worked out beside the height, at the same cost
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // what it shows is turned, each block for itself
    }

    /** Whether it shows words that name sources: it shows nothing else then, as others have other sources. */
    public boolean cites() {
        return !acts.sources().isEmpty();
    }

    /** Shows the block, or its beginning where it is very long. */
    public void show(Block block) {
        if (!block.equals(whole)) {
            whole = block;
            show();
        }
    }

    private void show() {
        var excerpt = Excerpt.of(whole, acts.reading().room(whole));
        show(excerpt.block(), whole);
        if (excerpt.hidden() == 0) {
            more.ifPresent(getChildren()::remove);
            more = Optional.empty();
            return;
        }
        Button button = more.orElseGet(this::addMore);
        button.setText(acts.texts().get("ui.block.more", excerpt.hidden()));
        more = Optional.of(button);
    }

    private Button addMore() {
        var button = new Button();
        button.getStyleClass().setAll("button", "text-button", "block-more");
        button.setOnAction(event -> {
            acts.reading().more(whole);
            show();
        });
        getChildren().add(button);
        return button;
    }

    private void show(Block part, Block all) {
        if (!part.equals(shown) && !renew(part, all)) {
            getChildren().setAll(draw(part, all));
            more = Optional.empty();
            turn(part);
        }
        shown = part;
    }

    /** What stands before the words, or is a column of them, is on the side where they begin. */
    private void turn(Block block) {
        boolean rightToLeft = Scripts.isRightToLeft(block);
        setAlignment(rightToLeft ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
        if (!(getChildren().getFirst() instanceof Flow)) { // which begins there by itself
            getChildren().getFirst().setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
    }

    /** Puts the block into the view that is there, if that is one for it. */
    private boolean renew(Block block, Block all) {
        if (getChildren().isEmpty() || Scripts.isRightToLeft(block) != Scripts.isRightToLeft(shown)) {
            return false;
        }
        Node there = getChildren().getFirst();
        return switch (block) {
            case Block.Paragraph paragraph when shown instanceof Block.Paragraph && there instanceof Flow flow -> {
                flow.show(paragraph.spans());
                yield true;
            }
            case Block.Heading heading when shown instanceof Block.Heading before && before.level() == heading.level() && there instanceof Flow flow -> {
                flow.show(heading.spans());
                yield true;
            }
            case Block.Table table when there instanceof Sideways pane && pane.content() instanceof GridView grid -> {
                grid.show(table);
                yield true;
            }
            case Block.Code code when there instanceof CodeView view -> {
                view.show(code, Passage.text(all));
                yield true;
            }
            case Block.ListItem item when shown instanceof Block.ListItem && there instanceof HBox row -> {
                ((Marker) row.getChildren().getFirst()).show(item, acts.texts());
                inner(row).show(item.content(), content(all));
                yield true;
            }
            case Block.Note note when shown instanceof Block.Note before && before.label().equals(note.label()) -> {
                inner(there instanceof VBox labelled ? (HBox) labelled.getChildren().getLast() : (HBox) there).show(note.content(), content(all));
                yield true;
            }
            case Block.Quote quote when shown instanceof Block.Quote && there instanceof HBox row -> {
                inner(row).show(quote.content(), content(all));
                yield true;
            }
            default -> false;
        };
    }

    private Node draw(Block block, Block all) {
        return switch (block) {
            case Block.Heading heading -> flow(heading.spans(), "heading", "heading-" + Math.min(heading.level(), 4));
            case Block.Paragraph paragraph -> flow(paragraph.spans(), "paragraph");
            case Block.Code code -> {
                var view = new CodeView(acts);
                view.show(code, Passage.text(all));
                yield view;
            }
            case Block.ListItem item -> row("list-item", Marker.of(item, acts.texts()), item.content(), content(all));
            case Block.Quote quote -> {
                var bar = new Region();
                bar.getStyleClass().add("quote-bar");
                yield row("quote", bar, quote.content(), content(all));
            }
            case Block.Note note -> {
                HBox row = row("note", Marker.of(note), note.content(), content(all));
                yield Marker.isLong(note) ? labelled(note, row) : row;
            }
            case Block.Formula formula -> new Sideways(flow(List.of(new Span(formula.source(), Set.of(Span.Mark.MATH), Optional.empty())), "formula-apart"));
            case Block.Table table -> {
                var grid = new GridView(acts);
                grid.show(table);
                var pane = new Sideways(grid, TABLE_CORNERS);
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

    private Flow flow(List<Span> spans, String... styles) {
        var flow = new Flow(acts, styles);
        flow.show(spans);
        return flow;
    }

    private HBox row(String style, Node lead, Block content, Block all) {
        var inner = new BlockView(acts);
        inner.show(content, all);
        HBox.setHgrow(inner, Priority.ALWAYS);
        var row = new HBox(lead, inner);
        row.getStyleClass().add(style);
        row.setMinSize(0, 0); // as in every block
        return row;
    }

    private static VBox labelled(Block.Note note, HBox row) {
        var label = new Label(note.mark());
        label.getStyleClass().add("note-label");
        label.setWrapText(true);
        return new VBox(label, row);
    }

    private static BlockView inner(HBox row) {
        return (BlockView) row.getChildren().getLast();
    }

    private static Block content(Block block) {
        return switch (block) {
            case Block.ListItem item -> item.content();
            case Block.Quote quote -> quote.content();
            case Block.Note note -> note.content();
            default -> block;
        };
    }

    /** The position in its words that is nearest to a point of the scene, as {@link Passage} counts. */
    public int positionAt(double sceneX, double sceneY) {
        return Selectable.positionAt(this, sceneX, sceneY);
    }

    /** Marks parts of its words, in order, and no others. */
    public void mark(List<Mark> marks) {
        Selectable.mark(this, marks);
    }

    /** Where on the scene the mark is at which the reader is; empty where it is not of this block, or not shown of it. */
    public Optional<Bounds> here() {
        return Selectable.here(this);
    }

    /** Scrolls what is wider than the room to the mark at which the reader is; once it is laid out. */
    public void reveal() {
        Selectable.reveal(this);
    }

    /** Shows which of its words are selected; none where both are equal. */
    public void select(int from, int to) {
        Selectable.select(this, from, to);
    }
}
