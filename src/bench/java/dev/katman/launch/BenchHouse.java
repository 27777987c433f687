package dev.katman.launch;

import dev.katman.settings.DataFolder;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Texts;
import dev.katman.sandbox.Pace;
import dev.katman.ui.kit.Services;
import dev.katman.words.Words;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The real program on a folder of its own, for benchmarks of its window. */
public final class BenchHouse implements AutoCloseable {
    private final App app;

    private BenchHouse(App app) {
        this.app = app;
    }

    public static BenchHouse open(Path home) {
        return open(home, SteadyClock.from(Clock.systemDefaultZone()), Pace.INSTANT);
    }

    /** @param pace of the sandbox */
    public static BenchHouse open(Path home, Clock clock, Pace pace) {
        try {
            return new BenchHouse(App.open(home, Map.of(), clock, Preferences.load(home), KeyStore.none(), new Words(Texts.in(Language.EN)), true, pace));
        } catch (DataFolder.Unusable e) {
            throw new IllegalStateException("the folder of the benchmark cannot be used", e);
        }
    }

    public Services services() {
        return DesktopHost.services(app, erase -> { }, List.of());
    }

    @Override
    public void close() {
        app.close();
    }
}
