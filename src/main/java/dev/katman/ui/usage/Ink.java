package dev.katman.ui.usage;

import dev.katman.catalog.Tier;

import java.util.Locale;

/** What a colour means on a chart. The style sheet gives each its colour, light and dark. */
enum Ink {
    TEXT,
    MUTED,
    /** Lines of a grid. */
    LINE,
    SURFACE,
    ROUTER,
    CONVERSATION,
    WORKER,
    DEEP,
    /** What went wrong; none of the tiers' colours, so that it is not taken for one. */
    TROUBLE,
    /** All tiers together, where only how much it is counts. */
    HEAT;

    static Ink of(Tier tier) {
        return switch (tier) {
            case ROUTER -> ROUTER;
            case CONVERSATION -> CONVERSATION;
            case WORKER -> WORKER;
            case DEEP -> DEEP;
        };
    }

    /** Its name in the style sheet. */
    String property() {
        return "-ink-" + name().toLowerCase(Locale.ROOT);
    }
}
