package dev.katman.ui.shell;

import dev.katman.settings.Preferences;
import javafx.beans.value.ObservableDoubleValue;

import java.util.function.Consumer;

/** Which of the two columns beside the chat are shown. Of the FX thread. */
final class Folds {
    /** Narrower than this the limits fold by themselves, so that the chat keeps a readable width. */
    private static final double ROOM_FOR_LIMITS = 1100;
    private static final String SIDE = "window.side";
    private static final String LIMITS = "window.limits";

    private final Preferences preferences;
    private final Consumer<Runnable> keep;
    private final Runnable changed;
    private boolean side;
    private boolean limits;

    /**
     * @param keep    runs what writes a preference, on another thread
     * @param changed hears when something folds or unfolds
     */
    Folds(Preferences preferences, ObservableDoubleValue width, Consumer<Runnable> keep, Runnable changed) {
        this.preferences = preferences;
        this.keep = keep;
        this.changed = changed;
        side = wanted(SIDE);
        limits = wanted(LIMITS);
        width.addListener((value, before, now) -> {
            if (before.doubleValue() < ROOM_FOR_LIMITS != now.doubleValue() < ROOM_FOR_LIMITS) {
                limits = now.doubleValue() >= ROOM_FOR_LIMITS && wanted(LIMITS);
                changed.run();
            }
        });
    }

    boolean side() {
        return side;
    }

    boolean limits() {
        return limits;
    }

    void side(boolean shown) {
        side = shown;
        want(SIDE, shown);
    }

    void limits(boolean shown) {
        limits = shown;
        want(LIMITS, shown);
    }

    private void want(String name, boolean shown) {
        changed.run();
        keep.accept(() -> preferences.put(name, String.valueOf(shown)));
    }

    private boolean wanted(String name) {
        return preferences.get(name).map(Boolean::parseBoolean).orElse(true);
    }
}
