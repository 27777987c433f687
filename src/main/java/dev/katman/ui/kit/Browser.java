package dev.katman.ui.kit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens a page of the web in the reader's own browser. */
public final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private Browser() {
    }

    /**
     * Opens it; does nothing where there is no browser.
     *
     * @param page http or https; anything else is refused, since it could start a program
     */
    public static void open(URI page) {
        if (!"http".equalsIgnoreCase(page.getScheme()) && !"https".equalsIgnoreCase(page.getScheme())) {
            LOG.warn("not a page of the web, not opened: {}", page.getScheme());
            return;
        }
        Thread.ofVirtual().name("browser").start(() -> {
            try {
                new ProcessBuilder(command(System.getProperty("os.name").toLowerCase(Locale.ROOT), page.toASCIIString()))
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            } catch (IOException e) {
                LOG.warn("no browser could be started", e);
            }
        });
    }

    /** The system's own opener, by argument list, so that no shell reads the address. */
    static List<String> command(String system, String address) {
        return system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : system.contains("mac") ? List.of("open", address) : List.of("xdg-open", address);
    }
}
