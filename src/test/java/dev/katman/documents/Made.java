package dev.katman.documents;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Real files, made for a test. */
public final class Made {
    private static final File FONT = new File("assets/fonts/Inter-Regular.ttf");
    private static final float BODY = 11;
    private static final float HEADING = 18;

    private Made() {
    }

    /**
     * A PDF.
     *
     * @param pages of each the paragraphs; one that begins with "# " is a heading
     */
    public static Path pdf(Path file, List<List<String>> pages) throws IOException {
        try (var pdf = new PDDocument()) {
            fill(pdf, pages);
            pdf.save(file.toFile());
        }
        return file;
    }

    /** A PDF that opens only with a password. */
    static Path lockedPdf(Path file) throws IOException {
        try (var pdf = new PDDocument()) {
            fill(pdf, List.of(List.of("Nobody reads this.")));
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file.toFile());
        }
        return file;
    }

    /** A PDF of pages on which nothing is written. */
    static Path wordlessPdf(Path file) throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var canvas = new PDPageContentStream(pdf, page)) {
                canvas.addRect(100, 100, 300, 400);
                canvas.fill();
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private static void fill(PDDocument pdf, List<List<String>> pages) throws IOException {
        TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBufferedFile(FONT));
        pdf.registerTrueTypeFontForClosing(letters);
        letters.setEnableGsub(false); // to look for ligatures in each word takes most of the time, and none is wanted
        PDFont font = PDType0Font.load(pdf, letters, true);
        for (List<String> paragraphs : pages) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var canvas = new PDPageContentStream(pdf, page)) {
                canvas.beginText();
                canvas.newLineAtOffset(60, 790);
                for (String paragraph : paragraphs) {
                    boolean heading = paragraph.startsWith("# ");
                    float size = heading ? HEADING : BODY;
                    canvas.setFont(font, size);
                    for (String line : lines(heading ? paragraph.substring(2) : paragraph, font, size)) {
                        canvas.showText(line);
                        canvas.newLineAtOffset(0, -size * 1.3f);
                    }
                    canvas.newLineAtOffset(0, -size * 1.2f);
                }
                canvas.endText();
            }
        }
    }

    private static List<String> lines(String text, PDFont font, float size) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (font.getStringWidth(line + " " + word) / 1000 * size > 470) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A DOCX with that body, as Word writes it: XML of paragraphs and tables. */
    static Path docx(Path file, String body) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            part(zip, "word/styles.xml", """
                    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                      <w:style w:type="paragraph" w:styleId="Balk1"><w:name w:val="heading 1"/></w:style>
                      <w:style w:type="paragraph" w:styleId="Balk2"><w:name w:val="heading 2"/></w:style>
                    </w:styles>""");
            part(zip, DocxFile.MAIN, "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    + body + "</w:body></w:document>");
        }
        return file;
    }

    /** A DOCX of some kilobytes whose text unpacks to that many. */
    static Path bomb(Path file, int megabytes) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(DocxFile.MAIN));
            write(zip, "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>");
            String megabyte = "x".repeat(1 << 20);
            for (int i = 0; i < megabytes; i++) {
                write(zip, megabyte);
            }
            write(zip, "</w:t></w:r></w:p></w:body></w:document>");
            zip.closeEntry();
        }
        return file;
    }

    static Path zip(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "a.txt", "one of several");
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, text);
        zip.closeEntry();
    }

    private static void write(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
