package dev.katman.launch;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Progress;
import dev.katman.documents.Reading;
import dev.katman.exchange.Ask;
import dev.katman.launch.TourViews.View;
import dev.katman.ui.shell.Window;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Documents: before they are sent, under the answer, and where a source stands, for the tour. */
final class TourDocuments {
    private static final int CLAUSES = 900;
    private static final int BROKEN = 512;
    private static final String DEPOSIT = "Madde %d. Kayıkhanenin depozitosu 7.000 TL'dir ve anahtar teslim edildikten sonra otuz gün içinde geri verilir.";
    private static final String OTHER = "Madde %d. Bahçenin bakımı kiracıya aittir; sulama %s yapılır ve gideri ortak hesaptan karşılanır.";
    private static final List<String> TIMES = List.of("her sabah", "iki günde bir", "yalnızca yazın", "hava kuruyunca");
    private static final long SETTLE_MILLIS = 900;

    private final Window window;
    private final ConversationId conversation;
    private final List<File> files;

    private TourDocuments(Window window, ConversationId conversation, List<File> files) {
        this.window = window;
        this.conversation = conversation;
        this.files = files;
    }

    /** Asks about a long document, and has two files ready: one that can be read and one that cannot. */
    static Function<Window, List<View>> asked(App app) {
        List<File> files = files();
        List<Document> documents = read(files.getFirst());
        shelf().forEach(file -> app.exchange().library().keep(read(file)));
        ConversationId conversation = app.exchange().send(new Ask("Kayıkhanenin depozitosu ne kadar ve ne zaman geri verilir?").with(documents),
                event -> { }, new Cancellation()).conversation();
        return window -> new TourDocuments(window, conversation, files).views();
    }

    private static List<Document> read(File file) {
        return new DocumentReader().read(file.toPath(), Progress.NONE, new Cancellation()).stream()
                .filter(Reading.Read.class::isInstance).map(reading -> ((Reading.Read) reading).document()).toList();
    }

    /** What is in the library besides. */
    private static List<File> shelf() {
        try {
            Path folder = Files.createTempDirectory("katman-tour-shelf");
            Path minutes = Files.writeString(folder.resolve("toplanti-tutanagi.txt"), "Toplantı salı günü yapıldı; çatının onarımı kararlaştırıldı.");
            Path dues = Files.writeString(folder.resolve("aidatlar-2026.csv"), "ay,tutar\nocak,1500\nşubat,1500\n");
            for (Path each : List.of(folder, minutes, dues)) {
                each.toFile().deleteOnExit();
            }
            return List.of(minutes.toFile(), dues.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the library of the tour", e);
        }
    }

    private static List<File> files() {
        try {
            Path folder = Files.createTempDirectory("katman-tour-files");
            Path contract = Files.writeString(folder.resolve("kira-sozlesmesi.md"), contract());
            Path broken = Files.write(folder.resolve("ruhsat.pdf"), new byte[BROKEN]);
            for (Path each : List.of(folder, contract, broken)) { // in the order that lets the folder go last
                each.toFile().deleteOnExit();
            }
            return List.of(contract.toFile(), broken.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the documents of the tour", e);
        }
    }

    private static String contract() {
        var text = new StringBuilder("# Kira sözleşmesi\n\n");
        for (int i = 1; i <= CLAUSES; i++) {
            text.append(i == CLAUSES * 2 / 3 ? DEPOSIT.formatted(i) : OTHER.formatted(i, TIMES.get(i % TIMES.size()))).append("\n\n");
        }
        return text.toString();
    }

    private List<View> views() {
        Scene scene = window.scene();
        return List.of(
                new View("sources", () -> window.open(conversation), SETTLE_MILLIS, () -> scene.lookup(".sources-toggle") != null, () -> { }),
                new View("sources-open", () -> fire(scene, ".sources-toggle"), SETTLE_MILLIS, () -> scene.lookup(".source") != null, () -> { }),
                new View("document", () -> fire(scene, ".source"), SETTLE_MILLIS, () -> beside().findAny().isPresent(), () -> { },
                        () -> beside().findFirst().map(Stage::getScene)),
                new View("library", () -> {
                    beside().toList().forEach(Stage::close);
                    ((MenuButton) scene.lookup("#attach")).getItems().getLast().fire();
                }, SETTLE_MILLIS, () -> beside().map(stage -> stage.getScene().lookup("#library")).anyMatch(table ->
                        table instanceof TableView<?> view && !view.getItems().isEmpty()), () -> { },
                        () -> beside().findFirst().map(Stage::getScene)),
                new View("attachments", () -> {
                    beside().toList().forEach(Stage::close);
                    fire(scene, ".sources-toggle");
                    window.fresh();
                    paste(scene);
                    TourViews.type(scene, "#composer", "Sözleşmeyi beş maddede özetle.");
                }, SETTLE_MILLIS, () -> attached(scene), () -> { }));
    }

    /** Whether just those files are there, and read; what comes back with a draft goes first. */
    private boolean attached(Scene scene) {
        List<Button> leave = scene.getRoot().lookupAll(".attachment .icon-button").stream().filter(Button.class::isInstance) // not the menu
                .map(Button.class::cast).toList();
        if (leave.size() > files.size()) {
            leave.getFirst().fire();
        }
        return leave.size() == files.size() && scene.lookup("#tier-choice") instanceof Labeled choice && choice.getText().contains("·"); // and what they cost
    }

    /** As a reader does who has copied the files elsewhere. */
    private void paste(Scene scene) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.FILES, files));
        TourViews.press(scene.lookup("#composer"), KeyCode.V, true);
    }

    private Stream<Stage> beside() {
        return javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(stage -> stage.getScene() != window.scene());
    }

    private static void fire(Scene scene, String selector) {
        Optional.ofNullable(scene.lookup(selector)).map(ButtonBase.class::cast).ifPresent(ButtonBase::fire);
    }
}
