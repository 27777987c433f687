package dev.katman.classify;

/** The founding document's two kinds of message. */
public enum MessageType {
    /** Conversation, creative writing, culture. */
    CHAT,
    /** Something to be done: summarise, extract, code, reason. */
    TASK
}
