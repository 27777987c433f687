package dev.katman.launch;

import dev.katman.cli.Refusal;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Journal;
import dev.katman.launch.TourViews.View;
import dev.katman.sandbox.Pace;
import dev.katman.settings.DataFolder;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Theme;
import dev.katman.ui.shell.Window;
import dev.katman.words.Words;
import javafx.application.Platform;
import javafx.stage.Stage;

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
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Drives the real window on the headless platform, on data of its own in a folder that is thrown away, with the sandbox as the only
 * provider, and photographs each page and what stands on it: light and dark, English and Turkish, in three sizes.
 */
final class Tour {
    /** So long it is asked whether a view stands, each time after a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);
    /** The first choice refuses and its backup is cut off in mid-answer, so that both can be seen. */
    private static final String FAULTS = "gpt-oss-120b=429;llama-3.3-70b=cut:40";
    static final String QUESTION =
            "Write a SQL query that finds, per user, the longest run of consecutive days with a login. Explain why it is correct.";
    /** Neither easy nor hard: after a busy hour the deep brain is kept for harder ones. */
    private static final String CONTESTED = "Write a Python script that reads a CSV file and draws a histogram of one column.";
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
    /** So that the made-up weeks are the same every time. */
    private static final long PAST = 4;

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

    /** What is put into a folder before the program opens it. */
    private interface Past {
        void into(Path home) throws DataFolder.Unusable;
    }

    /**
     * A part of the tour, on data of its own.
     *
     * @param views once the program is open: what is to be seen in a window
     */
    private record Part(Past before, Function<App, Function<Window, List<View>>> views) {
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
        Platform.startup(() -> { });
        Platform.setImplicitExit(false); // between two windows there is none
        try {
            int pictures = 0;
            for (Part part : List.of(
                    new Part(home -> { }, app -> window -> TourViews.fresh(app, window)),
                    new Part(this::someDays, app -> {
                        keep(app);
                        Answer hard = talk(app).stream().filter(a -> a.record().text().equals(QUESTION)).findFirst().orElseThrow();
                        return window -> TourViews.talked(window, hard);
                    }),
                    new Part(Tour::cutOff, TourActs::talked),
                    new Part(home -> { }, TourOpened::opened),
                    new Part(home -> { }, TourDocuments::asked),
                    new Part(home -> { }, TourPreparing::prepared),
                    new Part(Tour::everyBlock, app -> window -> TourViews.blocks(window, app.journal().conversations().getFirst().id())),
                    new Part(Tour::weeks, app -> {
                        Answer kept = app.exchange().send(new Ask(CONTESTED), event -> { }, new Cancellation());
                        return window -> TourUsage.used(window, kept);
                    }))) {
                pictures += see(part, folder);
            }
            return pictures + settings(folder);
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
        try {
            part.before().into(home);
            try (App app = App.open(home, withFaults, SteadyClock.from(Clock.systemDefaultZone()), Preferences.load(home), KeyStore.none(), words, true, PACE)) {
                return photograph(app, folder, part.views().apply(app));
            }
        } catch (DataFolder.Unusable e) {
            throw new Refusal(1, words.folder(e, home), e);
        } finally {
            delete(home);
        }
    }

    /** Without any key, so that the sandbox answers for want of one. */
    private int settings(Path folder) throws Refusal, IOException, InterruptedException {
        Path home = Files.createTempDirectory("katman-tour");
        Clock clock = SteadyClock.from(Clock.systemDefaultZone());
        try (var servers = new TourServers(clock)) {
            servers.standIn(home);
            try (App app = App.open(home, Map.of(), clock, Preferences.load(home), KeyStore.none(), words, false, PACE)) {
                return photograph(app, folder, TourSettings::settings);
            }
        } catch (DataFolder.Unusable e) {
            throw new Refusal(1, words.folder(e, home), e);
        } finally {
            delete(home);
        }
    }

    private void someDays(Path home) throws DataFolder.Unusable {
        for (int i = 0; i < EARLIER.size(); i++) {
            liveThrough(home, EARLIER.get(i), EARLIER.size() - i);
        }
    }

    private static void cutOff(Path home) {
        Clock clock = Clock.systemDefaultZone();
        try (Journal journal = Journal.open(home, clock.instant())) {
            TourActs.cutOff(journal, clock);
        }
    }

    private static void everyBlock(Path home) {
        Clock clock = Clock.systemDefaultZone();
        try (Journal journal = Journal.open(home, clock.instant())) {
            TourText.write(journal, clock.instant());
        }
    }

    private static void weeks(Path home) {
        Clock clock = Clock.systemDefaultZone();
        try (Journal journal = Journal.open(home, clock.instant())) {
            TourPast.write(journal, clock.instant(), clock.getZone(), new Random(PAST));
        }
    }

    /** A day of the past, lived through for real, only faster. */
    private void liveThrough(Path home, List<String> messages, int daysAgo) throws DataFolder.Unusable {
        Clock then = Clock.offset(Clock.systemDefaultZone(), Duration.ofDays(-daysAgo));
        try (App app = App.open(home, environment, SteadyClock.from(then), Preferences.load(home), KeyStore.none(), words, true, Pace.INSTANT)) {
            for (String message : messages) {
                app.exchange().send(new Ask(message), event -> { }, new Cancellation());
            }
        }
    }

    private int photograph(App app, Path folder, Function<Window, List<View>> views) throws InterruptedException {
        int pictures = 0;
        for (Language language : Language.values()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                app.preferences().language(language);
                app.preferences().theme(theme);
                var stage = Camera.onScreen(Stage::new);
                var window = Camera.onScreen(() -> {
                    var made = new Window(DesktopHost.services(app, erase -> { }, List.of()));
                    made.show(stage);
                    return made;
                });
                for (Size size : SIZES) {
                    Camera.onScreen(() -> {
                        stage.setX(0); // what stands lower or further right does not fit on that screen
                        stage.setY(0);
                        stage.setWidth(size.width());
                        stage.setHeight(size.height());
                        return null;
                    });
                    String suffix = size.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + "-"
                            + language.name().toLowerCase(Locale.ROOT) + ".png";
                    for (View view : views.apply(window)) {
                        Camera.onScreen(() -> {
                            view.show().run();
                            return null;
                        });
                        Thread.sleep(view.settle());
                        long patience = System.nanoTime() + PATIENCE.toNanos();
                        while (!Camera.onScreen(view.stands()::getAsBoolean) && System.nanoTime() < patience) {
                            Thread.sleep(Math.max(TourViews.GLANCE_MILLIS, view.settle()));
                        }
                        Camera.onScreen(() -> {
                            view.last().run();
                            return null;
                        });
                        Camera.write(Camera.onScreen(() -> Camera.take(view.seen().get().orElseGet(window::scene))), folder.resolve(view.name() + suffix));
                        pictures++;
                    }
                }
                Camera.onScreen(() -> {
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

    /** What was said on the days before is kept in order. */
    private static void keep(App app) {
        List<ConversationRow> rows = app.journal().shelf().all();
        app.journal().shelf().pin(rows.get(1).id(), true);
        for (ConversationRow row : rows.subList(4, 7)) {
            app.journal().shelf().move(row.id(), Optional.of("Python & SQL"));
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
