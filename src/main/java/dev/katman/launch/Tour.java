package dev.katman.launch;

import dev.katman.cli.Refusal;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.sandbox.Pace;
import dev.katman.settings.DataFolder;
import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Theme;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import dev.katman.words.Words;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Drives the real window on the headless platform, on data of its own in a folder that is thrown away, with the sandbox as the only
 * provider, and photographs each page and what stands on it: light and dark, English and Turkish, in three sizes.
 */
final class Tour {
    /** The first choice refuses and its backup is cut off in mid-answer, so that both can be seen. */
    private static final String FAULTS = "gpt-oss-120b=429;llama-3.3-70b=cut:40";
    private static final String QUESTION =
            "Write a SQL query that finds, per user, the longest run of consecutive days with a login. Explain why it is correct.";
    private static final List<List<String>> TALKS = List.of(
            List.of("""
                    Summarise in two sentences: The tenant pays the rent by the fifth of each month. A delay of more than ten days costs \
                    two percent. The deposit is returned within thirty days after the keys. Repairs under 500 TL are the tenant's."""),
            List.of("Nasreddin Hoca'dan kısa bir fıkra anlatır mısın?", "Peki bundan ne ders çıkar?"),
            List.of("Akşama ne pişirsem? Evde kabak ve yoğurt var."),
            List.of(QUESTION, "Teşekkürler! Şunu bir cümleyle özetle: Her kullanıcının giriş günleri numaralanır. Gün ile sıra "
                    + "numarasının farkı kesintisiz bir dizide değişmez. Bu fark diziyi adlandırır."));
    /** What was said on the days before, so that there is a past to look into. */
    private static final List<List<String>> EARLIER = List.of(
            List.of("İyi akşamlar, nasılsın?", "Write a Python function that merges two sorted lists.",
                    "Translate into Turkish: The early bird catches the worm.", "Explain step by step how a B-tree splits a full node."),
            List.of("Bana İstanbul üzerine dört dizelik bir şiir yaz.", "Extract every e-mail address: write to a@example.com or b@example.com.",
                    "Write a Python script that reads a CSV file and draws a histogram of one column.",
                    "Prove that the square root of 2 is irrational and explain every step of the proof."),
            List.of("Merhaba! Bugün hava çok güzel.", "Compare quicksort and mergesort for linked lists.",
                    "Şu cümleyi kısalt: Toplantının salı gününe alınmasına karar verilmiş bulunmaktadır."));
    /** Slow enough that times can be told apart on a time line, fast enough not to be waited for. */
    private static final Pace PACE = new Pace(Duration.ofMillis(40), Duration.ofMillis(1));
    /** Long enough for a page to load from the journal, lay itself out and be drawn in software. */
    private static final long SETTLE_MILLIS = 450;
    /** Likewise where the past must be decided again first. */
    private static final long SETTLE_LONG_MILLIS = 1_200;

    private final Map<String, String> environment;
    private final Words words;

    Tour(Map<String, String> environment, Words words) {
        this.environment = environment;
        this.words = words;
    }

    private record Size(String name, double width, double height) {
    }

    /** The headless screen holds a thousand lines of pixels and no more, so the large picture is a little lower than 1080. */
    private static final List<Size> SIZES = List.of(new Size("", 1360, 860), new Size("-small", 900, 600), new Size("-large", 1920, 998));

