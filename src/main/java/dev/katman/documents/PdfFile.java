package dev.katman.documents;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A PDF, page by page. Its headings are known by their size: a line set larger than the running text. */
final class PdfFile implements FileFormat {
    /** So much larger than the running text is a heading of the first, the second, the third level. */
    private static final double[] LARGER = {1.7, 1.35, 1.12};
    private static final int LONGEST_HEADING = 140;
    /** At a page's edge, alone or of how many, between dashes and the like; never "§ 42", "%42" or "İş 4". */
    private static final Pattern PAGE_NUMBER = Pattern.compile("[\\s.·|()\\[\\]–—-]*\\d{1,4}(?:\\s*/\\s*\\d{1,4})?[\\s.·|()\\[\\]–—-]*");

    @Override
    public void read(Path file, Blocks into) throws IOException {
        // What a page unpacks to is kept in a file, not in the memory.
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (!pdf.getCurrentAccessPermission().canExtractContent()) {
                throw new Unreadable(Reading.Reason.LOCKED);
            }
            var stripper = new Stripper(into);
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.writeText(pdf, Writer.nullWriter());
                stripper.endPage(page);
                into.step(page, pages);
            }
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Reading.Reason.LOCKED);
        }
    }

    /** A line as it stands on the page. */
    private record Line(String text, float size, boolean opens) {
    }

    /** Hears the lines of a page from PDFBox, with the size of their letters. */
    private static final class Stripper extends PDFTextStripper {
        private final Blocks into;
        private final Map<Float, Integer> lettersOfSize = new TreeMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private float size;
        private boolean opens = true;

        Stripper(Blocks into) {
            this.into = into;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            into.live(); // a page can hold more operators than anybody wants to wait for
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            line.append(text);
            for (TextPosition position : positions) {
                float points = Math.round(position.getFontSizeInPt() * 2) / 2f;
                size = Math.max(size, points);
                lettersOfSize.merge(points, 1, Integer::sum);
            }
        }

        @Override
        protected void writeWordSeparator() {
            line.append(' ');
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        @Override
        protected void writeParagraphStart() {
            endLine();
            opens = true;
        }

        @Override
        protected void writePageEnd() {
            endLine();
        }

        private void endLine() {
            String said = line.toString().strip();
            if (!said.isEmpty()) {
                lines.add(new Line(said, size, opens));
                opens = false;
            }
            line.setLength(0);
            size = 0;
        }

        /** Makes blocks of the page's lines. */
        void endPage(int page) throws IOException {
            endLine();
            float body = lettersOfSize.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0f);
            var paragraph = new StringBuilder();
            int level = 0;
            for (int i = 0; i < lines.size(); i++) {
                Line next = lines.get(i);
                boolean pageNumber = (i == 0 || i == lines.size() - 1) && PAGE_NUMBER.matcher(next.text).matches();
                if (pageNumber) {
                    continue;
                }
                int nextLevel = level(next, body);
                if (nextLevel != level || next.opens && level == 0) {
                    flush(paragraph, level, page);
                    level = nextLevel;
                }
                join(paragraph, next.text);
            }
            flush(paragraph, level, page);
            lines.clear();
            opens = true;
        }

        /** A large number alone may be a page's; with a section sign it is a section's. */
        private static int level(Line line, float body) {
            if (line.text.length() > LONGEST_HEADING || line.text.codePoints().noneMatch(c -> Character.isLetter(c) || c == '§')) {
                return 0;
            }
            for (int i = 0; i < LARGER.length; i++) {
                if (body > 0 && line.size >= body * LARGER[i]) {
                    return i + 1;
                }
            }
            return 0;
        }

        /** A word that the line broke is made whole. */
        private static void join(StringBuilder paragraph, String text) {
            int last = paragraph.length() - 1;
            boolean broken = last > 0 && (paragraph.charAt(last) == '-' || paragraph.charAt(last) == '\u00AD')
                    && Character.isLetter(paragraph.charAt(last - 1)) && Character.isLowerCase(text.charAt(0));
            if (broken) {
                paragraph.setLength(last);
            } else if (last >= 0) {
                paragraph.append(' ');
            }
            paragraph.append(text);
        }

        private void flush(StringBuilder paragraph, int level, int page) throws IOException {
            String said = paragraph.toString();
            paragraph.setLength(0);
            if (level > 0 || PlainText.isHeading(said)) {
                into.heading(level > 0 ? level : LARGER.length + 1, said, page, 0);
            } else {
                into.add(Block.Shape.PROSE, said, page, 0);
            }
        }
    }
}
