package dev.katman.ui.kit;

/** Where an action holds; also the headings under which actions are listed. */
public enum Place {
    EVERYWHERE,
    CHAT,
    DECISIONS,
    USAGE,
    SETTINGS;

    /** Whether a key could mean both there and here at once. */
    boolean meets(Place other) {
        return this == other || this == EVERYWHERE || other == EVERYWHERE;
    }
}
