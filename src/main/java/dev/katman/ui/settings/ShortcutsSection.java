package dev.katman.ui.settings;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.ShortcutsPane;

/** Every action with its keys. */
final class ShortcutsSection extends SectionView {
    ShortcutsSection(Context context) {
        super(context, Section.SHORTCUTS);
        getChildren().add(new ShortcutsPane(context));
    }

    @Override
    void look() {
        getChildren().set(getChildren().size() - 1, new ShortcutsPane(context())); // other pages bring other actions
    }
}
