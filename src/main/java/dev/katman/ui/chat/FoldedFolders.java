package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which folders show only their name; kept for the next start. Of the FX thread. */
final class FoldedFolders {
    private static final String PREFERENCE = "side.folded";

    private final Context context;
    private final Set<String> closed;

    FoldedFolders(Context context) {
        this.context = context;
        closed = context.services().preferences().get(PREFERENCE).map(text -> text.lines().collect(Collectors.toCollection(LinkedHashSet::new)))
                .orElseGet(LinkedHashSet::new);
    }

    Set<String> closed() {
        return Set.copyOf(closed);
    }

    /** Opens it, or closes it. */
    void turn(String folder) {
        if (!closed.remove(folder)) {
            closed.add(folder);
        }
        String text = String.join("\n", closed);
        context.work().run("keep what is folded", () -> context.services().preferences().put(PREFERENCE, text));
    }
}
