package dev.katman.documents;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A document that was read.
 *
 * @param name   of its file, with the folders below the one that was attached
 * @param kind   what it is
 * @param bytes  of its file
 * @param blocks its text in its order, at least one
 */
public record Document(String name, Kind kind, long bytes, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
        if (name.isBlank() || bytes < 0 || blocks.isEmpty()) {
            throw new IllegalArgumentException("a document has a name and a text");
        }
    }

    /** All of its text, block by block. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }
}
