package dev.katman.documents;

import java.io.BufferedReader;
import java.io.IOException;

/** Reads a text of one kind, decoded already. */
@FunctionalInterface
interface TextFormat {
    /** @throws Unreadable with the reason */
    void read(BufferedReader text, Blocks into) throws IOException;
}
