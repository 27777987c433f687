package dev.katman.launch;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import javax.imageio.ImageIO;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Takes the tour's pictures. */
final class Camera {
    /** What a menu that does not fit over the window lies on. */
    private static final Color BESIDE = Color.GRAY;

    private Camera() {
    }

    /** A scene with the menus that are open over it. Of the FX thread. */
    static BufferedImage take(Scene scene) {
        List<PopupWindow> menus = Window.getWindows().stream().filter(Window::isShowing).filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast).filter(menu -> under(menu) == scene.getWindow()).toList();
        var whole = new Rectangle((int) scene.getWidth(), (int) scene.getHeight());
        Map<PopupWindow, Rectangle> places = menus.stream().collect(Collectors.toMap(menu -> menu, menu -> place(menu, scene)));
        places.values().forEach(whole::add);
        var picture = new BufferedImage(whole.width, whole.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = picture.createGraphics();
        paper.setColor(BESIDE);
        paper.fillRect(0, 0, whole.width, whole.height);
        paper.drawImage(copied(scene.snapshot(null)), -whole.x, -whole.y, null);
        for (PopupWindow menu : menus) {
            paper.drawImage(copied(alone(menu.getScene())), places.get(menu).x - whole.x, places.get(menu).y - whole.y, null);
        }
        paper.dispose();
        return picture;
    }

    /**
     * Where a menu is, as on a screen that the window fills: below its button, or above where there is no room. The headless screen is
     * smaller than the window, and pushes menus to where nobody would see them.
     */
    private static Rectangle place(PopupWindow menu, Scene scene) {
        int width = (int) menu.getWidth();
        int height = (int) menu.getHeight();
        if (!(menu.getOwnerNode() instanceof ButtonBase button)) {
            Window under = scene.getWindow();
            return new Rectangle((int) (menu.getX() - under.getX() - scene.getX()), (int) (menu.getY() - under.getY() - scene.getY()), width, height);
        }
        Bounds owner = button.localToScene(button.getLayoutBounds());
        double left = Math.min(owner.getMinX(), scene.getWidth() - width);
        double top = owner.getMaxY() + height <= scene.getHeight() ? owner.getMaxY() : owner.getMinY() - height;
        return new Rectangle((int) left, (int) top, width, height);
    }

    /** What lies under its shadow can be seen. */
    private static WritableImage alone(Scene menu) {
        var through = new SnapshotParameters();
        through.setFill(javafx.scene.paint.Color.TRANSPARENT);
        through.setViewport(new Rectangle2D(0, 0, menu.getWidth(), menu.getHeight()));
        return menu.getRoot().snapshot(through, null);
    }

    private static Window under(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        return owner instanceof PopupWindow other ? under(other) : owner;
    }

    private static BufferedImage copied(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        return copy;
    }

    static void write(BufferedImage picture, Path file) {
        try {
            if (!ImageIO.write(picture, "png", file.toFile())) {
                throw new IOException("no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it on the FX thread and waits for what it gives. */
    static <T> T onScreen(Callable<T> work) throws InterruptedException {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window did not do as it was told", e);
        }
    }
}
