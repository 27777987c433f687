package dev.katman.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** A part of a packed file, unpacked as it is read; it ends with a reason where it grows beyond all measure. */
final class Inflated extends FilterInputStream {
    /** Small parts may pack as well as they like. */
    private static final long LET_PASS = 1L << 20;

    private final long most;
    private long done;

    Inflated(InputStream stream, ZipEntry entry, Bounds bounds) {
        super(stream);
        most = Math.min(bounds.inflated(), Math.max(LET_PASS, entry.getCompressedSize() * bounds.ratio()));
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int n) throws Unreadable {
        done += n;
        if (done > most) {
            throw new Unreadable(Reading.Reason.INFLATES);
        }
    }
}
