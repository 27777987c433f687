package dev.katman.launch;

import dev.katman.cli.Refusal;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.journal.Journal;
import dev.katman.sandbox.Pace;
import dev.katman.settings.DataFolder;
import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Theme;
import dev.katman.ui.shell.Window;
import dev.katman.words.Words;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Drives the real window on the headless platform, on data of its own in a folder that is thrown away, with the sandbox as the only
 * provider, and photographs each page: light and dark, English and Turkish, in three sizes.
 */
final class Tour {
    /** One model is cut off in mid-answer, so that a fail-over can be seen. */
    private static final String FAULTS = "gpt-oss-120b=cut:40";
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
    /** So that the made-up past is the same in every picture. */
    private static final long PAST = 4;
    /** Long enough for a page to load from the journal, lay itself out and be drawn in software. */
    private static final long SETTLE_MILLIS = 450;

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

    /**
     * A part of the tour, on data of its own.
     *
     * @param before what is put into the folder before the program opens it
     * @param views  once the program is open: what is to be seen in a window, by the pictures' names
     */
    private record Part(Consumer<Path> before, Function<App, Function<Window, Map<String, Runnable>>> views) {
    }

    /** @return how many pictures were written */
    int into(Path folder) throws Refusal {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal(1, words.texts().get("cli.tour.folder", folder), e);
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> { });
        Platform.setImplicitExit(false); // between two windows there is none
        try {
            int pictures = 0;
            for (Part part : List.of(
                    new Part(home -> { }, app -> TourViews::fresh),
                    new Part(home -> { }, app -> {
                        Answer hard = talk(app).stream().filter(a -> a.record().text().equals(QUESTION)).findFirst().orElseThrow();
                        return window -> TourViews.chat(window, hard);
                    }),
                    new Part(Tour::past, app -> TourViews::usage))) {
                pictures += see(part, folder);
            }
            return pictures;
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(1, words.texts().get("cli.tour.folder", folder), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            Platform.exit();
        }
    }

    private int see(Part part, Path folder) throws Refusal, IOException, InterruptedException {
        var withFaults = new HashMap<>(environment);
        withFaults.put("KATMAN_SANDBOX_FAULTS", FAULTS);
        Path home = Files.createTempDirectory("katman-tour");
        part.before().accept(home);
        try (App app = App.open(home, withFaults, SteadyClock.from(Clock.systemDefaultZone()), Preferences.load(home), words, true, Pace.INSTANT)) {
            return photograph(app, folder, part.views().apply(app));
        } catch (DataFolder.Unusable e) {
            throw new Refusal(1, words.folder(e, home), e);
        } finally {
            delete(home);
        }
    }

    private static void past(Path home) {
        Clock clock = Clock.systemDefaultZone();
        try (Journal journal = Journal.open(home, clock.instant())) {
            TourPast.write(journal, clock.instant(), clock.getZone(), new Random(PAST));
        }
    }

    private int photograph(App app, Path folder, Function<Window, Map<String, Runnable>> views) throws InterruptedException {
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
                    for (var view : views.apply(window).entrySet()) {
                        onScreen(() -> {
                            view.getValue().run();
                            return null;
                        });
                        Thread.sleep(SETTLE_MILLIS);
                        write(onScreen(() -> window.scene().snapshot(null)), folder.resolve(view.getKey() + suffix));
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
