package dev.katman.provider;

import java.util.List;
import java.util.Optional;

/**
 * Some servers send what a model thinks within its text: between tags, before anything else. Groq does where nobody asks for another form
 * (its page on reasoning, "raw"), and so do many that run on one's own machine. Here the two are told apart while they come.
 */
final class TaggedThought {
    private static final List<String> NAMES = List.of("think", "thinking");

    private enum State {
        /** Nothing has come but what may become a tag. */
        BEFORE,
        INSIDE,
        /** The thought is over; of the answer nothing has come yet but room. */
        BETWEEN,
        AFTER
    }

    private final ReplyListener listener;
    private final StringBuilder held = new StringBuilder();
    private State state = State.BEFORE;
    private String end = "";

    TaggedThought(ReplyListener listener) {
        this.listener = listener;
    }

    /** More of the text has come. */
    void came(String piece) {
        held.append(piece);
        if (state == State.BEFORE) {
            open();
        }
        if (state == State.INSIDE) {
            close();
        }
        if (state == State.BETWEEN && !held.toString().isBlank()) {
            held.delete(0, held.length() - held.toString().stripLeading().length());
            state = State.AFTER;
        }
        if (state == State.AFTER) {
            tell(held.length());
        }
    }

    /** No more comes. */
    void over() {
        if (state == State.BEFORE) {
            state = State.AFTER; // what looked like a tag is none
        }
        if (state != State.BETWEEN) {
            tell(held.length());
        }
    }

    private void open() {
        String text = held.toString().stripLeading();
        Optional<String> tag = NAMES.stream().map(name -> "<" + name + ">").filter(text::startsWith).findFirst();
        if (tag.isPresent()) {
            end = "</" + tag.get().substring(1);
            held.delete(0, held.length() - text.length() + tag.get().length());
            state = State.INSIDE;
        } else if (NAMES.stream().noneMatch(name -> ("<" + name + ">").startsWith(text))) {
            state = State.AFTER;
        }
    }

    private void close() {
        int at = held.indexOf(end);
        tell(at >= 0 ? at : held.length() - begun());
        if (at >= 0) {
            held.delete(0, end.length());
            state = State.BETWEEN;
        }
    }

    /** How many characters at the end may be the beginning of the closing tag. */
    private int begun() {
        int length = Math.min(end.length() - 1, held.length());
        while (length > 0 && !end.startsWith(held.substring(held.length() - length))) {
            length--;
        }
        return length;
    }

    /** Passes so many characters of what is held on. */
    private void tell(int length) {
        if (length > 0) {
            String piece = held.substring(0, length);
            held.delete(0, length);
            if (state == State.INSIDE) {
                listener.thinking(piece);
            } else {
                listener.text(piece);
            }
        }
    }
}
