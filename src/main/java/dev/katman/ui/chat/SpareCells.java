package dev.katman.ui.chat;

import dev.katman.ui.kit.Block;
import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Cells that show nothing for the moment. One that has shown a row of the same kind can show the next one with little work. */
final class SpareCells {
    private static final int MOST = 12;
    /** So many of a kind stay, however many others there are: a list must not drive out the one piece of code, which is dearer to make. */
    private static final int OF_A_KIND = 2;
    /**
     * None of more nodes is kept, a very long piece of code above all: JavaFX goes through all that hangs in a window in every frame, seen or
     * not, and with four thousand nodes out of sight a frame takes a millisecond more ({@code WindowBench}).
     */
    private static final int LARGEST = 500;

    private final Supplier<ChatCell> make;
    private final Consumer<ChatCell> discard;
    private final List<ChatCell> spare = new ArrayList<>();

    /**
     * @param make    one more
     * @param discard takes one away that is not needed any more
     */
    SpareCells(Supplier<ChatCell> make, Consumer<ChatCell> discard) {
        this.make = make;
        this.discard = discard;
    }

    void put(ChatCell cell) {
        if (nodes(cell) > LARGEST) {
            discard.accept(cell);
            return;
        }
        cell.setVisible(false);
        spare.add(cell);
        if (spare.size() > MOST) {
            spare.stream().filter(this::isOneOfMany).findFirst().ifPresent(oldest -> {
                spare.remove(oldest);
                discard.accept(oldest);
            });
        }
    }

    private boolean isOneOfMany(ChatCell cell) {
        return spare.stream().filter(other -> kind(other.row()).equals(kind(cell.row()))).count() > OF_A_KIND;
    }

    /** The one for that row. */
    ChatCell take(ChatRow row) {
        for (int i = spare.size() - 1; i >= 0; i--) {
            if (kind(spare.get(i).row()).equals(kind(row))) {
                ChatCell cell = spare.remove(i);
                cell.setVisible(true);
                return cell;
            }
        }
        return make.get();
    }

    private static int nodes(Node node) {
        return 1 + (node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().mapToInt(SpareCells::nodes).sum() : 0);
    }

    private static Class<?> kind(ChatRow row) {
        return row instanceof ChatRow.Part(Block block, var sources) ? block.getClass() : row.getClass();
    }
}
