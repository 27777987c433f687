package dev.katman.ui.shell;

import dev.katman.settings.Preferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.Optional;
import java.util.function.Consumer;

/** Where the window stands and how large it is, kept from one start to the next. Of the FX thread. */
final class StagePlace {
    private static final String NAME = "window.place";
    /** As much of the window must lie on a screen, in pixels each way, or it could not be reached with the mouse. */
    private static final double REACHABLE = 80;

    private final Stage stage;
    private final Consumer<String> keep;
    private Kept kept;
    private String written = "";

    /** What is kept: the bounds that the window has when it does not fill the screen. */
    private record Kept(Rectangle2D bounds, boolean maximized) {
        static Optional<Kept> parse(String text) {
            String[] parts = text.split(" ");
            try {
                return parts.length != 5 ? Optional.empty() : Optional.of(new Kept(new Rectangle2D(Double.parseDouble(parts[0]),
                        Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3])),
                        Boolean.parseBoolean(parts[4])));
            } catch (IllegalArgumentException e) { // no number, or a size below nothing: as if nothing had been kept
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return bounds.getMinX() + " " + bounds.getMinY() + " " + bounds.getWidth() + " " + bounds.getHeight() + " " + maximized;
        }
    }

    /** @param keep writes down what is to be kept */
    private StagePlace(Stage stage, Consumer<String> keep) {
        this.stage = stage;
        this.keep = keep;
    }

    /** Puts the window, which is not shown yet, where it was; if there is still a screen. */
    static StagePlace restored(Stage stage, Preferences preferences, Consumer<String> keep) {
        var place = new StagePlace(stage, keep);
        preferences.get(NAME).flatMap(Kept::parse).filter(kept -> isReachable(kept.bounds())).ifPresent(kept -> {
            stage.setX(kept.bounds().getMinX());
            stage.setY(kept.bounds().getMinY());
            stage.setWidth(kept.bounds().getWidth());
            stage.setHeight(kept.bounds().getHeight());
            stage.setMaximized(kept.maximized());
            place.kept = kept;
            place.written = kept.toString();
        });
        return place;
    }

    /** Under which name it is kept. */
    static String name() {
        return NAME;
    }

    private static boolean isReachable(Rectangle2D bounds) {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(screen ->
                overlap(bounds.getMinX(), bounds.getMaxX(), screen.getMinX(), screen.getMaxX()) >= REACHABLE
                        && overlap(bounds.getMinY(), bounds.getMaxY(), screen.getMinY(), screen.getMaxY()) >= REACHABLE);
    }

    private static double overlap(double from, double to, double otherFrom, double otherTo) {
        return Math.min(to, otherTo) - Math.max(from, otherFrom);
    }

    /** Called every second, and at the end. */
    void look() {
        if (stage.isIconified() || !stage.isShowing()) {
            return;
        }
        boolean large = stage.isMaximized() || stage.isFullScreen();
        var bounds = large && kept != null ? kept.bounds()
                : new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        kept = new Kept(bounds, stage.isMaximized());
        if (!kept.toString().equals(written)) {
            written = kept.toString();
            keep.accept(written);
        }
    }
}
