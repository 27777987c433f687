package dev.katman.documents;

import dev.katman.conversation.Cancellation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Gathers the blocks of one document under its headings, within its bounds, and hears when to stop. */
final class Blocks {
    private static final int LEVELS = 6;
    static final String BETWEEN = " › ";
    /** Progress is told in as many steps. */
    private static final double STEP = .01;

    private final Bounds bounds;
    private final Cancellation cancellation;
    private final DoubleConsumer progress;
    private final List<Block> blocks = new ArrayList<>();
    private final String[] headings = new String[LEVELS + 1];
    private long characters;
    private double told;

    Blocks(Bounds bounds, Cancellation cancellation, DoubleConsumer progress) {
        this.bounds = bounds;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    Bounds bounds() {
        return bounds;
    }

    List<Block> all() {
        return List.copyOf(blocks);
    }

    /**
     * A heading; what follows stands under it until one of the same level or above.
     *
     * @param level 1 is the highest; deeper ones than 6 count as 6
     */
    void heading(int level, String text, int page, int line) throws Unreadable {
        String said = text.replaceAll("\\s+", " ").strip();
        under(level, "");
        add(Block.Shape.HEADING, said, page, line);
        under(level, said);
    }

    /** What follows stands under this, which is no block of its own. */
    void under(int level, String signpost) {
        int at = Math.clamp(level, 1, LEVELS);
        for (int i = at; i <= LEVELS; i++) {
            headings[i] = null;
        }
        headings[at] = signpost.isEmpty() ? null : signpost;
    }

    /** Text under the last heading; nothing where it is blank. */
    void add(Block.Shape shape, String text, int page, int line) throws Unreadable {
        add(shape, text, new Place(page, line, path()));
    }

    /** Text with a signpost of its own. */
    void add(Block.Shape shape, String text, Place place) throws Unreadable {
        live();
        String said = text.strip();
        if (said.isEmpty()) {
            return;
        }
        characters += said.length();
        if (characters > bounds.characters()) {
            throw new Unreadable(Reading.Reason.TOO_MUCH_TEXT, bounds.characters());
        }
        blocks.add(new Block(shape, place, said));
    }

    private String path() {
        var path = new StringBuilder();
        for (String heading : headings) {
            if (heading != null) {
                path.append(path.isEmpty() ? "" : BETWEEN).append(heading);
            }
        }
        return signpost(path.toString());
    }

    /** As much of it as a place can say. */
    static String signpost(String text) {
        return text.length() <= Place.LONGEST_HEADING ? text : text.substring(0, Place.LONGEST_HEADING - 1) + "…";
    }

    /** The whole of a text, as far as the bounds allow. */
    String whole(Reader text) throws IOException {
        var whole = new StringBuilder();
        var buffer = new char[16_384];
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            live();
            whole.append(buffer, 0, n);
            if (whole.length() > bounds.characters()) {
                throw new Unreadable(Reading.Reason.TOO_MUCH_TEXT, bounds.characters());
            }
        }
        return whole.toString();
    }

    /** Forgets what was gathered: the document is read in another way. */
    void startAfresh() {
        blocks.clear();
        Arrays.fill(headings, null);
        characters = 0;
    }

    /** Throws where the reader wants to stop. */
    void live() throws Unreadable {
        if (cancellation.isCancelled()) {
            throw new Unreadable(Reading.Reason.STOPPED);
        }
    }

    /** Says how far it has come. */
    void step(long done, long total) throws Unreadable {
        live();
        double share = total == 0 ? 1 : Math.min(1, (double) done / total);
        if (share - told >= STEP || share == 1 && told < 1) {
            told = share;
            progress.accept(share);
        }
    }

    /** The same stream; reading it is progress, and can be stopped. */
    InputStream watched(InputStream stream, long total) {
        return new FilterInputStream(stream) {
            private long done;

            @Override
            public int read() throws IOException {
                int b = super.read();
                step(done += b < 0 ? 0 : 1, total);
                return b;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int n = super.read(bytes, from, length);
                step(done += Math.max(0, n), total);
                return n;
            }
        };
    }
}
