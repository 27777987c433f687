package dev.katman.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.HashMap;
import java.util.Map;

/** How the reader wants to see blocks, beyond the single view, which comes and goes as the list is scrolled. Of the FX thread. */
public final class Reading {
    private static final int FASTER = 4;

    private final BooleanProperty wrap = new SimpleBooleanProperty();
    private final Map<Block, Integer> room = new HashMap<>();

    /** Whether lines of code are broken where the column ends. */
    BooleanProperty wrap() {
        return wrap;
    }

    /** How much of a block is shown, as {@link Excerpt} counts. */
    int room(Block block) {
        return room.isEmpty() ? Excerpt.FIRST : room.getOrDefault(block, Excerpt.FIRST);
    }

    /** Much more of that block, though not without measure. */
    void more(Block block) {
        room.put(block, Math.min(room(block), Integer.MAX_VALUE / FASTER) * FASTER);
    }
}
