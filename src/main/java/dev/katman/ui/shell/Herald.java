package dev.katman.ui.shell;

import dev.katman.exchange.Answer;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.PlainText;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Tells of something on the screen while the window is not in front. Of the FX thread. */
final class Herald implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final Duration SHOWN = Duration.seconds(12);
    private static final double ICON = 32;
    /** Of a message, in a line that floats on the screen. */
    private static final int TOLD = 60;

    private final Stage stage;
    private final Look look;
    private Stage corner;

    Herald(Stage stage, Look look) {
        this.stage = stage;
        this.look = look;
    }

    /** A message that had waited was answered, or given up, while nobody looked. */
    void tell(Context context, Answer answer, Runnable clicked) {
        String title = switch (answer.result()) {
            case ANSWERED -> "ui.herald.answered";
            case UNANSWERED -> "ui.herald.unanswered";
            case PARKED, STOPPED -> ""; // it goes on waiting, or the reader knows
        };
        if (!title.isEmpty() && !isInFront()) {
            tell(context.text(title), context.text("ui.herald.message", brief(answer.record().text())), clicked);
        }
    }

    private static String brief(String text) {
        return PlainText.brief(text.strip().lines().findFirst().orElse("").strip(), TOLD);
    }

    /** Whether somebody looks at the window, or at a dialog or menu of it. */
    boolean isInFront() {
        return !stage.isIconified() && Window.getWindows().stream().anyMatch(Window::isFocused);
    }

    /**
     * Shows two lines for a while. A desktop where that cannot be done loses nothing but these.
     *
     * @param clicked runs after the window has been brought to the front
     */
    void tell(String title, String text, Runnable clicked) {
        try {
            // On top: from below it would slide in across the screen's edge, which not every platform allows.
            var notice = Notifications.create().title(title).text(text).hideAfter(SHOWN).styleClass("herald")
                    .position(Pos.TOP_RIGHT)
                    .owner(stage.isIconified() ? corner() : stage)
                    .onAction(event -> {
                        toFront();
                        clicked.run();
                    });
            if (!stage.getIcons().isEmpty()) {
                var icon = new ImageView(stage.getIcons().getLast());
                icon.setFitWidth(ICON);
                icon.setFitHeight(ICON);
                icon.setSmooth(true);
                notice.graphic(icon);
            }
            notice.show();
        } catch (RuntimeException e) {
            LOG.debug("nothing can be told on this screen", e);
        }
    }

    private void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        dismissCorner();
    }

    /**
     * What floats belongs to a window and is hidden with it. In place of one that is iconified stands one that nobody sees, in the
     * corner of the screen.
     */
    private Stage corner() {
        if (corner == null) {
            corner = new Stage(StageStyle.UTILITY);
            var scene = new Scene(new Region(), 1, 1);
            look.dress(scene);
            corner.setScene(scene);
            corner.setOpacity(0);
            Rectangle2D screen = Screen.getScreensForRectangle(stage.getX(), stage.getY(), 1, 1).stream().findFirst()
                    .orElseGet(Screen::getPrimary).getVisualBounds();
            corner.setX(screen.getMaxX() - 1);
            corner.setY(screen.getMinY());
            corner.setWidth(1);
            corner.setHeight(1);
            stage.iconifiedProperty().addListener((iconified, before, now) -> dismissCorner());
        }
        corner.show();
        return corner;
    }

    private void dismissCorner() {
        if (corner != null && !stage.isIconified()) {
            hideAllOf(corner);
            corner.hide();
        }
    }

    /** Takes everything off the screen. */
    @Override
    public void close() {
        hideAllOf(stage);
        if (corner != null) {
            hideAllOf(corner);
            corner.hide();
        }
    }

    private static void hideAllOf(Window owner) {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof PopupWindow popup && popup.getOwnerWindow() == owner).forEach(Window::hide);
    }
}
