package dev.katman.ui.kit;

import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Blocks as they are laid out; on the FX thread, and in no window. */
class BlockViewTest {
    private static final double WIDTH = 300;
    /** A space at a line's end may stand out. */
    private static final double SPACE = 5;

    @BeforeAll
    static void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static BlockView shown(Block block) {
        var view = new BlockView(new BlockView.Acts(Texts.in(Language.EN), text -> { }, page -> { }, new Drawings(new Work(new Pulse(), fault -> { })), new Reading()));
        view.show(block);
        new Scene(view);
        layOut(view);
        return view;
    }

    private static void layOut(BlockView view) {
        view.applyCss();
        view.resize(WIDTH, 400);
        view.layout();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds go(BlockView view, int from, int to) {
        view.mark(List.of(new BlockView.Mark(from, to, true)));
        layOut(view);
        view.reveal();
        layOut(view);
        return view.here().orElseThrow();
    }

    @Test
    void whatIsFoundFarToTheRightInCodeIsScrolledIntoSightAndBack() throws Exception {
        FxToolkit.setupFixture(() -> {
            String code = "x".repeat(300) + " found, and more behind it\nshort found";
            BlockView view = shown(new Block.Code("", code));
            Bounds far = go(view, code.indexOf("found"), code.indexOf("found,") + 5);
            assertThat(far.getMinX()).isPositive();
            assertThat(far.getMaxX()).isLessThan(WIDTH);
            Bounds near = go(view, code.lastIndexOf("found"), code.length());
            assertThat(near.getMinX()).isPositive();
            assertThat(near.getMaxX()).isLessThan(WIDTH);
        });
    }

    @Test
    void theWordsOfFootnotesStandBelowEachOtherWhateverTheirLabels() throws Exception {
        FxToolkit.setupFixture(() -> {
            var words = new Block.Paragraph(List.of(new Span("Words of a note.")));
            BlockView named = shown(new Block.Note("a-name-of-some-length", words));
            Node flow = named.lookup(".flow");
            assertThat(((Label) named.lookup(".note-label")).getText()).isEqualTo("[a-name-of-some-length]");
            assertThat(place(named.lookup(".note-label")).getMaxY()).isLessThanOrEqualTo(place(flow).getMinY());
            for (String label : List.of("1", "12", "")) {
                assertThat(place(shown(new Block.Note(label, words)).lookup(".flow")).getMinX()).as(label).isEqualTo(place(flow).getMinX());
            }
            named.show(new Block.Note("a-name-of-some-length", new Block.Paragraph(List.of(new Span("Words of a note. And more.")))));
            assertThat(named.lookup(".flow")).as("grows in place").isSameAs(flow);
        });
    }

    @Test
    void rightToLeftWordsAndWhatStandsBeforeThemBeginAtTheRight() throws Exception {
        FxToolkit.setupFixture(() -> {
            var hebrew = new Block.Paragraph(List.of(new Span("שלום עולם")));
            assertThat(letters(shown(hebrew)).getMaxX()).isEqualTo(WIDTH, within(1.0));
            assertThat(letters(shown(new Block.Paragraph(List.of(new Span("Hello, שלום"))))).getMinX()).isEqualTo(0, within(1.0));
            for (Block block : List.of(new Block.ListItem(1, "•", hebrew), new Block.ListItem(2, "3.", hebrew), new Block.Note("1", hebrew))) {
                BlockView view = shown(block);
                assertThat(place(view.lookup(".list-marker")).getMinX()).isGreaterThanOrEqualTo(letters(view).getMaxX() - 1);
            }
            BlockView quote = shown(new Block.Quote(hebrew));
            assertThat(place(quote.lookup(".quote-bar")).getMaxX()).isEqualTo(WIDTH, within(1.0));
            BlockView code = shown(new Block.ListItem(1, "", new Block.Code("", "print('שלום')")));
            assertThat(letters(code).getMinX()).isLessThan(WIDTH / 3);
            quote.show(new Block.Quote(new Block.Paragraph(List.of(new Span("Hello")))));
            layOut(quote);
            assertThat(place(quote.lookup(".quote-bar")).getMinX()).as("turns with what is written").isEqualTo(0, within(1.0));
        });
    }

    @Test
    void theFirstColumnOfARightToLeftTableIsTheLastOnTheLine() throws Exception {
        FxToolkit.setupFixture(() -> {
            List<Block.Cell> cells = Stream.of("שם", "מספר").map(text -> new Block.Cell(List.of(new Span(text)))).toList();
            BlockView view = shown(new Block.Table(List.of(Block.Align.LEFT, Block.Align.LEFT), cells, List.of(cells)));
            List<Node> flows = List.copyOf(view.lookupAll(".flow"));
            assertThat(place(flows.getFirst()).getMinX()).isGreaterThanOrEqualTo(place(flows.get(1)).getMaxX());
        });
    }

    /** JavaFX would draw the words of a broken line twice, or fail. */
    @ParameterizedTest
    @ValueSource(strings = {"هذه فقرة طويلة مكتوبة بالعربية لاختبار التفاف الأسطر واتجاه النص من اليمين إلى اليسار، وفيها أكثر من سطر.",
            "שלום עולם, זו שורה ארוכה עם English בתוכה ועוד הרבה מילים אחרי זה כדי שהשורה תישבר. 123!",
            "A sentence that goes on for a while, with a cafe\u0301 of two characters in it and some words behind that.",
            "यह एक लंबा वाक्य है जो कई पंक्तियों में टूट जाता है और फिर भी पूरा पढ़ा जाता है।"})
    void joinedLettersWrapAtAnyWidth(String text) throws Exception {
        FxToolkit.setupFixture(() -> {
            for (double width = 120; width < 500; width += 7) {
                BlockView view = shown(new Block.Paragraph(List.of(new Span(text))));
                view.resize(width, view.prefHeight(width));
                view.layout();
                assertThat(letters(view).getMinX()).isGreaterThanOrEqualTo(-1);
                assertThat(letters(view).getMaxX()).isLessThanOrEqualTo(width + SPACE);
            }
        });
    }

    /** Where its letters are, and nothing else of it. */
    private static Bounds letters(BlockView view) {
        List<Bounds> all = Stream.of(".flow-text", ".code-text").flatMap(style -> view.lookupAll(style).stream())
                .map(node -> node.localToScene(node.getBoundsInLocal())).toList();
        double left = all.stream().mapToDouble(Bounds::getMinX).min().orElseThrow();
        return new BoundingBox(left, 0, all.stream().mapToDouble(Bounds::getMaxX).max().orElseThrow() - left, 0);
    }
}
