package dev.katman.launch;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
import dev.katman.conversation.ConversationId;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Kind;
import dev.katman.exchange.Ask;
import dev.katman.exchange.Preparer;
import dev.katman.exchange.WholeDocument;
import dev.katman.journal.PreparationGoal;
import dev.katman.launch.TourViews.View;
import dev.katman.ui.shell.Window;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A document that the worker prepares, from what it would take to what it comes to, for the tour. */
final class TourPreparing {
    private static final int FLATS = 60;
    private static final int CLAUSES = 3_000;
    private static final long SETTLE_MILLIS = 700;
    private static final PreparationGoal SUMMARY = new PreparationGoal.Summary();

    private final Window window;
    private final ConversationId asked;
    private final ConversationId summed;
    private final ConversationId tabulated;
    private final ConversationId half;

    private TourPreparing(Window window, ConversationId asked, ConversationId summed, ConversationId tabulated, ConversationId half) {
        this.window = window;
        this.asked = asked;
        this.summed = summed;
        this.tabulated = tabulated;
        this.half = half;
    }

    /** Has a document that was asked about, one of which a summary was made, one of which a table was, and one that is half done. */
    static Function<Window, List<View>> prepared(App app) {
        Document dues = read("aidat-defteri.md", dues());
        ConversationId summed = prepare(app, WholeDocument.of(read("yönetim-planı.md", plan(40))), SUMMARY, "Şu belgenin tamamını özetle: yönetim-planı.md");
        ConversationId tabulated = prepare(app, WholeDocument.of(dues), new PreparationGoal.Table(List.of(new Column("tarih", Column.Kind.DATE),
                        new Column("tutar", Column.Kind.NUMBER))),
                "Şu belgeden bir tablo çıkar: aidat-defteri.md (tarih, tutar)");
        ConversationId half = begin(app, WholeDocument.of(read("büyük-sözleşme.md", plan(CLAUSES))));
        var last = new AtomicReference<ConversationId>();
        return window -> {
            ConversationId asked = ask(app);
            Optional.ofNullable(last.getAndSet(asked)).ifPresent(app.journal()::delete);
            return new TourPreparing(window, asked, summed, tabulated, half).views();
        };
    }

    /** Asks about a document that was never there: what was proposed for another is kept with that. */
    private static ConversationId ask(App app) {
        Document dues = read("aidat-defteri.md", dues() + "\n\n" + app.clock().instant());
        return app.exchange().send(new Ask("Yedi numaralı dairenin aidatı ne kadar?").with(List.of(dues)), event -> { }, new Cancellation()).conversation();
    }

    private static Document read(String name, String text) {
        return new Document(name, Kind.MARKDOWN, text.length(), new DocumentReader().pasted(name, text).blocks());
    }

    private static String dues() {
        return "# Aidat defteri\n\n" + IntStream.rangeClosed(1, FLATS).mapToObj(flat -> "Daire %d, aidatını %d Mart 2026 günü %d.%d00 TL olarak yatırdı."
                .formatted(flat, flat % 28 + 1, 1 + flat % 4, flat % 10)).collect(Collectors.joining("\n\n"));
    }

    private static String plan(int clauses) {
        return "# Yönetim planı\n\n" + IntStream.rangeClosed(1, clauses).mapToObj(clause -> "Madde %d. Ortak yerlerin bakımı yönetime aittir; gideri %s ayında"
                .formatted(clause, List.of("ocak", "nisan", "temmuz", "ekim").get(clause % 4)) + " arsa payına göre bölüşülür ve kararı kurul verir.")
                .collect(Collectors.joining("\n\n"));
    }

    private static ConversationId prepare(App app, WholeDocument document, PreparationGoal goal, String text) {
        Preparer preparer = app.exchange().preparer();
        return preparer.run(preparer.begin(Optional.empty(), document, goal, text), progress -> { }, new Cancellation()).row().document().conversation();
    }

    private static ConversationId begin(App app, WholeDocument document) {
        Preparer preparer = app.exchange().preparer();
        var pause = new Cancellation();
        return preparer.run(preparer.begin(Optional.empty(), document, SUMMARY, "Şu belgenin tamamını özetle: büyük-sözleşme.md"), progress -> {
            if (progress.waiting().isPresent()) {
                pause.cancel();
            }
        }, pause).row().document().conversation();
    }

