package dev.katman.launch;

import dev.katman.catalog.Catalog;
import dev.katman.cli.Host;
import dev.katman.cli.Refusal;
import dev.katman.cli.Session;
import dev.katman.journal.JournalException;
import dev.katman.sandbox.Pace;
import dev.katman.settings.DataFolder;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Preferences;
import dev.katman.ui.kit.Services;
import dev.katman.ui.shell.Window;
import dev.katman.words.Words;
import javafx.application.Platform;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Gives the commands what they ask for: the program on its data, a window, a tour. */
class DesktopHost implements Host {
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
        return new Session(app.offer(), app.exchange(), app.policies(), app.providers(), app.journal(), app.ledger(), app.clock(), words, home,
                 app.notices(), app::close);
    }

    @Override
    public boolean window(boolean sandbox) throws Refusal {
        if (!Screen.start(environment)) {
            return false;
        }
        try (App app = app(sandbox, Pace.HUMAN)) {
            var closed = new CountDownLatch(1);
            Platform.runLater(() -> {
                var stage = new Stage();
                stage.setOnHidden(event -> closed.countDown());
                new Window(services(app, app.notices())).show(stage);
            });
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
        return true;
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

    static Services services(App app, List<String> notices) {
        return new Services(app.exchange(), app.journal(), app.search(), app.ledger(), app.offer(), app.preferences(), app.policies(), app.providers(),
                app.proxies(), app.home(), app.clock(), notices);
    }
}
