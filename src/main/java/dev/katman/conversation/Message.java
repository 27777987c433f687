package dev.katman.conversation;

import java.util.Objects;

/**
 * One turn of a prompt.
 *
 * @param role who speaks
 * @param text what is said, in Markdown; may be empty, never null
 */
public record Message(Role role, String text) {
    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }

    public static Message system(String text) {
        return new Message(Role.SYSTEM, text);
    }

    public static Message user(String text) {
        return new Message(Role.USER, text);
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text);
    }
}
