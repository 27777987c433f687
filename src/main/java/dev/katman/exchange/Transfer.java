package dev.katman.exchange;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Imported.Refused;
import dev.katman.exchange.Imported.Taken;
import dev.katman.journal.Archive;
import dev.katman.journal.KeptConversation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Takes conversations out into files and brings them in again. Safe for use by many threads. */
public final class Transfer {
    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Archive archive;

    public Transfer(Archive archive) {
        this.archive = archive;
    }

    /** How many went out. */
    public record Written(int conversations, int messages) {
    }

    /** Everything there is, as JSON in the form of {@link Portable}. */
    public Written writeAll(Path file) throws IOException {
        return writeJson(archive.conversations(), file);
    }

    /**
     * The conversations as JSON that another Katman reads. A file that is there already is replaced, and not before the new one stands.
     *
     * @throws IOException if it cannot be written
     */
    public Written writeJson(List<ConversationId> conversations, Path file) throws IOException {
        return write(file, out -> {
            int written = 0;
            int messages = 0;
            try (var json = JSON.writer().createGenerator(out)) {
                json.writeStartObject();
                json.writeStringProperty("format", Portable.FORMAT);
                json.writeNumberProperty("version", Portable.VERSION);
                json.writeArrayPropertyStart("conversations");
                for (ConversationId id : conversations) {
                    KeptConversation one = archive.find(id).orElse(null);
                    if (one != null) {
                        Portable.write(json, one, archive.served(id));
                        written++;
                        messages += one.messages().size();
                    }
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            return new Written(written, messages);
        });
    }

    /**
     * The conversations as Markdown, for people and other programs; there is no way back.
     *
     * @param labels what stands above each message
     * @throws IOException as above
     */
    public Written writeMarkdown(List<ConversationId> conversations, Path file, Transcript.Labels labels) throws IOException {
        return write(file, out -> {
            int written = 0;
            int messages = 0;
            var text = new PrintStream(out, false, StandardCharsets.UTF_8);
            for (ConversationId id : conversations) {
                KeptConversation one = archive.find(id).orElse(null);
                if (one != null) {
                    text.print((written > 0 ? "\n---\n\n" : "") + Transcript.of(one, archive.served(id), labels));
                    written++;
                    messages += one.messages().size();
                }
            }
            if (text.checkError()) {
                throw new IOException("the text could not be written");
            }
            return new Written(written, messages);
        });
    }

    @FunctionalInterface
    private interface Content {
        Written into(OutputStream out) throws IOException;
    }

    private static Written write(Path file, Content content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Written written;
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                written = content.into(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (JacksonException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Brings conversations in: of Katman's own JSON, or of ChatGPT's export, alone or in its archive. All of them, or none. What is there
     * already stays as it is, so a second import of the same changes nothing.
     *
     * @throws dev.katman.journal.JournalException if the data folder fails
     */
    public Imported read(Path file) {
        try {
            // First to the end, so that what is broken is known before anything is taken in; only then again, to take it in.
            var check = new Incoming(file);
            check.each(conversation -> { });
            Archive.Taken taken = archive.take(conversations -> new Incoming(file).each(conversations::accept));
            return new Taken(taken.conversations(), taken.messages(), taken.known(), check.skipped());
        } catch (Incoming.Stopped e) {
            LOG.info("a file was not imported: {}", e.getMessage());
            return new Refused(e.reason());
        }
    }
}
