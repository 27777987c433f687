package dev.katman.launch;

import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.Map;

/** Whether there is a screen to open a window on. */
final class Screen {
    private static final Logger LOG = LoggerFactory.getLogger(Screen.class);

    private Screen() {
    }

    /** Starts JavaFX if there is a screen, or if the headless platform is asked for. */
    static boolean start(Map<String, String> environment) {
        if (!isLikely(environment)) {
            return false;
        }
        try {
            Platform.startup(() -> { });
            return true;
        } catch (RuntimeException | UnsatisfiedLinkError e) { // JavaFX wraps what its start-up thread threw
            LOG.warn("no window can open here", e);
            return false;
        }
    }

    /** On Linux a window needs one of two variables; asking GTK without them would only print complaints of its own. */
    static boolean isLikely(Map<String, String> environment) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return headless || !linux || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
