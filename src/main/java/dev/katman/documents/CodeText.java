package dev.katman.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;

/** Code: a block for each stretch between blank lines, under the declaration that it belongs to. */
final class CodeText implements TextFormat {
    private static final Pattern DECLARATION = Pattern.compile("(?i)^(?<indent>\\s{0,8})(?:(?:public|private|protected|static|final"
            + "|abstract|sealed|async|export|default|pub|internal|open|override)\\s+){0,5}"
            + "(?:class|interface|enum|record|struct|trait|impl|def|func|function|fn|module|namespace|object"
            + "|create\\s+(?:or\\s+replace\\s+)?(?:table|view|function|procedure|index))\\s+[\\p{L}_].*");

    @Override
    public void read(BufferedReader text, Blocks into) throws IOException {
        var lines = new Lines(text);
        var stretch = new StringBuilder();
        int began = 1;
        for (String line = lines.next(); line != null; line = lines.next()) {
            into.live();
            var declared = DECLARATION.matcher(line);
            boolean declares = declared.matches();
            if (declares || line.isBlank() || stretch.length() > Cutter.LONGEST_PARAGRAPH) {
                into.add(Block.Shape.LINES, stretch.toString(), 0, began);
                stretch.setLength(0);
            }
            if (declares) {
                into.under(declared.group("indent").isEmpty() ? 1 : 2, line.strip().replaceAll("\\s*[{:(]?$", ""));
            }
            if (!line.isBlank()) {
                if (stretch.isEmpty()) {
                    began = lines.number();
                }
                stretch.append(stretch.isEmpty() ? "" : "\n").append(line);
            }
        }
        into.add(Block.Shape.LINES, stretch.toString(), 0, began);
    }
}
