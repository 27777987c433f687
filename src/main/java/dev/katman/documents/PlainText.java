package dev.katman.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;

/** Plain text: paragraphs between blank lines, pages between form feeds, and headings as people type them. */
final class PlainText implements TextFormat {
    private static final int LONGEST_HEADING = 90;
    /** "3.2 Cooling", "MADDE 7", "Bölüm 2: …", "Chapter IV", "§ 5". */
    private static final Pattern NUMBERED = Pattern.compile("(?:(?:\\d{1,2}\\.){1,4}(?:\\d{1,2})?|[IVX]{1,5}\\.)\\s+\\p{Lu}.*"
            + "|(?:MADDE|Madde|BÖLÜM|Bölüm|KISIM|Kısım|EK|CHAPTER|Chapter|SECTION|Section|ARTICLE|Article|PART|Part|APPENDIX|Appendix|§)"
            + "\\s*[–-]?\\s*(?:\\d+|[IVXLC]+|[A-Z])\\b.*");
    private static final Pattern RULE = Pattern.compile("[=~*_-]{3,}");

    @Override
    public void read(BufferedReader text, Blocks into) throws IOException {
        var lines = new Lines(text);
        var paragraph = new StringBuilder();
        int began = 0;
        int rows = 0;
        int page = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            into.live();
            if (line.indexOf('\f') >= 0) {
                page = Math.max(page, 1);
                flush(paragraph, rows, page, began, into);
                rows = 0;
                page++;
                line = line.replace("\f", "");
            }
            String said = line.strip();
            boolean underlined = rows == 1 && RULE.matcher(said).matches() && paragraph.length() <= LONGEST_HEADING;
            if (underlined) {
                into.heading(said.charAt(0) == '=' ? 1 : 2, paragraph.toString(), page, began);
                paragraph.setLength(0);
                rows = 0;
            } else if (said.isEmpty()) {
                flush(paragraph, rows, page, began, into);
                rows = 0;
            } else {
                if (rows == 0) {
                    began = lines.number();
                }
                paragraph.append(rows == 0 ? "" : "\n").append(said);
                rows++;
                if (paragraph.length() > Cutter.LONGEST_PARAGRAPH) {
                    flush(paragraph, rows, page, began, into);
                    rows = 0;
                }
            }
        }
        flush(paragraph, rows, page, began, into);
    }

    private static void flush(StringBuilder paragraph, int rows, int page, int began, Blocks into) throws Unreadable {
        String said = paragraph.toString();
        paragraph.setLength(0);
        if (rows == 1 && isHeading(said)) {
            into.heading(level(said), said, page, began);
        } else {
            into.add(Block.Shape.PROSE, said, page, began);
        }
    }

    /** Whether a line that stands alone is one. */
    static boolean isHeading(String line) {
        if (line.length() > LONGEST_HEADING || line.isEmpty() || ".,;:!?".indexOf(line.charAt(line.length() - 1)) >= 0) {
            return false;
        }
        boolean shouted = line.codePoints().filter(Character::isLetter).count() >= 4
                && line.codePoints().filter(Character::isLetter).noneMatch(Character::isLowerCase);
        return shouted || NUMBERED.matcher(line).matches();
    }

    /** "3.2.1 …" is of the third level. */
    private static int level(String heading) {
        int dots = 0;
        for (int i = 0; i < heading.length() && (Character.isDigit(heading.charAt(i)) || heading.charAt(i) == '.'); i++) {
            boolean parts = heading.charAt(i) == '.' && i + 1 < heading.length() && Character.isDigit(heading.charAt(i + 1));
            dots += parts ? 1 : 0;
        }
        return 1 + dots;
    }
}
