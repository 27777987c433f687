package dev.katman.documents;

import java.io.BufferedReader;
import java.io.IOException;

/** The lines of a text, one after the other, numbered. A line without an end is broken off, so that it need not fit the memory twice. */
final class Lines {
    private static final int LONGEST = 64_000;

    private final BufferedReader text;
    private int number;
    private boolean continues;

    Lines(BufferedReader text) {
        this.text = text;
    }

    /** @return the next line without its end, or null after the last */
    String next() throws IOException {
        int c = text.read();
        if (c < 0) {
            return null;
        }
        if (!continues) {
            number++;
        }
        continues = false;
        var line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = text.read()) {
            if (c == '\r') {
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
                return line.toString();
            }
            line.append((char) c);
            if (line.length() >= LONGEST && !Character.isHighSurrogate((char) c)) {
                continues = true;
                return line.toString();
            }
        }
        return line.toString();
    }

    /** Of the line that came last, from 1. */
    int number() {
        return number;
    }
}
