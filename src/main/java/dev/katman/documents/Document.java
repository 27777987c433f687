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

    /** A document that was read and cut before; cut again, it gives the same fragments. */
    public static Document of(String name, Kind kind, long bytes, List<Fragment> fragments) {
        return new Document(name, kind, bytes, fragments.stream().filter(fragment -> !fragment.text().isBlank())
                .map(fragment -> new Block(Block.Shape.FRAGMENT, fragment.place(), fragment.text())).toList());
    }

    /** All of its text, block by block. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }
}
