package dev.katman.launch;

import dev.katman.cli.CommandLineRunner;
import dev.katman.cli.Console;
import dev.katman.settings.DataFolder;
import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Texts;
import dev.katman.words.Words;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** The way in. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Path home = DataFolder.locate(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        System.setProperty("katman.home", home.toString()); // logback.xml writes its file there
        System.setProperty("java.awt.headless", "true"); // it draws formulas in memory; the screen is JavaFX's alone
        System.setProperty("java.net.useSystemProxies", "true"); // read once, before the first request
        Console console = console();
        Texts texts = Texts.in(language(home));
        var host = new DesktopHost(home, environment, SteadyClock.from(Clock.systemDefaultZone()), new Words(texts), console.terminal());
        int status = new CommandLineRunner(host, console, texts, home).run(arguments);
        console.out().flush();
        System.exit(status); // JavaFX or a connection pool may still have a thread of its own
    }

    private static Console console() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), terminal);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The language chosen in the window, else the system's; an unreadable choice must not keep us from saying what is wrong. */
    private static Language language(Path home) {
        try {
            return Preferences.load(home).language();
        } catch (UncheckedIOException e) {
            return Language.of(Locale.getDefault());
        }
    }
}
