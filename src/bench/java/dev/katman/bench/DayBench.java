package dev.katman.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.katman.conversation.ConversationId;
import dev.katman.journal.Journal;
import dev.katman.launch.BenchHouse;
import dev.katman.sandbox.Pace;
import dev.katman.settings.Language;
import dev.katman.ui.settings.Section;
import dev.katman.settings.Theme;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A day of use, pressed into minutes: the real window on the sandbox, by a clock that runs thirty times as fast. Somebody asks, reads on
 * while the answer comes, stops one, edits one, looks for what was said, looks at what was spent and decided, changes the settings, deletes
 * and takes back. Told for each half hour of that day: what stays on the heap, threads, nodes, how long the window stood still, and what
 * the log complains of. {@code mvn -Pbench process-classes -Dbench=dev.katman.bench.DayBench}
 */
public final class DayBench {
    private static final int FASTER = 30;
    private static final Duration DAY = Duration.ofHours(8);
    private static final Duration SPAN = Duration.ofMinutes(30);
    /** Two dropped frames and a bit: what the eye sees. */
    private static final double STILL_MILLIS = 50;
    private static final List<String> ASKED = List.of("Merhaba!", "Thanks, that helps.", "Bugün ne pişirsem?", "Translate \"good morning\" into Turkish.",
            "Write a short note that says I will be late.", "Bu cümleyi daha nazik söyle: Hemen gönder.", "Explain what a mutex is in three sentences.",
            "Write a Java method that merges two sorted lists, with its tests.", "İki şehir arasında trenle mi, otobüsle mi gitmeli? Tablo yap.",
            "Compare B-trees and LSM trees for a write-heavy load, step by step.", "Prove that the square root of 3 is irrational and explain every step.",
            "Design a rate limiter for several servers that share one budget; discuss what fails, and prove that it is fair.");
    private static final List<String> SOUGHT = List.of("merge", "tren", "ozet", "mutex", "irrational", "zzz", "tablo", "limiter");

    private final BenchHouse house;
    private final Window window;
    private final Clock clock;
    private final Random random;
    private final Stillness still = new Stillness();
    private final Complaints complaints;
    private int acts;

