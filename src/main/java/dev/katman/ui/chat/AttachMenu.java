package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The ways by which documents come to a message: files that are chosen, dropped or pasted, long texts that are pasted, and those of the library. */
final class AttachMenu extends MenuButton {
    /** What is longer is a document: a text area takes seconds for each letter of it. Characters and lines. */
    private static final int LONGEST = 50_000;
    private static final int MOST_LINES = 2_000;

    private final Context context;
    private final Consumer<List<Path>> add;
    private final Consumer<String> addText;

    /**
     * @param add     takes files along
     * @param addText takes a text along
     * @param library shows what is kept there
     */
    AttachMenu(Context context, Consumer<List<Path>> add, Consumer<String> addText, Runnable library) {
        this.context = context;
        this.add = add;
        this.addText = addText;
        getStyleClass().setAll("menu-button", "icon-button", "no-arrow", "attach");
        setId("attach");
        Icons.named(this, Feather.PAPERCLIP, context.text("ui.attach"));
        setMinWidth(Region.USE_PREF_SIZE);
        getItems().setAll(Parts.item(context.text("ui.attach.choose"), this::files), Parts.item(context.text("ui.attach.folder"), this::folder),
                new SeparatorMenuItem(), Parts.item(context.text("ui.attach.library"), library));
    }

    /** Asks for files. */
    void files() {
        var chooser = new FileChooser();
        chooser.setTitle(context.text("ui.attach.choose"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (chosen != null) {
            attach(chosen);
        }
    }

    private void folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(context.text("ui.attach.folder"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            attach(List.of(chosen));
        }
    }

    private void attach(List<File> files) {
        add.accept(files.stream().map(File::toPath).toList());
    }

    /** @return whether there were files on the clipboard, or a text that is a document by its length; any other is for whoever asked */
    boolean paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!clipboard.hasString()) {
            boolean files = clipboard.hasFiles();
            if (files) {
                attach(clipboard.getFiles());
            }
            return files;
        }
        String text = clipboard.getString();
        boolean isLong = !text.isBlank() && (text.length() > LONGEST || text.lines().limit(MOST_LINES + 1).count() > MOST_LINES);
        if (isLong) {
            addText.accept(text);
        }
        return isLong;
    }

    /** Takes files that are dropped on a part of the window, and shows while they hover that they may be. */
    void takeDrops(Region on) {
        on.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        on.addEventFilter(DragEvent.DRAG_ENTERED, event -> {
            if (event.getDragboard().hasFiles() && !on.getStyleClass().contains("dropping")) {
                on.getStyleClass().add("dropping");
            }
        });
        on.addEventFilter(DragEvent.DRAG_EXITED, event -> {
            if (event.getTarget() == on) {
                on.getStyleClass().remove("dropping");
            }
        });
        on.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            Dragboard board = event.getDragboard();
            on.getStyleClass().remove("dropping");
            if (board.hasFiles()) {
                attach(board.getFiles());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
