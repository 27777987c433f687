package dev.katman.ui.settings;

import dev.katman.ui.kit.Context;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where everything lies and how much it is. */
final class DataSection extends SectionView {
    private static final double MEGABYTE = 1 << 20;

    private final Label size = Parts.wrapped("", "settings-line");

    DataSection(Context context) {
        super(context, Section.DATA);
        var folder = new TextField(context.services().home().toString());
        folder.setId("data-folder");
        folder.setEditable(false);
        folder.setAccessibleText(text("ui.settings.data.folder"));
        folder.getStyleClass().add("settings-path");
        getChildren().add(Parts.card(Parts.label(text("ui.settings.data.folder"), "card-name"), folder, size,
                Parts.wrapped(text("ui.settings.data.move"), "settings-line")));
    }

    @Override
    void look() {
        Path home = context().services().home();
        context().work().run("measure the data folder", () -> bytes(home), bytes -> size.setText(
                text("ui.settings.data.size", context().figures().number(bytes / MEGABYTE, 1))));
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot measure " + folder, e);
        }
    }
}
