package dev.katman.documents;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a file of one kind that is no plain text. */
@FunctionalInterface
interface FileFormat {
    /** @throws Unreadable with the reason; any other exception means that the file is broken */
    void read(Path file, Blocks into) throws IOException;
}
