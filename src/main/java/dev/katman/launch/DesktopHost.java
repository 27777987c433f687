package dev.katman.launch;

import dev.katman.catalog.Catalog;
import dev.katman.cli.Host;
import dev.katman.cli.Refusal;
import dev.katman.cli.Session;
import dev.katman.journal.BackupException;
import dev.katman.journal.Erasure;
import dev.katman.journal.JournalException;
import dev.katman.sandbox.Pace;
import dev.katman.settings.DataFolder;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys;
import dev.katman.settings.Preferences;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.Reopening;
import dev.katman.ui.kit.Services;
import dev.katman.ui.shell.NotOpened;
import dev.katman.ui.shell.Window;
import dev.katman.words.Words;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Gives the commands what they ask for: the program on its data, a window, a tour. */
class DesktopHost implements Host {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopHost.class);

    private final Path home;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Words words;
    private final boolean terminal;

    DesktopHost(Path home, Map<String, String> environment, Clock clock, Words words, boolean terminal) {
        this.home = home;
        this.environment = environment;
        this.clock = clock;
        this.words = words;
        this.terminal = terminal;
    }

    @Override
    public Session open(boolean sandbox) throws Refusal {
        App app = app(sandbox, terminal ? Pace.HUMAN : Pace.INSTANT);
        app.warmUp();
        return new Session(app.offer(), app.exchange(), app.policies(), app.providers(), app.journal(), app.ledger(), app.clock(), words, home,
                 app.notices(), app::close);
    }

    @Override
    public boolean window(boolean sandbox) throws Refusal {
        if (!Screen.isLikely(environment)) {
            return false;
        }
        Platform.setImplicitExit(false); // between a window and its successor there is none
        Screen screen = Screen.starting();
        try {
            new Openings(opener(sandbox, screen)).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
        return screen.isThere();
    }

    private Openings.Opener opener(boolean sandbox, Screen screen) {
        return new Openings.Opener() {
            @Override
            public Optional<Openings.Ending> untilClosed() throws Refusal, InterruptedException {
                return DesktopHost.this.untilClosed(sandbox, screen);
            }

            @Override
            public boolean isTriedAgain(Refusal why) throws InterruptedException {
                return screen.isThere() && DesktopHost.this.isTriedAgain(why);
            }

            @Override
            public void erase(Erasure what) {
                DesktopHost.this.erase(what);
            }
        };
    }

    private Optional<Openings.Ending> untilClosed(boolean sandbox, Screen screen) throws Refusal, InterruptedException {
        var ending = new AtomicReference<Openings.Ending>();
        try (App app = app(sandbox, Pace.HUMAN)) {
            if (!screen.isThere()) {
                return Optional.empty();
            }
            Screen.untilClosed(stage -> {
                new Window(services(app, erase -> {
                    ending.set(new Openings.Ending(erase));
                    stage.close();
                }, app.notices())).show(stage);
                Screen.onceItStands(app::warmUp);
            });
        }
        return Optional.ofNullable(ending.get());
    }

    /** Who starts the program from a menu sees no terminal: says there, in a window, why it does not open. */
    boolean isTriedAgain(Refusal why) throws InterruptedException {
        var again = new AtomicBoolean();
        Screen.untilClosed(stage ->
                NotOpened.show(stage, new Look(Theme.SYSTEM, Preferences.USUAL_TEXT), words.texts(), why.getMessage(), () -> again.set(true)));
        return again.get();
    }

    /** What cannot be erased is still there when the window opens again, and the log says why. */
    private void erase(Erasure what) {
        Preferences preferences = Preferences.load(home);
        try {
            Archive.erase(home, what, new Keys(home, environment, preferences, KeyStore.system()), preferences, clock);
        } catch (DataFolder.Unusable | IOException | KeyStore.Unavailable | RuntimeException e) {
            LOG.error("not all could be erased", e);
        }
    }

    @Override
    public void backup(Path file) throws Refusal {
        archived(file, () -> {
            Archive.backup(home, file.toAbsolutePath(), clock);
            return file;
        });
    }

    @Override
    public Optional<Path> restore(Path file) throws Refusal {
        return archived(file, () -> Archive.restore(home, file.toAbsolutePath(), clock));
    }

    /** What is done with the whole of the data and a file beside it. */
    private interface Archiving<T> {
        T run() throws DataFolder.Unusable, BackupException, IOException;
    }

    /** Says in one sentence why it could not be done. */
    private <T> T archived(Path file, Archiving<T> work) throws Refusal {
        try {
            return work.run();
        } catch (DataFolder.Unusable e) {
            throw new Refusal(1, words.folder(e, home), e);
        } catch (JournalException e) {
            throw new Refusal(1, words.journal(e, home), e);
        } catch (BackupException e) {
            throw new Refusal(1, words.backup(e, file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder could not be let go", e);
        }
    }

    @Override
    public Catalog catalog() {
        return Catalogues.in(home, words, notice -> { });
    }

    @Override
    public ZoneId zone() {
        return clock.getZone();
    }

    @Override
    public boolean hasScreen() {
        return Screen.isLikely(environment);
    }

    @Override
    public int tour(Path folder) throws Refusal {
        return new Tour(environment, words).into(folder);
    }

    private App app(boolean sandbox, Pace pace) throws Refusal {
        try {
            return App.open(home, environment, clock, Preferences.load(home), KeyStore.system(), words, sandbox, pace);
        } catch (DataFolder.Unusable e) {
            throw new Refusal(1, words.folder(e, home), e);
        } catch (JournalException e) {
            throw new Refusal(1, words.journal(e, home), e);
        }
    }

    static Services services(App app, Reopening reopening, List<String> notices) {
        return new Services(app.exchange(), app.journal(), app.search(), app.ledger(), app.offer(), app.limits(), app.preferences(),
                app.policies(), app.providers(), app.proxies(), app.home(), app.clock(), reopening, notices);
    }
}
