package dev.katman.documents;

import dev.katman.catalog.Model;
import dev.katman.context.TokenCounter;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Fragments: bounded, along the structure, and nothing lost. */
class CutterTest {
    private static final Model O200K = new Model("m", "m", 100_000, Model.Vocabulary.O200K, false);

    private static List<Fragment> cut(String text) {
        return Cutter.cut(new DocumentReader().pasted("a", text));
    }

    @Test
    void aHeadingOpensAFragmentWhereThereIsEnoughBeforeIt() {
        String section = "Kiracı her ayın beşine kadar kirayı öder ve makbuzunu saklar. ".repeat(10);
        List<Fragment> fragments = cut("# Ödeme\n\n" + section + "\n\n# Depozito\n\n" + section + "\n\n## Kısa\n\nBir cümle.");
        assertThat(fragments).extracting(e -> e.place().line(), Fragment::number).startsWith(
                tuple(1, 0), tuple(5, 1));
        assertThat(fragments.get(1).text()).startsWith("Depozito\n\nKiracı");
        assertThat(fragments).extracting(e -> e.place().heading()).as("what begins with its heading stands under it").startsWith("Ödeme", "Depozito");
    }

    @Test
    void noFragmentSpansTwoPages() {
        var document = new Document("a", Kind.PDF, 1, List.of(new Block(Block.Shape.PROSE, new Place(1, 0, ""), "Bir."),
                new Block(Block.Shape.PROSE, new Place(2, 0, ""), "İki.")));
        assertThat(Cutter.cut(document)).extracting(e -> e.place().page()).containsExactly(1, 2);
    }

    @Test
    void whateverItIsCutFromAFragmentIsBoundedAndNothingIsLost() {
        var random = new Random(5);
        String words = random.ints(4_000, 0, 5).mapToObj(i -> List.of("kira", "sözleşmesi,", "the", "tenant.", "42").get(i))
                .collect(Collectors.joining(" "));
        String figures = random.ints(3_000, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
        String chinese = random.ints(3_000, 0x4E00, 0x9FA5).mapToObj(Character::toString).collect(Collectors.joining());
        String faces = "😀".repeat(1_500);
        var counter = new TokenCounter();
        for (String text : List.of(words, figures, chinese, faces, "{\"a\":" + figures + "}", words.replace(' ', '\n'))) {
            List<Fragment> fragments = cut(text);
            assertThat(fragments.stream().map(Fragment::text).collect(Collectors.joining()).replaceAll("\\s", ""))
                    .contains(text.replaceAll("[\\s{}:\"]|^\\{\"a\"", "").substring(1));
            assertThat(Cutter.cut(Document.of("a", Kind.TEXT, 1, fragments))).as("kept, and cut again").isEqualTo(fragments);
            assertThat(fragments).allSatisfy(e -> assertThat(counter.text(O200K, e.text())).isLessThanOrEqualTo(500));
        }
    }
}
