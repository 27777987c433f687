package dev.katman.documents;

import dev.katman.conversation.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads files and folders to documents. Whatever is in a file, the outcome is a value; time and memory are bounded. Blocks: for a virtual
 * thread. Safe for use by many threads.
 */
public final class DocumentReader {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);
    /** Enough to tell the kind and the language of a text. Bytes. */
    private static final int GLANCE = 1 << 16;
    /** A PDF may have something before its first sign. Bytes. */
    private static final int BEFORE_PDF = 1024;

    private final Bounds bounds;

    public DocumentReader() {
        this(Bounds.USUAL);
    }

    DocumentReader(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Reads a file, or all files of a folder and of those below it, hidden ones left out.
     *
     * @return of a file one outcome; of a folder one for each file, by name, and one for what is not gone into
     */
    public List<Reading> read(Path path, Progress progress, Cancellation cancellation) {
        String name = path.toAbsolutePath().normalize().getFileName() == null ? path.toString()
                : path.toAbsolutePath().normalize().getFileName().toString();
        return Files.isDirectory(path) ? new Folder(this, bounds, progress, cancellation).read(path, name)
                : List.of(file(path, name, progress, cancellation));
    }

    /** A long text from a message, with what structure it has. */
    public Document pasted(String name, String text) {
        var blocks = new Blocks(bounds, new Cancellation(), done -> { });
        String glance = text.substring(0, Math.min(GLANCE, text.length()));
        Kind kind = Looks.mayBeJson(glance) && JsonText.is(new StringReader(text)) ? Kind.JSON : Looks.of(glance, glance.length() < text.length());
        try {
            try {
                format(kind, glance).read(new BufferedReader(new StringReader(text)), blocks);
            } catch (Unreadable e) {
                blocks = new Blocks(bounds, new Cancellation(), done -> { });
                new PlainText().read(new BufferedReader(new StringReader(text)), blocks);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a text that is in memory is within bounds and can be read", e);
        }
        return new Document(name, Kind.PASTED, text.getBytes(StandardCharsets.UTF_8).length, blocks.all());
    }

    /** One file, whatever it is. */
    Reading file(Path file, String name, Progress progress, Cancellation cancellation) {
        try {
            return new Reading.Read(document(file, name, new Blocks(bounds, cancellation, done -> progress.read(name, done))));
        } catch (Unreadable e) {
            return e.of(name);
        } catch (NoSuchFileException e) {
            return new Reading.Unread(name, Reading.Reason.MISSING);
        } catch (IOException e) {
            LOG.info("a document could not be read", e);
            return Unreadable.in(e).map(why -> why.of(name)).orElseGet(() -> new Reading.Unread(name, Reading.Reason.UNREADABLE));
        }
    }

    private Document document(Path file, String name, Blocks blocks) throws IOException {
        if (Files.notExists(file)) {
            throw new Unreadable(Reading.Reason.MISSING);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Unreadable(Reading.Reason.UNREADABLE);
        }
        long bytes = Files.size(file);
        if (bytes > bounds.fileBytes()) {
            throw new Unreadable(Reading.Reason.TOO_LARGE, bounds.fileBytes());
        }
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(GLANCE);
        }
        Kind kind = read(file, head, bytes, blocks);
        if (blocks.all().isEmpty()) {
            throw new Unreadable(kind == Kind.PDF ? Reading.Reason.NO_TEXT : Reading.Reason.EMPTY);
        }
        return new Document(name, kind, bytes, blocks.all());
    }

    private Kind read(Path file, byte[] head, long bytes, Blocks blocks) throws IOException {
        if (new String(head, 0, Math.min(BEFORE_PDF, head.length), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return read(Kind.PDF, new PdfFile(), file, blocks);
        }
        if (Encoding.startsWith(head, "PK\003\004") || Encoding.startsWith(head, "PK\005\006")) {
            return read(packed(file), new DocxFile(), file, blocks);
        }
        if (Encoding.startsWith(head, "\u00D0\u00CF\u0011\u00E0")) { // the container of old documents, and of locked new ones
            String all = new String(head, StandardCharsets.UTF_16LE);
            throw new Unreadable(all.contains("EncryptedPackage") ? Reading.Reason.LOCKED : Reading.Reason.OLD_OFFICE);
        }
        if (Encoding.isBinary(head)) {
            throw new Unreadable(Reading.Reason.BINARY);
        }
        return text(file, head, bytes, blocks);
    }

    private static Kind packed(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(DocxFile.MAIN) != null) {
                return Kind.DOCX;
            }
            throw new Unreadable(Reading.Reason.ARCHIVE);
        } catch (ZipException e) {
            throw new Unreadable(Reading.Reason.BROKEN);
        }
    }

    /** Libraries answer to a broken file with whatever comes to them. */
    private static Kind read(Kind kind, FileFormat format, Path file, Blocks blocks) throws IOException {
        try {
            format.read(file, blocks);
            return kind;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Unreadable.in(e).orElseGet(() -> broken(e));
        }
    }

    private static Unreadable broken(Throwable e) {
        LOG.info("a document is broken", e);
        return new Unreadable(Reading.Reason.BROKEN);
    }

    private static Kind text(Path file, byte[] head, long bytes, Blocks blocks) throws IOException {
        Charset charset = Encoding.of(head, () -> Files.newInputStream(file));
        String glance = Encoding.glance(head, charset);
        Kind kind = Looks.of(glance, head.length < bytes);
        if (Looks.mayBeJson(glance)) {
            try (BufferedReader text = open(file, charset, blocks, bytes)) {
                kind = JsonText.is(text) ? Kind.JSON : kind;
            }
        }
        try (BufferedReader text = open(file, charset, blocks, bytes)) {
            format(kind, glance).read(text, blocks);
        }
        return kind;
    }

    private static BufferedReader open(Path file, Charset charset, Blocks blocks, long bytes) throws IOException {
        var text = new BufferedReader(new InputStreamReader(blocks.watched(Files.newInputStream(file), bytes), charset));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private static TextFormat format(Kind kind, String glance) {
        return switch (kind) {
            case MARKDOWN -> new MarkdownText();
            case CODE -> new CodeText();
            case CSV -> new CsvText(Looks.separator(glance.lines().filter(line -> !line.isBlank()).limit(2).toList()).orElse(','));
            case JSON -> new JsonText();
            case HTML -> new HtmlText();
            case TEXT, PASTED -> new PlainText();
            case PDF, DOCX -> throw new IllegalArgumentException("no text: " + kind);
        };
    }
}