    private List<View> views() {
        Scene scene = window.scene();
        return List.of(
                new View("prepare-chip", () -> window.open(asked), SETTLE_MILLIS, () -> scene.lookup(".sources-toggle") != null && listed(scene), () -> {
                    TourViews.press(scene.lookup("#chat"), KeyCode.ESCAPE, false);
                    TourViews.press(scene.lookup("#chat"), KeyCode.HOME, false);
                }),
                new View("prepare-document", () -> fire(scene, ".enclosed-name"), SETTLE_MILLIS, () -> stages(".passages").findAny().isPresent(), () -> { },
                        () -> stages(".passages").findFirst().map(Stage::getScene)),
                new View("prepare-table", () -> {
                    stages(".passages").toList().forEach(Stage::close);
                    prepare(scene, true);
                }, SETTLE_MILLIS,
                        () -> said("#prepare-proposal"), () -> { }, TourPreparing::dialog),
                new View("prepare-proposed", () -> fire("#prepare-propose"), SETTLE_MILLIS, () -> in("#prepare-begin").filter(begin ->
                        !begin.isDisabled()).isPresent(), () -> { }, TourPreparing::dialog),
                new View("prepare-bad", () -> ((TextArea) in("#prepare-columns").orElseThrow()).appendText("\ntarih"), SETTLE_MILLIS, () -> true, () -> { },
                        TourPreparing::dialog),
                new View("prepare-summary", () -> {
                    close();
                    prepare(scene, false);
                }, SETTLE_MILLIS, () -> in("#prepare-begin").filter(begin -> !begin.isDisabled()).isPresent(), () -> { }, TourPreparing::dialog),
                new View("prepared-summary", () -> {
                    close();
                    window.open(summed);
                }, SETTLE_MILLIS, () -> scene.lookup(".prepared") != null, () -> { }),
                new View("prepared-table", () -> window.open(tabulated), SETTLE_MILLIS, () -> scene.lookup(".prepared-table") != null, () -> { }),
                new View("preparing-paused", () -> window.open(half), SETTLE_MILLIS, () -> scene.lookup("#prepare-goOn") != null, () -> { }),
                new View("preparing", () -> fire(scene, "#prepare-goOn"), SETTLE_MILLIS, () -> scene.lookup("#prepare-pause") != null, () -> { }),
                new View("preparing-pausing", () -> { }, 0, () -> pausesInMidCall(scene), () -> { }),
                new View("preparing-rests", () -> { }, SETTLE_MILLIS, () -> Optional.ofNullable(scene.lookup("#prepare-goOn")).filter(Node::isVisible)
                        .isPresent(), () -> { }));
    }

    /** What waits for room pauses at once, what is at work when its piece is done. */
    private static boolean pausesInMidCall(Scene scene) {
        boolean atWork = scene.getRoot().lookupAll(".preparation .label").stream().map(Labeled.class::cast).map(Labeled::getText)
                .anyMatch(text -> text.split(" · ").length == 2); // how far it is and how long it takes, and not what it waits for
        if (atWork) {
            fire(scene, "#prepare-pause");
        }
        return atWork;
    }

    /** Whether the open conversation stands in the list, which is read anew where that was not in it. */
    private static boolean listed(Scene scene) {
        return scene.lookup("#conversations") instanceof ListView<?> list && list.getSelectionModel().getSelectedItem() != null;
    }

    /** @param table the last of the menu; above it stands the summary */
    private static void prepare(Scene scene, boolean table) {
        List<MenuItem> items = ((MenuButton) scene.lookup(".enclosed .prepare")).getItems();
        items.get(items.size() - (table ? 1 : 2)).fire();
    }

    private static Stream<Stage> stages(String holding) {
        return javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(stage -> stage.getScene().lookup(holding) != null);
    }

    private static Optional<Scene> dialog() {
        return stages("#prepare-begin").findFirst().map(Stage::getScene);
    }

    private static Optional<Node> in(String selector) {
        return dialog().map(scene -> scene.lookup(selector));
    }

    private static boolean said(String selector) {
        return in(selector).filter(label -> !((Labeled) label).getText().isEmpty()).isPresent();
    }

    private static void fire(String selector) {
        in(selector).ifPresent(button -> ((ButtonBase) button).fire());
    }

    private static void fire(Scene scene, String selector) {
        Optional.ofNullable(scene.lookup(selector)).ifPresent(button -> ((ButtonBase) button).fire());
    }

    private static void close() {
        stages("#prepare-begin").toList().forEach(Stage::close);
    }
}
