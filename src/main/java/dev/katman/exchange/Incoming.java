package dev.katman.exchange;

import dev.katman.exchange.Imported.Reason;
import dev.katman.journal.KeptConversation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A file with conversations, read one conversation at a time, however many there are. What it is, its content tells, not its name. */
final class Incoming {
    /** Of JSON, unpacked: some hundred years of talk. What is larger is no talk. */
    private static final long MOST_BYTES = 1L << 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private int skipped;

    Incoming(Path file) {
        this.file = file;
    }

    /** Why nothing more can be read. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Stopped(Reason reason, Throwable cause) {
            super(reason + (cause == null ? "" : ": " + cause.getMessage()), cause);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /** How many parts were no text, so far. */
    int skipped() {
        return skipped;
    }

    /** @throws Stopped where the file is not what it should be */
    void each(Consumer<KeptConversation> take) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean packed = in.read() == 'P' && in.read() == 'K';
            in.reset();
            if (packed) {
                unpack(new ZipInputStream(in), take);
            } else {
                json(new Bounded(in), take);
            }
        } catch (TooLarge e) {
            throw new Stopped(Reason.TOO_LARGE, e);
        } catch (IOException e) {
            throw new Stopped(Reason.UNREADABLE, e);
        }
    }

    private void unpack(ZipInputStream zip, Consumer<KeptConversation> take) throws IOException {
        var bounded = new Bounded(zip);
        boolean found = false;
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.matches("conversations(-\\d+)?\\.json")) {
                    json(bounded, take);
                    found = true;
                }
            }
        } catch (ZipException | EOFException e) {
            throw new Stopped(Reason.BROKEN, e);
        }
        if (!found) {
            throw new Stopped(Reason.UNKNOWN, null);
        }
    }

    private void json(InputStream in, Consumer<KeptConversation> take) throws IOException {
        boolean begun = false;
        try (JsonParser parser = JSON.reader().without(StreamReadFeature.AUTO_CLOSE_SOURCE).createParser(in)) {
            JsonToken first = parser.nextToken();
            begun = true;
            JsonToken end = switch (first) {
                case START_ARRAY -> theirs(parser, take);
                case START_OBJECT -> own(parser, take);
                case null, default -> throw new Stopped(Reason.UNKNOWN, null);
            };
            if (parser.currentToken() != end) {
                throw new Stopped(Reason.BROKEN, null);
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException disk) {
                throw disk;
            }
            throw new Stopped(begun ? Reason.BROKEN : Reason.UNKNOWN, e);
        } catch (Portable.Unreadable e) {
            throw new Stopped(Reason.BROKEN, e);
        }
    }

    private JsonToken theirs(JsonParser parser, Consumer<KeptConversation> take) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode one = parser.readValueAsTree();
            if (!one.has("mapping")) {
                throw new Stopped(Reason.UNKNOWN, null);
            }
            ChatGptExport.Read read = ChatGptExport.read(one);
            skipped += read.skipped();
            if (!read.conversation().messages().isEmpty()) {
                take.accept(read.conversation());
            }
        }
        return JsonToken.END_ARRAY;
    }

    /** Our own, whatever the order of its fields: all is read once before anything is taken in. */
    private static JsonToken own(JsonParser parser, Consumer<KeptConversation> take) {
        boolean ours = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "format" -> ours = Portable.FORMAT.equals(parser.getString());
                case "version" -> {
                    if (value != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() > Portable.VERSION) {
                        throw new Stopped(Reason.NEWER, null);
                    }
                }
                case "conversations" -> {
                    while (value == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT) {
                        take.accept(Portable.read(parser.readValueAsTree()));
                    }
                }
                default -> parser.skipChildren();
            }
        }
        if (!ours && parser.currentToken() == JsonToken.END_OBJECT) {
            throw new Stopped(Reason.UNKNOWN, null);
        }
        return JsonToken.END_OBJECT;
    }

    /** What is more than that. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("more than " + MOST_BYTES + " bytes");
        }
    }

    /** Counts what comes, unpacked: a small archive can hold anything. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int came = super.read(into, offset, length);
            count(Math.max(0, came));
            return came;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }
}
