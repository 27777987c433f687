package dev.katman.documents;

import dev.katman.conversation.Cancellation;
import dev.katman.documents.Reading.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that are broken, locked, endless or meant to harm: each ends as one value with its reason. */
class HarmfulFilesTest {
    @TempDir
    private Path folder;

    private Reading read(Path file) {
        List<Reading> readings = new DocumentReader().read(file, Progress.NONE, new Cancellation());
        assertThat(readings).hasSize(1);
        return readings.getFirst();
    }

    private static Reading unread(String name, Reason reason) {
        return new Reading.Unread(name, reason);
    }

    @Test
    void aPdfThatIsNone() throws IOException {
        assertThat(read(Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7\nand then nothing of the kind\n")))
                .isEqualTo(unread("a.pdf", Reason.BROKEN));
    }

    @Test
    void aPdfThatBreaksOff() throws IOException {
        byte[] whole = Files.readAllBytes(Made.pdf(folder.resolve("whole"), List.of(List.of("Text"))));
        assertThat(read(Files.write(folder.resolve("a.pdf"), Arrays.copyOf(whole, 600)))).isEqualTo(unread("a.pdf", Reason.BROKEN));
    }

    @Test
    void aPdfWithAPassword() throws IOException {
        assertThat(read(Made.lockedPdf(folder.resolve("a.pdf")))).isEqualTo(unread("a.pdf", Reason.LOCKED));
    }

    @Test
    void aPdfOfPictures() throws IOException {
        assertThat(read(Made.wordlessPdf(folder.resolve("a.pdf")))).isEqualTo(unread("a.pdf", Reason.NO_TEXT));
    }

    @Test
    void aDocxThatIsNoneOrABombOrLocked() throws IOException {
        assertThat(read(Made.zip(folder.resolve("a.docx")))).isEqualTo(unread("a.docx", Reason.ARCHIVE));
        assertThat(read(Made.bomb(folder.resolve("b.docx"), 48))).isEqualTo(unread("b.docx", Reason.INFLATES));
        assertThat(read(Made.docx(folder.resolve("c.docx"), "<w:p>"))).isEqualTo(unread("c.docx", Reason.BROKEN));
        byte[] locked = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, locked, 0, 4);
        assertThat(read(Files.write(folder.resolve("d.doc"), locked))).isEqualTo(unread("d.doc", Reason.OLD_OFFICE));
        byte[] sign = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(sign, 0, locked, 1024, sign.length);
        assertThat(read(Files.write(folder.resolve("e.docx"), locked))).isEqualTo(unread("e.docx", Reason.LOCKED));
        byte[] half = Arrays.copyOf(Files.readAllBytes(Made.docx(folder.resolve("whole"), "<w:p/>")), 200);
        assertThat(read(Files.write(folder.resolve("f.docx"), half))).isEqualTo(unread("f.docx", Reason.BROKEN));
    }

    @Test
    void anEntityThatUnfoldsWithoutEnd() throws IOException {
        Path file = Made.docx(folder.resolve("a.docx"), "<w:p><w:r><w:t>&amp;</w:t></w:r></w:p>");
        assertThat(read(file)).isInstanceOf(Reading.Read.class);
        Path harmful = Made.docx(folder.resolve("b.docx"), "<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>");
        assertThat(read(harmful)).isEqualTo(unread("b.docx", Reason.BROKEN));
    }

    @Test
    void aTextOfAGigabyte() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("a.txt").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        assertThat(read(folder.resolve("a.txt"))).isEqualTo(new Reading.Unread("a.txt", Reason.TOO_LARGE, 64L << 20));
    }

    @Test
    void aTextLongerThanTheMemoryShouldHold() throws IOException {
        var small = new DocumentReader(new Bounds(1 << 20, 1_000, 1 << 20, 250, 10, 1 << 20, 4));
        Files.writeString(folder.resolve("a.txt"), "Bir cümle daha.\n\n".repeat(100));
        assertThat(small.read(folder.resolve("a.txt"), Progress.NONE, new Cancellation()))
                .containsExactly(new Reading.Unread("a.txt", Reason.TOO_MUCH_TEXT, 1_000));
    }

    @Test
    void aLineWithoutEnd() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "sözcük ".repeat(200_000));
        assertThat(read(folder.resolve("a.txt"))).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.document().blocks()).allSatisfy(block -> assertThat(block.text().length()).isLessThan(80_000));
            assertThat(read.document().text().replaceAll("\\s", "")).hasSize(6 * 200_000);
        });
    }

    @Test
    @Timeout(10) // a look that tries every way through it takes minutes, or for ever
    void signsThatBeginAgainAndAgainAndNeverEnd() throws IOException {
        for (String sign : List.of("[", "[a](", "**", "<!---->", "<!-- a -->\n", "(", "|", "# ", "> ", "`", "if ", ") ")) {
            Path file = Files.writeString(folder.resolve("a.txt"), sign.repeat(60_000 / sign.length()) + "x");
            assertThat(read(file)).as(sign).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void whatIsNoText() throws IOException {
        var bytes = new byte[5_000];
        new Random(3).nextBytes(bytes);
        assertThat(read(Files.write(folder.resolve("a.txt"), bytes))).isEqualTo(unread("a.txt", Reason.BINARY));
        assertThat(read(Files.createFile(folder.resolve("b.txt")))).isEqualTo(unread("b.txt", Reason.EMPTY));
        assertThat(read(folder.resolve("nowhere.txt"))).isEqualTo(unread("nowhere.txt", Reason.MISSING));
    }

    @Test
    void aFolderWithALoopOfLinksThatIsTooDeepAndTooFull() throws IOException {
        Path below = Files.createDirectories(folder.resolve("f/g"));
        Files.createSymbolicLink(below.resolve("back"), folder.resolve("f"));
        Files.writeString(below.resolve("a.txt"), "Bir.");
        assertThat(new DocumentReader().read(folder.resolve("f"), Progress.NONE, new Cancellation())).extracting(Reading::name)
                .containsExactly("f/g/a.txt", "f/g/back");
        assertThat(new DocumentReader().read(folder.resolve("f"), Progress.NONE, new Cancellation()).getLast())
                .isEqualTo(unread("f/g/back", Reason.LOOP));
        var narrow = new DocumentReader(new Bounds(1 << 20, 1_000, 1 << 20, 250, 2, 1 << 20, 2));
        Files.createDirectories(folder.resolve("h/i/j"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(folder.resolve("h/" + i + ".txt"), "Bir.");
        }
        assertThat(narrow.read(folder.resolve("h"), Progress.NONE, new Cancellation()))
                .contains(new Reading.Unread("h", Reason.TOO_MANY, 2));
        Files.delete(folder.resolve("h/1.txt"));
        assertThat(narrow.read(folder.resolve("h"), Progress.NONE, new Cancellation()))
                .contains(new Reading.Unread("h/i/j", Reason.TOO_DEEP, 2)).filteredOn(Reading.Read.class::isInstance).hasSize(2);
    }

    @Test
    void readingCanBeStopped() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "Bir cümle daha.\n\n".repeat(20_000));
        var cancellation = new Cancellation();
        assertThat(new DocumentReader().read(folder.resolve("a.txt"), (name, done) -> cancellation.cancel(), cancellation))
                .containsExactly(unread("a.txt", Reason.STOPPED));
    }
}
