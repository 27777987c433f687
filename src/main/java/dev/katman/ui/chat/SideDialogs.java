package dev.katman.ui.chat;

import dev.katman.journal.ConversationRow;
import dev.katman.journal.Shelf;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Dialogs;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** What has to be asked before something is done with conversations: a name, a file. */
final class SideDialogs {
    private static final int LONGEST_NAME = 120;

    private final Context context;
    private final Node owner;

    SideDialogs(Context context, Node owner) {
        this.context = context;
        this.owner = owner;
    }

    /** A new name for a conversation. */
    Optional<String> title(ConversationRow row) {
        return name("ui.side.rename", "ui.side.rename.ask", row.title(), LONGEST_NAME);
    }

    /** The name of a folder that is to be. */
    Optional<String> newFolder() {
        return name("ui.side.folder.new", "ui.side.folder.ask", "", Shelf.FOLDER_NAME);
    }

    /** Another name for a folder. */
    Optional<String> folder(String name) {
        return name("ui.side.rename", "ui.side.folder.ask", name, Shelf.FOLDER_NAME);
    }

    private Optional<String> name(String act, String ask, String before, int longest) {
        var dialog = new TextInputDialog(before);
        Dialogs.over(owner.getScene(), dialog, context.text(act));
        dialog.setHeaderText(context.text(ask));
        dialog.setGraphic(null);
        TextField field = dialog.getEditor();
        field.setAccessibleText(context.text(ask));
        field.setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().length() > longest ? null : change));
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) { // which JavaFX's field keeps to itself where a formatter is set
                dialog.close();
                key.consume();
            }
        });
        field.setText(before);
        ObservableList<ButtonType> types = dialog.getDialogPane().getButtonTypes();
        types.setAll(new ButtonType(context.text(act), ButtonBar.ButtonData.OK_DONE),
                new ButtonType(context.text("ui.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Node done = dialog.getDialogPane().lookupButton(types.getFirst());
        done.setDisable(field.getText().isBlank());
        field.textProperty().addListener((text, was, now) -> done.setDisable(now.isBlank()));
        dialog.setResultConverter(type -> type != null && type.getButtonData() == ButtonBar.ButtonData.OK_DONE ? field.getText() : null);
        return dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Where something is to be written. */
    Optional<Path> target(String name, String ending) {
        var chooser = new FileChooser();
        chooser.setTitle(context.text("ui.side.export"));
        chooser.setInitialFileName(fileName(name) + "." + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending.equals("md") ? "Markdown" : "JSON", "*." + ending));
        return path(chooser.showSaveDialog(owner.getScene().getWindow()));
    }

    /** A file with conversations. */
    Optional<Path> source() {
        var chooser = new FileChooser();
        chooser.setTitle(context.text("ui.side.import"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(context.text("ui.side.import.kinds"), "*.json", "*.zip"));
        return path(chooser.showOpenDialog(owner.getScene().getWindow()));
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    /** What every file system takes. */
    static String fileName(String title) {
        String name = title.replaceAll("[^\\p{L}\\p{N} _-]+", " ").strip().replaceAll("\\s+", "-");
        return name.isEmpty() ? "katman" : name.substring(0, Math.min(60, name.length()));
    }
}
