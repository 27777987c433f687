package dev.katman.exchange;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Progress;
import dev.katman.documents.Reading;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.Fitting;
import dev.katman.journal.KeptDocument;
import dev.katman.journal.PreparationGoal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** A document of the library in a conversation: found in, counted and prepared as if it had come with it. */
class LibraryTest {
    private static final String CLAUSE = "Bahçenin bakımı kiracıya aittir; sulama sabahları yapılır ve gideri ortak hesaptan karşılanır.\n\n";
    private static final String QUESTION = "Depozito ne zaman iade edilir? Adım adım gerekçelendir.";

    @TempDir
    private Path home;
    private Rig rig;
    private Document file;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(home);
        file = read(Files.writeString(home.resolve("kira.md"), "# Bahçe\n\n" + CLAUSE.repeat(200)
                + "## Depozito\n\nDepozito kırk beş gün içinde faiziyle iade edilir.\n\n## Sulama\n\n" + CLAUSE.repeat(200)));
        rig.exchange.library().keep(List.of(file));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Document read(Path file) {
        return ((Reading.Read) new DocumentReader().read(file, Progress.NONE, new Cancellation()).getFirst()).document();
    }

    private DocumentId id() {
        return rig.exchange.library().all().getFirst().id();
    }

    private Document kept() {
        return rig.exchange.library().find(id()).orElseThrow();
    }

    private static Ask deep(String text) {
        return new Ask(Optional.empty(), text, Optional.of(Tier.DEEP), Optional.of("gpt-oss-120b"));
    }

    private void tellsOfTheDeposit(Answer answer) {
        Fitting fitting = rig.journal.documents().fitting(answer.record().id());
        assertThat(fitting.sources()).anySatisfy(source -> {
            assertThat(source.document()).isEqualTo(id());
            assertThat(source.text()).contains("kırk beş gün");
        });
    }

    @Test
    void anyConversationFindsInItAlsoLaterAndAfterARestart() {
        assertThat(rig.exchange.library().all()).extracting(KeptDocument::name).containsExactly("kira.md");
        ConversationId first = rig.send(deep(QUESTION).with(List.of(kept()))).conversation();
        rig.clock.move(Duration.ofMinutes(5));
        ConversationId second = rig.send(deep("Sulama ne zaman?").with(List.of(kept()))).conversation();
        assertThat(List.of(first, second)).allSatisfy(where ->
                assertThat(rig.journal.documents().of(where)).extracting(DocumentRow::id).containsExactly(id()));
        rig.journal.delete(first);
        rig.close();
        rig.clock.move(Duration.ofMinutes(5));
        rig = new Rig(home, rig.catalog, rig.clock);
        tellsOfTheDeposit(rig.send(deep(QUESTION).in(second)));
        rig.clock.move(Duration.ofMinutes(5));
        tellsOfTheDeposit(rig.send(deep(QUESTION).in(second).with(List.of(kept()))));
    }

    @Test
    void itIsCountedBeforeItIsSentAsTheFileIs() {
        long foreseen = rig.exchange.preview(deep(QUESTION).with(List.of(kept()))).tokens();
        assertThat(foreseen).isEqualTo(rig.exchange.preview(deep(QUESTION).with(List.of(file))).tokens());
        assertThat(rig.send(deep(QUESTION).with(List.of(kept()))).record().calls().getFirst().reserved().tokens()).isEqualTo(foreseen);
    }

    @Test
    void whatWasPreparedOfTheFileIsNotPaidAgainForTheSameInTheLibrary() {
        var goal = new PreparationGoal.Summary();
        MessageId begun = rig.exchange.preparer().begin(Optional.empty(), WholeDocument.of(kept()), goal, "Özetle");
        assertThat(rig.exchange.preparer().find(WholeDocument.of(file), goal)).contains(begun);
        assertThat(rig.exchange.preparer().price(WholeDocument.of(kept()), goal)).isEqualTo(rig.exchange.preparer().price(WholeDocument.of(file), goal));
        assertThat(rig.journal.preparations().find(begun).orElseThrow().document().id()).isEqualTo(id());
    }

    @Test
    void aDocumentOfAConversationGoesIntoTheLibrary() throws IOException {
        Document note = read(Files.writeString(home.resolve("not.txt"), "Toplantı salı günü."));
        ConversationId where = rig.send(new Ask("Ne yazıyor?").with(List.of(note))).conversation();
        DocumentId sent = rig.journal.documents().of(where).getFirst().id();
        assertThat(rig.exchange.library().keep(sent)).isTrue();
        rig.journal.delete(where);
        assertThat(rig.exchange.library().find(sent).orElseThrow().text()).isEqualTo("Toplantı salı günü.");
        rig.exchange.library().remove(List.of(sent));
        rig.exchange.library().erase(List.of(sent));
        assertThat(rig.exchange.library().keep(sent)).isFalse();
    }
}
