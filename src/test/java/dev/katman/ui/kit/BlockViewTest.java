package dev.katman.ui.kit;

import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Blocks as they are laid out; on the FX thread, and in no window. */
class BlockViewTest {
    private static final double WIDTH = 300;

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
            assertThat(((Label) named.lookup(".list-marker")).getText()).isEqualTo("[a-name-of-some-length]");
            assertThat(place(named.lookup(".list-marker")).getMaxY()).isLessThanOrEqualTo(place(flow).getMinY());
            for (String label : List.of("1", "12", "")) {
                assertThat(place(shown(new Block.Note(label, words)).lookup(".flow")).getMinX()).as(label).isEqualTo(place(flow).getMinX());
            }
            named.show(new Block.Note("a-name-of-some-length", new Block.Paragraph(List.of(new Span("Words of a note. And more.")))));
            assertThat(named.lookup(".flow")).as("grows in place").isSameAs(flow);
        });
    }
}
