package dev.katman.ui.usage;

/** What a figure counts. */
enum Unit {
    TOKENS(true),
    REQUESTS(true),
    /** 0 to 1. */
    SHARE(false),
    SECONDS(false);

    private final boolean adds;

    Unit(boolean adds) {
        this.adds = adds;
    }

    /** Whether figures of several series make a sum that means something. */
    boolean adds() {
        return adds;
    }
}
