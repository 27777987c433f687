package dev.katman.documents;

import dev.katman.conversation.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Real files of every kind, named so that the name tells nothing. */
class DocumentReaderTest {
    private static final String TURKISH = "Kira sözleşmesi bir yıl için yapılmıştır.\nIşık, ısı ve su giderleri kiracıya aittir.";

    @TempDir
    private Path folder;

    private final DocumentReader reader = new DocumentReader();

    private Document read(Path file) {
        assertThat(reader.read(file, Progress.NONE, new Cancellation())).singleElement().isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reader.read(file, Progress.NONE, new Cancellation()).getFirst()).document();
    }

    private Document read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("file.bin"), text));
    }

    @Test
    void aTextHasParagraphsUnderItsHeadings() throws IOException {
        Document document = read("1. Genel Hükümler\n\nİlk paragraf\niki satırdır.\n\nMADDE 2\n\nKira her ayın beşinde ödenir.\n\f\nİkinci sayfa.");
        assertThat(document.kind()).isEqualTo(Kind.TEXT);
        assertThat(document.blocks()).extracting(Block::shape, Block::text, b -> b.place().line(), b -> b.place().page(), b -> b.place().heading())
                .containsExactly(tuple(Block.Shape.HEADING, "1. Genel Hükümler", 1, 0, ""),
                        tuple(Block.Shape.PROSE, "İlk paragraf\niki satırdır.", 3, 0, "1. Genel Hükümler"),
                        tuple(Block.Shape.HEADING, "MADDE 2", 6, 0, ""),
                        tuple(Block.Shape.PROSE, "Kira her ayın beşinde ödenir.", 8, 1, "MADDE 2"),
                        tuple(Block.Shape.PROSE, "İkinci sayfa.", 10, 2, "MADDE 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1254", "ISO-8859-9", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void lettersAreReadAsTheyWereWritten(String charset) throws IOException {
        Document document = read(Files.write(folder.resolve("a"), TURKISH.getBytes(Charset.forName(charset))));
        assertThat(document.text()).isEqualTo(TURKISH);
    }

    @Test
    void cyrillicIsNotTakenForTurkish() throws IOException {
        String russian = "Договор аренды заключён сроком на один год. Арендатор оплачивает свет, воду и отопление каждый месяц.";
        assertThat(read(Files.write(folder.resolve("a"), russian.getBytes(Charset.forName("windows-1251")))).text()).isEqualTo(russian);
    }

    @Test
    void markdownKeepsItsHeadingsListsAndCode() throws IOException {
        Document document = read("# Kılavuz\n\nGiriş **önemli**.\n\n## Kurulum\n\n- bir\n- iki\n\n```java\nint a = 1;\n```\n");
        assertThat(document.kind()).isEqualTo(Kind.MARKDOWN);
        assertThat(document.blocks()).extracting(Block::shape, Block::text, b -> b.place().line(), b -> b.place().heading()).containsExactly(
                tuple(Block.Shape.HEADING, "Kılavuz", 1, ""), tuple(Block.Shape.PROSE, "Giriş **önemli**.", 3, "Kılavuz"),
                tuple(Block.Shape.HEADING, "Kurulum", 5, "Kılavuz"), tuple(Block.Shape.PROSE, "- bir", 7, "Kılavuz › Kurulum"),
                tuple(Block.Shape.PROSE, "- iki", 8, "Kılavuz › Kurulum"),
                tuple(Block.Shape.LINES, "```java\nint a = 1;\n```", 10, "Kılavuz › Kurulum"));
    }

    @Test
    void codeStandsUnderItsDeclarations() throws IOException {
        Document document = read("import os\n\nclass Ledger:\n    def settle(self, need):\n        self.used += need\n        return self.used\n");
        assertThat(document.kind()).isEqualTo(Kind.CODE);
        assertThat(document.blocks().getLast().place().heading()).isEqualTo("class Ledger › def settle(self, need)");
        assertThat(document.blocks().getLast().text()).isEqualTo("def settle(self, need):\n        self.used += need\n        return self.used");
    }

    @Test
    void aTableHasItsColumnsOverEachRow() throws IOException {
        Document document = read("ad;şehir;tutar\n\"Yılmaz; Ayşe\";İzmir;1.250,50\nDemir Can;Muş;90\n");
        assertThat(document.kind()).isEqualTo(Kind.CSV);
        assertThat(document.blocks()).extracting(Block::text, b -> b.place().line(), b -> b.place().heading()).containsExactly(
                tuple("ad | şehir | tutar", 1, ""), tuple("Yılmaz; Ayşe | İzmir | 1.250,50", 2, "ad | şehir | tutar"),
                tuple("Demir Can | Muş | 90", 3, "ad | şehir | tutar"));
    }

    @Test
    void whatOnlyLookedLikeATableIsText() throws IOException {
        Document document = read("ad;tutar\n\"çay\"lık;10\n");
        assertThat(document.kind()).isEqualTo(Kind.TEXT);
        assertThat(document.text()).isEqualTo("ad;tutar\n\"çay\"lık;10");
    }

    @Test
    void jsonHasALineForEachValueUnderItsPath() throws IOException {
        Document document = read("{\"orders\": [{\"id\": 7, \"lines\": [{\"name\": \"çay\"}]},\n {\"id\": 8}], \"total\": 2}");
        assertThat(document.kind()).isEqualTo(Kind.JSON);
        assertThat(document.blocks()).extracting(Block::text, b -> b.place().line(), b -> b.place().heading()).containsExactly(
                tuple("id: 7\nlines[0].name: çay", 1, "orders[0]"),
                tuple("id: 8", 2, "orders[1]"), tuple("2", 2, "total"));
    }

    @Test
    void jsonLinesAreJsonToo() throws IOException {
        assertThat(read("{\"id\":1,\"text\":\"bir\"}\n{\"id\":2,\"text\":\"iki\"}\n").kind()).isEqualTo(Kind.JSON);
    }

    @Test
    void aPageShowsWhatAReaderSees() throws IOException {
        Document document = read("<!DOCTYPE html><html><head><title>x</title><script>var secret = 1;</script></head><body><h1>Fiyatlar</h1>"
                + "<p>Çay <b>10</b> lira.</p>\n<table><tr><th>ad</th><th>fiyat</th></tr><tr><td>simit</td><td>15</td></tr></table>"
                + "<pre>a\n  b</pre></body></html>");
        assertThat(document.kind()).isEqualTo(Kind.HTML);
        assertThat(document.blocks()).extracting(Block::text, b -> b.place().heading()).containsExactly(tuple("Fiyatlar", ""),
                tuple("Çay 10 lira.", "Fiyatlar"), tuple("ad | fiyat", "Fiyatlar"), tuple("simit | 15", "Fiyatlar"),
                tuple("a\n  b", "Fiyatlar"));
    }

    @Test
    void aPdfHasPagesAndHeadings() throws IOException {
        Document document = read(Made.pdf(folder.resolve("a.txt"), List.of(
                List.of("# Kira Sözleşmesi", "Işık ve ısı giderleri kiracıya aittir; ödemeler her ayın beşinci gününde yapılır ve gecikme "
                        + "hâlinde yüzde iki fark alınır.", "İkinci paragraf kısadır."),
                List.of("# Depozito", "Depozito otuz gün içinde geri verilir."))));
        assertThat(document.kind()).isEqualTo(Kind.PDF);
        assertThat(document.blocks()).extracting(Block::shape, b -> b.place().page(), b -> b.place().heading(), Block::text).containsExactly(
                tuple(Block.Shape.HEADING, 1, "", "Kira Sözleşmesi"),
                tuple(Block.Shape.PROSE, 1, "Kira Sözleşmesi", "Işık ve ısı giderleri kiracıya aittir; ödemeler her ayın beşinci gününde "
                        + "yapılır ve gecikme hâlinde yüzde iki fark alınır."),
                tuple(Block.Shape.PROSE, 1, "Kira Sözleşmesi", "İkinci paragraf kısadır."),
                tuple(Block.Shape.HEADING, 2, "", "Depozito"),
                tuple(Block.Shape.PROSE, 2, "Depozito", "Depozito otuz gün içinde geri verilir."));
    }

    @Test
    void aPagesNumberIsNoTextAndASectionsIsAHeading() throws IOException {
        String text = "Kiracı her ayın beşine kadar kirayı öder ve makbuzunu saklar.";
        Document document = read(Made.pdf(folder.resolve("a.pdf"), List.of(
                List.of("# § 7", text, "- 1 -"), List.of("12 / 60", "# § 8", text), List.of("İş 4", text, "%42"))));
        assertThat(document.blocks()).extracting(Block::shape, b -> b.place().page(), b -> b.place().heading(), Block::text).containsExactly(
                tuple(Block.Shape.HEADING, 1, "", "§ 7"), tuple(Block.Shape.PROSE, 1, "§ 7", text),
                tuple(Block.Shape.HEADING, 2, "", "§ 8"), tuple(Block.Shape.PROSE, 2, "§ 8", text),
                tuple(Block.Shape.PROSE, 3, "§ 8", "İş 4"), tuple(Block.Shape.PROSE, 3, "§ 8", text), tuple(Block.Shape.PROSE, 3, "§ 8", "%42"));
    }

    @Test
    void aDocxHasHeadingsByStyleAndRowsOfItsTables() throws IOException {
        Document document = read(Made.docx(folder.resolve("a.txt"), """
                <w:p><w:pPr><w:pStyle w:val="Balk1"/></w:pPr><w:r><w:t>Rapor</w:t></w:r></w:p>
                <w:p><w:r><w:t xml:space="preserve">Gelir </w:t></w:r><w:r><w:t>arttı</w:t></w:r><w:del><w:r><w:delText>azaldı</w:delText></w:r></w:del>
                  <w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>yıl</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>gelir</w:t></w:r></w:p></w:tc></w:tr>
                  <w:tr><w:tc><w:p><w:r><w:t>2025</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>40 milyon</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""));
        assertThat(document.kind()).isEqualTo(Kind.DOCX);
        assertThat(document.blocks()).extracting(Block::shape, Block::text, b -> b.place().heading()).containsExactly(
                tuple(Block.Shape.HEADING, "Rapor", ""), tuple(Block.Shape.PROSE, "Gelir arttı", "Rapor"),
                tuple(Block.Shape.LINES, "yıl | gelir", "Rapor"), tuple(Block.Shape.LINES, "2025 | 40 milyon", "Rapor"));
    }

    @Test
    void aFolderIsReadFileByFileAndSaysWhatItLeftOut() throws IOException {
        Files.createDirectories(folder.resolve("rapor/2025/.git"));
        Files.writeString(folder.resolve("rapor/b.txt"), "İkinci.");
        Files.writeString(folder.resolve("rapor/2025/a.md"), "# Bir\n\nBirinci.");
        Files.writeString(folder.resolve("rapor/2025/.git/config"), "gizli");
        Files.write(folder.resolve("rapor/c.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
        var told = new ArrayList<Double>();
        List<Reading> readings = reader.read(folder.resolve("rapor"), (name, done) -> told.add(done), new Cancellation());
        assertThat(readings).extracting(Reading::name).containsExactly("rapor/2025/a.md", "rapor/b.txt", "rapor/c.png");
        assertThat(readings.getLast()).isEqualTo(new Reading.Unread("rapor/c.png", Reading.Reason.BINARY));
        assertThat(told).isSorted().last().satisfies(done -> assertThat(done).isLessThanOrEqualTo(1));
    }

    @Test
    void aLongTextFromAMessageHasItsStructure() {
        Document document = reader.pasted("message", "# Bir\n\nMetin.\n\n# İki\n\nBaşka metin.");
        assertThat(document.kind()).isEqualTo(Kind.PASTED);
        assertThat(document.blocks()).extracting(b -> b.place().heading()).containsExactly("", "Bir", "", "İki");
        assertThat(document.bytes()).isEqualTo("# Bir\n\nMetin.\n\n# İki\n\nBaşka metin.".getBytes(StandardCharsets.UTF_8).length);
    }
}
