package dev.katman.documents;

import dev.katman.context.Sentences;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A DOCX: the text of its main part, its headings by their style, a line for each row of a table; then its notes. Deleted text, field codes
 * and the second version of drawings are left out. Only those parts are unpacked.
 */
final class DocxFile implements FileFormat {
    static final String MAIN = "word/document.xml";
    private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|başlık) ([1-9])");
    private static final Set<String> LEFT_OUT = Set.of("del", "moveFrom", "instrText", "delText", "Fallback", "pPrChange", "rPrChange");
    private static final int TITLE = 1;

    @Override
    public void read(Path file, Blocks into) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            Map<String, Integer> levels = zip.getEntry("word/styles.xml") == null ? Map.of() : levels(zip, into);
            for (String part : new String[] {MAIN, "word/footnotes.xml", "word/endnotes.xml"}) {
                ZipEntry entry = zip.getEntry(part);
                if (entry != null) {
                    text(zip, entry, levels, into);
                }
            }
        } catch (XMLStreamException e) {
            throw Unreadable.in(e).orElseGet(() -> broken(e));
        }
    }

    private static Unreadable broken(XMLStreamException e) {
        var broken = new Unreadable(Reading.Reason.BROKEN);
        broken.initCause(e);
        return broken;
    }

    private static XMLStreamReader parser(InputStream stream) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(stream);
    }

    /** The level of each style that is a heading's: style names are the same in every language of Word, their identifiers are not. */
    private static Map<String, Integer> levels(ZipFile zip, Blocks into) throws IOException, XMLStreamException {
        var levels = new HashMap<String, Integer>();
        ZipEntry entry = zip.getEntry("word/styles.xml");
        try (InputStream stream = new Inflated(zip.getInputStream(entry), entry, into.bounds())) {
            XMLStreamReader xml = parser(stream);
            String style = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("style")) {
                    style = String.valueOf(attribute(xml, "styleId"));
                } else if (xml.getLocalName().equals("name")) {
                    String name = String.valueOf(attribute(xml, "val"));
                    Matcher heading = HEADING.matcher(name);
                    if (heading.matches()) {
                        levels.put(style, Integer.parseInt(heading.group(1)));
                    } else if (name.equalsIgnoreCase("title")) {
                        levels.put(style, TITLE);
                    }
                } else if (xml.getLocalName().equals("outlineLvl") && attribute(xml, "val") != null) {
                    levels.putIfAbsent(style, Integer.parseInt(attribute(xml, "val")) + 1);
                }
            }
        }
        return levels;
    }

    private static void text(ZipFile zip, ZipEntry entry, Map<String, Integer> levels, Blocks into) throws IOException, XMLStreamException {
        try (InputStream stream = into.watched(new Inflated(zip.getInputStream(entry), entry, into.bounds()), entry.getSize())) {
            XMLStreamReader xml = parser(stream);
            var part = new Part(levels, into);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> part.start(xml);
                    case XMLStreamConstants.END_ELEMENT -> part.end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> part.characters(xml.getText());
                    default -> { } // comments and the like say nothing
                }
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Makes blocks of the elements of one part. */
    private static final class Part {
        private final Map<String, Integer> levels;
        private final Blocks into;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder row = new StringBuilder();
        private int level;
        private int tables;
        private int leftOut;
        private boolean said;

        Part(Map<String, Integer> levels, Blocks into) {
            this.levels = levels;
            this.into = into;
        }

        void start(XMLStreamReader xml) {
            String name = xml.getLocalName();
            if (leftOut > 0 || LEFT_OUT.contains(name)) {
                leftOut++;
                return;
            }
            switch (name) {
                case "t" -> said = true;
                case "tab" -> text.append(text.isEmpty() ? "" : " ");
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                case "pStyle" -> level = levels.getOrDefault(attribute(xml, "val"), 0);
                case "tbl" -> tables++;
                default -> { } // layout
            }
        }

        void characters(String characters) {
            if (said && leftOut == 0) {
                text.append(characters);
            }
        }

        void end(String name) throws Unreadable {
            if (leftOut > 0) {
                leftOut--;
                return;
            }
            switch (name) {
                case "t" -> said = false;
                case "p" -> paragraph();
                case "tc" -> row.append(Sentences.BETWEEN_CELLS);
                case "tr" -> row();
                case "tbl" -> tables--;
                default -> { } // layout
            }
        }

        private void paragraph() throws Unreadable {
            if (tables > 0) {
                row.append(row.isEmpty() || row.charAt(row.length() - 1) == ' ' ? "" : " ").append(text.toString().strip());
            } else if (level > 0) {
                into.heading(level, text.toString(), 0, 0);
            } else {
                into.add(Block.Shape.PROSE, text.toString(), 0, 0);
            }
            text.setLength(0);
            level = 0;
        }

        private void row() throws Unreadable {
            String cells = row.toString().replaceAll("(?: \\| )+$", "");
            row.setLength(0);
            into.add(Block.Shape.LINES, cells, 0, 0);
        }
    }
}
