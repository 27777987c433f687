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

/** Spans as text that wraps. Spans that are the same as before, or set alike, keep their nodes, so that a growing one costs little. */
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

    /** @param widest the width that it asks for its words at most; wider text wraps */
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
        int kept = nodes.subList(0, same).stream().mapToInt(List::size).sum();
        int at = behind() + kept;
        for (int i = same; i < Math.min(now.size(), nodes.size()); i++) {
            if (!now.get(i).equals(spans.get(i)) && !renewed(i, now.get(i))) {
                getChildren().remove(at, at + nodes.get(i).size());
                nodes.set(i, nodes(now.get(i)));
                getChildren().addAll(at, nodes.get(i));
            }
            at += nodes.get(i).size();
        }
        if (nodes.size() > now.size()) {
            getChildren().remove(at, getChildren().size());
            nodes.subList(now.size(), nodes.size()).clear();
        } else if (nodes.size() < now.size()) {
            now.subList(nodes.size(), now.size()).forEach(span -> nodes.add(nodes(span)));
            getChildren().addAll(nodes.subList(spans.size(), nodes.size()).stream().flatMap(List::stream).toList());
        }
        spans = List.copyOf(now);
        if (spans.subList(same, spans.size()).stream().anyMatch(Flow::isCode)) {
            ready(Backdrop.Layer.CODE);
        }
        boolean rightToLeft = Scripts.isRightToLeft(new Block.Paragraph(spans));
        setTextAlignment(aligned.orElse(rightToLeft ? TextAlignment.RIGHT : TextAlignment.LEFT));
        stretches(kept, nodes.subList(same, nodes.size()).stream().flatMap(List::stream).map(Flow::stretch).toList());
    }

    private static Stretch stretch(Node node) {
        return switch (node) {
            case DrawnView drawn -> new Stretch(drawn.source().length(), 1);
            case Text text -> new Stretch(text.getText().length(), text.getText().length());
            default -> throw new IllegalStateException("no node of a text: " + node);
        };
    }

    /** Puts another text into the node that is there, if that is simple text before and after, set alike: a new node must be styled first. */
    private boolean renewed(int which, Span now) {
        Span before = spans.get(which);
        List<Node> there = nodes.get(which);
        if (acts.sources().isEmpty() && there.size() == 1 && there.getFirst() instanceof Text text && now.link().isEmpty() && before.link().isEmpty()
                && now.marks().equals(before.marks()) && !text.getStyleClass().contains("emoji") && !now.marks().contains(Span.Mark.MATH)
                && isSimple(now.text())) {
            text.setText(now.text());
            return true;
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
            List<Span> all = spans;
            show(List.of());
            show(all);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(widest + getInsets().getLeft() + getInsets().getRight(), super.computePrefWidth(height));
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
