package dev.katman.conversation;

/** Who speaks in a prompt. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
}