    /** @return how many pictures were written */
    int into(Path folder) throws Refusal {
        Path home;
        try {
            Files.createDirectories(folder);
            home = Files.createTempDirectory("katman-tour");
        } catch (IOException e) {
            throw new Refusal(1, words.texts().get("cli.tour.folder", folder), e);
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var withFaults = new HashMap<>(environment);
        withFaults.put("KATMAN_SANDBOX_FAULTS", FAULTS);
        Platform.startup(() -> { });
        Platform.setImplicitExit(false); // between two windows there is none
        try {
            for (int i = 0; i < EARLIER.size(); i++) {
                liveThrough(home, EARLIER.get(i), EARLIER.size() - i);
            }
            try (App app = App.open(home, withFaults, SteadyClock.from(Clock.systemDefaultZone()), Preferences.load(home), words, true, PACE)) {
                return photograph(app, folder);
            }
        } catch (DataFolder.Unusable e) {
            throw new Refusal(1, words.folder(e, home), e);
        } catch (UncheckedIOException e) {
            throw new Refusal(1, words.texts().get("cli.tour.folder", folder), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            Platform.exit();
            delete(home);
        }
    }

    /** A day of the past, lived through for real, only faster. */
    private void liveThrough(Path home, List<String> messages, int daysAgo) throws DataFolder.Unusable {
        Clock then = Clock.offset(Clock.systemDefaultZone(), Duration.ofDays(-daysAgo));
        try (App app = App.open(home, environment, SteadyClock.from(then), Preferences.load(home), words, true, Pace.INSTANT)) {
            for (String message : messages) {
                app.exchange().send(new Ask(message), event -> { }, new Cancellation());
            }
        }
    }

    private int photograph(App app, Path folder) throws InterruptedException {
        List<Answer> answers = talk(app);
        Answer hard = answers.stream().filter(a -> a.record().text().equals(QUESTION)).findFirst().orElseThrow();
        int pictures = 0;
        for (Language language : Language.values()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                app.preferences().language(language);
                app.preferences().theme(theme);
                var stage = onScreen(Stage::new);
                var window = onScreen(() -> {
                    var made = new Window(DesktopHost.services(app, List.of()));
                    made.show(stage);
                    return made;
                });
                for (Size size : SIZES) {
                    onScreen(() -> {
                        stage.setX(0); // what stands lower or further right does not fit on that screen
                        stage.setY(0);
                        stage.setWidth(size.width());
                        stage.setHeight(size.height());
                        return null;
                    });
                    String suffix = size.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + "-"
                            + language.name().toLowerCase(Locale.ROOT) + ".png";
                    for (View view : views(window, hard)) {
                        onScreen(() -> {
                            view.show().run();
                            return null;
                        });
                        Thread.sleep(view.settle());
                        onScreen(() -> {
                            view.last().run();
                            return null;
                        });
                        write(onScreen(() -> window.scene().snapshot(null)), folder.resolve(view.name() + suffix));
                        pictures++;
                    }
                }
                onScreen(() -> {
                    stage.hide();
                    return null;
                });
            }
        }
        return pictures;
    }

    /**
     * What is photographed.
     *
     * @param settle milliseconds until it stands
     * @param last   done just before the picture is taken
     */
    private record View(String name, Runnable show, long settle, Runnable last) {
        View(String name, Runnable show) {
            this(name, show, SETTLE_MILLIS, () -> { });
        }
    }

    /** In this order: each leaves the window so that the next one can go on. */
    private static List<View> views(Window window, Answer hard) {
        Scene scene = window.scene();
        return List.of(
                new View("welcome", window::fresh),
                new View("chat", () -> window.open(hard.conversation())),
                new View("chat-pinned", () -> {
                    window.fresh();
                    pin(scene);
                    ((TextArea) scene.lookup("#composer")).setText(QUESTION);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("decisions", () -> {
                    ((TextArea) scene.lookup("#composer")).clear();
                    press(scene, "#unpin");
                    window.open(hard.record().id());
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("decisions-end", () -> { }, SETTLE_MILLIS, () -> ((ScrollPane) scene.lookup(".path-pane")).setVvalue(1)),
                new View("decisions-filtered", () -> filter(scene, "ozet")),
                new View("decisions-unmatched", () -> filter(scene, "ozet zebra")),
                new View("what-if", () -> {
                    filter(scene, "");
                    press(scene, "#what-if-chip");
                    press(scene, "#what-if-strict");
                    ((Slider) scene.lookup("#what-if-local")).setValue(0.7);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("what-if-end", () -> { }, SETTLE_MILLIS, () -> ((ScrollPane) scene.lookup(".path-pane")).setVvalue(1)),
                new View("judge", () -> {
                    press(scene, "#what-if-back");
                    press(scene, "#judge-chip");
                }),
                new View("path", () -> press(scene, "#judge-chip")),
                new View("usage", () -> window.page(Page.USAGE), SETTLE_LONG_MILLIS, () -> { }));
    }

    private static void press(Scene scene, String id) {
        ((ButtonBase) scene.lookup(id)).fire();
    }

    private static void filter(Scene scene, String text) {
        ((TextField) scene.lookup("#decisions-filter")).setText(text);
    }

    /** Takes the first model of the composer's submenu. */
    private static void pin(Scene scene) {
        var choice = (MenuButton) scene.lookup("#tier-choice");
        choice.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast).findFirst()
                .ifPresent(models -> models.getItems().getLast().fire());
    }

    private static List<Answer> talk(App app) {
        var answers = new ArrayList<Answer>();
        for (List<String> talk : TALKS) {
            ConversationId conversation = null;
            for (String message : talk) {
                var ask = new Ask(message);
                Answer answer = app.exchange().send(conversation == null ? ask : ask.in(conversation), event -> { }, new Cancellation());
                conversation = answer.conversation();
                answers.add(answer);
            }
        }
        return answers;
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try {
            if (!ImageIO.write(picture, "png", file.toFile())) {
                throw new IOException("no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T onScreen(Callable<T> work) throws InterruptedException {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window did not do as it was told", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
