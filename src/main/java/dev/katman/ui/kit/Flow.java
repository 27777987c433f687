package dev.katman.ui.kit;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spans as text that wraps. Spans that are the same as before keep their nodes, so that a growing one costs little. */
final class Flow extends SelectableFlow {
    private static final double CODE_MARGIN = 2;

    private final BlockView.Acts acts;
    private final double widest;
    private final Set<String> noFormulas = new HashSet<>();
    private Optional<TextAlignment> aligned = Optional.empty();
    private List<Span> spans = List.of();
    private final List<List<Node>> nodes = new ArrayList<>();

    Flow(BlockView.Acts acts, String... styles) {
        this(acts, Double.MAX_VALUE, styles);
    }

    /** @param widest the width that it asks for at most; wider text wraps */
    Flow(BlockView.Acts acts, double widest, String... styles) {
        this.acts = acts;
        this.widest = widest;
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // its words turn by themselves
        getStyleClass().add("flow");
        getStyleClass().addAll(styles);
    }

    /** Stands so, wherever its words begin. */
    void align(TextAlignment where) {
        aligned = Optional.of(where);
        setTextAlignment(where);
    }

    void show(List<Span> now) {
        int same = 0;
        while (same < now.size() && same < spans.size() && now.get(same).equals(spans.get(same))) {
            same++;
        }
        if (same < Math.max(now.size(), spans.size())) {
            show(now, same);
        }
    }

    private void show(List<Span> now, int same) {
        boolean grown = same == spans.size() - 1 && same == now.size() - 1 && renewed(now.getLast());
        if (!grown) {
            nodes.subList(same, nodes.size()).clear();
            for (Span span : now.subList(same, now.size())) {
                nodes.add(nodes(span));
            }
            int kept = behind() + nodes.subList(0, same).stream().mapToInt(List::size).sum();
            getChildren().remove(kept, getChildren().size());
            nodes.subList(same, nodes.size()).forEach(getChildren()::addAll);
        }
        spans = List.copyOf(now);
        if (spans.stream().anyMatch(Flow::isCode)) {
            ready(Backdrop.Layer.CODE);
        }
        boolean rightToLeft = Scripts.isRightToLeft(new Block.Paragraph(spans));
        setTextAlignment(aligned.orElse(rightToLeft ? TextAlignment.RIGHT : TextAlignment.LEFT));
        stretches(nodes.stream().flatMap(List::stream).map(Flow::stretch).toList());
    }

    private static Stretch stretch(Node node) {
        return switch (node) {
            case DrawnView drawn -> new Stretch(drawn.source().length(), 1);
            case Text text -> new Stretch(text.getText().length(), text.getText().length());
            default -> throw new IllegalStateException("no node of a text: " + node);
        };
    }

    /** Puts a longer text into the node that is there, if that is plain text before and after. */
    private boolean renewed(Span now) {
        Span before = spans.getLast();
        if (acts.sources().isEmpty() && nodes.getLast().size() == 1 && nodes.getLast().getFirst() instanceof Text text && now.link().isEmpty() && before.link().isEmpty()
                && now.marks().equals(before.marks()) && !text.getStyleClass().contains("emoji") && !now.marks().contains(Span.Mark.MATH)) {
            List<Emoji.Run> runs = Emoji.runs(now.text());
            if (runs.size() == 1 && !runs.getFirst().emoji() && !Scripts.isJoined(now.text())) {
                text.setText(now.text());
                return true;
            }
        }
        return false;
    }

    private List<Node> nodes(Span span) {
        if (span.marks().contains(Span.Mark.MATH) && !noFormulas.contains(span.text())) {
            return List.of(new DrawnView(Drawings.Kind.FORMULA, span.text(), acts.drawings(), () -> noFormula(span.text())));
        }
        var texts = new ArrayList<Node>();
        int at = 0;
        for (Citation citation : Citation.in(span, acts.sources().keySet())) {
            if (citation.from() > at) {
                texts.addAll(words(span, span.text().substring(at, citation.from())));
            }
            BlockView.Cited source = acts.sources().get(citation.number());
            texts.add(styled(new LinkText(span.text().substring(citation.from(), citation.to()), source.name(), source.open()), span));
            at = citation.to();
        }
        if (at < span.text().length()) {
            texts.addAll(words(span, span.text().substring(at)));
        }
        return texts;
    }

    /** @param words of that span, which name no source */
    private List<Node> words(Span span, String words) {
        var texts = new ArrayList<Node>();
        for (Emoji.Run run : Emoji.runs(words)) {
            if (run.joined()) {
                texts.add(new DrawnView(Drawings.Kind.EMOJI, run.text(), acts.drawings(), () -> { }));
                continue;
            }
            for (String piece : Scripts.pieces(run.text())) {
                Text text = span.link().<Text>map(target -> new LinkText(piece, words + ", " + target.getHost(), () -> acts.open().accept(target)))
                        .orElseGet(() -> new Text(piece));
                text.setFocusTraversable(span.link().isPresent() && texts.isEmpty()); // a link is one stop, of however many pieces
                if (run.emoji()) {
                    text.getStyleClass().addAll("flow-text", "emoji");
                } else {
                    styled(text, span);
                }
                texts.add(text);
            }
        }
        return texts;
    }

    private static Text styled(Text text, Span span) {
        text.getStyleClass().add("flow-text");
        span.marks().forEach(mark -> text.getStyleClass().add(style(mark)));
        return text;
    }

    private void noFormula(String source) {
        if (noFormulas.add(source)) {
            show(spans, 0);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(widest, super.computePrefWidth(height));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var outlines = new ArrayList<PathElement>();
        int at = 0;
        for (Span span : spans) {
            if (isCode(span)) {
                outlines.addAll(Chips.around(range(at, at + span.text().length()), CODE_MARGIN));
            }
            at += span.text().length();
        }
        paint(Backdrop.Layer.CODE, outlines);
    }

    private static boolean isCode(Span span) {
        return span.marks().contains(Span.Mark.CODE);
    }

    private static String style(Span.Mark mark) {
        return switch (mark) {
            case BOLD -> "bold";
            case ITALIC -> "italic";
            case STRIKE -> "strike";
            case CODE -> "code";
            case NOTE -> "note-mark";
            case MATH -> "math";
        };
    }
}
