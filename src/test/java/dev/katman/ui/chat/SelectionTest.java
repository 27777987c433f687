package dev.katman.ui.chat;

import dev.katman.ui.chat.Selection.Place;
import dev.katman.ui.chat.Selection.Unit;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.Markdown;
import dev.katman.ui.kit.Span;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTest {
    private final ObservableList<ChatRow> rows = FXCollections.observableArrayList();
    private final Selection selection = new Selection();

    @BeforeEach
    void talk() {
        rows.add(new ChatRow.Said("What is it?"));
        Markdown.parse("It is **very** good, isn't it.\n\n```java\nint a;\nint b;\n```\n\n- one\n- two").forEach(block -> rows.add(new ChatRow.Part(block)));
        rows.add(new ChatRow.Stopped(Optional.empty()));
        rows.add(new ChatRow.Said("Thanks"));
        selection.use(rows);
    }

    @Test
    void goesFromOnePlaceToAnotherInEitherDirection() {
        selection.begin(new Place(1, 6), Unit.CHARACTER);
        selection.extend(new Place(2, 5));
        assertThat(selection.text()).isEqualTo("very good, isn't it.\n\nint a");
        assertThat(selection.markdown()).isEqualTo("**very** good, isn't it.\n\n```java\nint a\n```");
        selection.extend(new Place(0, 8));
        assertThat(selection.text()).isEqualTo("it?\n\nIt is ");
        assertThat(List.of(selection.from(0), selection.from(1), selection.to(1), selection.to(2))).containsExactly(8, 0, 6, 0);
    }

    @Test
    void aDoubleClickTakesTheWordAndDraggingGoesOnByWords() {
        selection.begin(new Place(1, 8), Unit.WORD);
        assertThat(selection.text()).isEqualTo("very");
        selection.extend(new Place(1, 13));
        assertThat(selection.text()).isEqualTo("very good");
        selection.extend(new Place(1, 1));
        assertThat(selection.text()).as("the first word stays in it").isEqualTo("It is very");
        selection.begin(new Place(4, 3), Unit.WORD);
        assertThat(selection.text()).as("at the very end").isEqualTo("two");
    }

    @Test
    void aTripleClickTakesTheBlockWithoutItsMarker() {
        selection.begin(new Place(3, 1), Unit.BLOCK);
        assertThat(selection.text()).isEqualTo("one");
        assertThat(selection.markdown()).isEqualTo("- one");
        selection.extend(new Place(4, 0));
        assertThat(selection.text()).isEqualTo("• one\n• two");
    }

    @Test
    void everythingIsTheConversationAndNotWhatIsSaidAboutIt() {
        selection.all();
        assertThat(selection.text()).isEqualTo("What is it?\n\nIt is very good, isn't it.\n\nint a;\nint b;\n\n• one\n• two\n\nThanks");
        rows.add(new ChatRow.Said("More"));
        assertThat(selection.text()).endsWith("More");
    }

    @Test
    void thoughtsAreAmongItWhereTheyAreShown() {
        rows.add(1, new ChatRow.Thought(" Let me *see*.\n", false, false));
        selection.all();
        assertThat(selection.text()).doesNotContain("Let me");
        rows.set(1, new ChatRow.Thought(" Let me *see*.\n", false, true));
        assertThat(selection.text()).startsWith("What is it?\n\nLet me *see*.\n\nIt is");
        assertThat(selection.markdown()).startsWith("What is it?\n\nLet me \\*see\\*.\n\nIt is");
    }

    @Test
    void keysMoveItsEnd() {
        selection.begin(new Place(1, 3), Unit.CHARACTER);
        selection.extendByCharacter(1);
        selection.extendByCharacter(1);
        assertThat(selection.text()).isEqualTo("is");
        selection.extendByRow(1);
        assertThat(selection.text()).isEqualTo("is very good, isn't it.");
        selection.extendByRow(1);
        assertThat(selection.text()).endsWith("int b;");
        selection.extendByRow(-1);
        selection.extendByRow(-1);
        assertThat(selection.text()).isEqualTo("It ");
        selection.extendByRow(-1);
        selection.extendByRow(-1);
        assertThat(selection.text()).startsWith("What is it?");
        selection.begin(new Place(4, 3), Unit.CHARACTER);
        selection.extendByCharacter(1);
        selection.extendByCharacter(1);
        assertThat(selection.text()).as("over what has no words").isEqualTo("T");
    }

    @Test
    void itStaysOnItsWordsWhileTheAnswerGrows() {
        selection.begin(new Place(1, 6), Unit.CHARACTER);
        selection.extend(new Place(3, 3));
        String before = selection.text();
        rows.add(1, new ChatRow.Thought("hm", false, true));
        rows.set(6, new ChatRow.Part(new Block.Paragraph(List.of(new Span("more")))));
        rows.add(new ChatRow.Part(new Block.Paragraph(List.of(new Span("and more")))));
        assertThat(selection.text()).isEqualTo(before);
        rows.remove(1);
        assertThat(selection.text()).isEqualTo(before);
    }

    @Test
    void nothingIsSelectedOfAnotherConversationOrOfNone() {
        selection.all();
        rows.setAll(new ChatRow.Said("Other"));
        assertThat(selection.isEmpty()).isTrue();
        assertThat(selection.text()).isEmpty();
        selection.extendByRow(1);
        selection.extendByCharacter(-1);
        selection.begin(new Place(0, 2), Unit.CHARACTER);
        assertThat(selection.isEmpty()).isTrue();
        selection.use(FXCollections.observableArrayList());
        selection.all();
        assertThat(selection.text()).isEmpty();
    }
}