    private DayBench(BenchHouse house, Window window, Clock clock, Random random, Complaints complaints) {
        this.house = house;
        this.window = window;
        this.clock = clock;
        this.random = random;
        this.complaints = complaints;
    }

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("katman-bench");
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 20261130;
        System.out.println("seed " + seed);
        var complaints = Complaints.heard();
        WindowBench.startUnseen(false);
        var clock = new FastClock(Instant.parse("2026-11-30T08:00:00Z"));
        try (var house = BenchHouse.open(home, clock, Pace.HUMAN)) {
            Window window = WindowBench.onScreen(() -> {
                var made = new Window(house.services());
                made.show(new Stage());
                made.firstStep(Optional.empty()); // over before the day begins
                return made;
            });
            new DayBench(house, window, clock, new Random(seed), complaints).live();
            WindowBench.onScreen(() -> {
                window.scene().getWindow().hide();
                return null;
            });
        } finally {
            Platform.exit();
            WindowBench.delete(home);
        }
        System.out.println(complaints.all());
    }

    private void live() {
        WindowBench.onScreen(() -> {
            still.start();
            return null;
        });
        Instant end = clock.instant().plus(DAY);
        Instant next = clock.instant().plus(SPAN);
        while (clock.instant().isBefore(end)) {
            act();
            acts++;
            pause(400 + random.nextInt(2_500));
            if (clock.instant().isAfter(next)) {
                tell();
                next = next.plus(SPAN);
            }
        }
    }

    private void act() {
        int what = random.nextInt(100);
        if (what < 45) {
            ask();
        } else if (what < 55) {
            open();
        } else if (what < 62) {
            seek();
        } else if (what < 74) {
            screen(() -> window.page(pick(List.of(Page.values()))));
        } else if (what < 80) {
            screen(() -> window.settings(pick(List.of(Section.values()))));
        } else if (what < 84) {
            run("palette");
            type("#palette-line", "th");
            run("palette");
        } else if (what < 87) {
            run("stop");
        } else if (what < 90) {
            run("editLast");
            type("#composer", pick(ASKED));
            run("send");
        } else if (what < 93) {
            open();
            run("deleteConversation");
            pause(500);
            if (random.nextBoolean()) {
                run("undoDeletion");
            }
        } else if (what < 95) {
            screen(() -> window.theme(random.nextBoolean() ? Theme.LIGHT : Theme.DARK));
        } else if (what < 97) {
            screen(() -> window.language(pick(List.of(Language.values()))));
        } else if (what < 98) {
            screen(() -> window.textSize(pick(List.of(90, 100, 110, 125))));
        } else {
            run("help");
            pause(300);
            run("help");
        }
    }

    private void ask() {
        if (random.nextInt(3) == 0) {
            screen(window::fresh);
        }
        screen(() -> window.page(Page.CHAT));
        String text = pick(ASKED);
        if (random.nextInt(12) == 0) {
            text = "Sum this up.\n\n" + (text + " ").repeat(300);
        }
        type("#composer", text);
        run("send");
        pause(2_000 + random.nextInt(4_000));
    }

    private void open() {
        List<ConversationId> all = journal().archive().conversations();
        if (!all.isEmpty()) {
            screen(() -> window.open(pick(all)));
        }
    }

    private void seek() {
        screen(() -> window.page(Page.CHAT));
        String word = pick(SOUGHT);
        for (int i = 1; i <= word.length(); i++) {
            type("#search", word.substring(0, i));
            pause(120);
        }
        pause(800);
        type("#search", "");
    }

    private void type(String field, String text) {
        screen(() -> {
            if (window.scene().lookup(field) instanceof TextInputControl there) {
                there.setText(text);
            }
        });
    }

    private void run(String action) {
        screen(() -> window.run(action));
    }

    private static void screen(Runnable act) {
        WindowBench.onScreen(() -> {
            act.run();
            return null;
        });
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Journal journal() {
        return house.services().journal();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the day was broken off", e);
        }
    }

    private void tell() {
        String stood = WindowBench.onScreen(still::taken);
        int nodes = WindowBench.onScreen(() -> nodes(window.scene().getRoot()));
        double heap = WindowBench.used() / 1e6;
        WindowBench.onScreen(still::taken); // what that took is not the window's
        int said = journal().archive().conversations().stream().mapToInt(id -> journal().messages(id).size()).sum();
        System.out.printf(Locale.ROOT, "%s: %d acts, %d messages, heap %.1f MB, %d threads, %d nodes, %s, %s%n",
                clock.instant(), acts, said, heap, ManagementFactory.getThreadMXBean().getThreadCount(), nodes, stood,
                complaints.taken());
    }

    private static int nodes(Node node) {
        return 1 + (node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().mapToInt(DayBench::nodes).sum() : 0);
    }

    /** How often and how long no frame came. Of the FX thread. */
    private static final class Stillness extends AnimationTimer {
        private long before;
        private int frames;
        private int stood;
        private double longest;

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            double millis = (time - before) / 1e6;
            if (before != 0) {
                frames++;
                stood += millis > STILL_MILLIS ? 1 : 0;
                longest = Math.max(longest, millis);
            }
            before = time;
        }

        String taken() {
            String told = String.format(Locale.ROOT, "%d frames, %d over %.0f ms, the longest %.0f ms", frames, stood, STILL_MILLIS, longest);
            frames = 0;
            stood = 0;
            longest = 0;
            before = 0;
            return told;
        }
    }

    /** What the log says that is more than news. */
    private static final class Complaints extends AppenderBase<ILoggingEvent> {
        private final Map<String, Integer> counts = new TreeMap<>();
        private int since;

        static Complaints heard() {
            var heard = new Complaints();
            heard.start();
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(heard);
            return heard;
        }

        @Override
        protected synchronized void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                counts.merge(event.getLevel() + " " + event.getLoggerName() + ": " + event.getMessage(), 1, Integer::sum);
                since++;
            }
        }

        synchronized String taken() {
            String told = since + " complaints";
            since = 0;
            return told;
        }

        synchronized String all() {
            return counts.toString();
        }
    }

    /** Runs faster than time does. */
    private static final class FastClock extends Clock {
        private final Instant start;
        private final long nanos = System.nanoTime();

        FastClock(Instant start) {
            this.start = start;
        }

        @Override
        public Instant instant() {
            return start.plusNanos((System.nanoTime() - nanos) * FASTER);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Istanbul");
        }

        @Override
        public Clock withZone(ZoneId other) {
            throw new UnsupportedOperationException("one clock, one zone");
        }
    }
}
