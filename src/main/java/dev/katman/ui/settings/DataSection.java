package dev.katman.ui.settings;

import dev.katman.journal.BackupException;
import dev.katman.journal.Erasure;
import dev.katman.journal.Restoration;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Services;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Where everything lies and how much it is; backup, restore, and the way to get rid of it. */
final class DataSection extends SectionView {
    private static final Logger LOG = LoggerFactory.getLogger(DataSection.class);
    private static final double MEGABYTE = 1 << 20;
    private static final String ENDING = ".katman";

    private final Label size = Parts.wrapped("", "settings-line");
    private final Said said = new Said();
    private final Question restoring;
    private final Question erasing;

    DataSection(Context context) {
        super(context, Section.DATA);
        restoring = new Question(text("ui.cancel"));
        erasing = new Question(text("ui.cancel"));
        getChildren().addAll(folder(), backups(), erasures());
    }

    private Node folder() {
        var folder = new TextField(services().home().toString());
        folder.setId("data-folder");
        folder.setEditable(false);
        folder.setAccessibleText(text("ui.settings.data.folder"));
        folder.getStyleClass().add("settings-path");
        return Controls.card(Parts.label(text("ui.settings.data.folder"), "card-name"), folder, size,
                Parts.wrapped(text("ui.settings.data.move"), "settings-line"));
    }

    private Node backups() {
        Button backup = Controls.button(text("ui.settings.data.backup"), this::backup);
        backup.setId("backup");
        Button restore = Controls.button(text("ui.settings.data.restore"), this::restore);
        restore.setId("restore");
        return Controls.card(Parts.label(text("ui.settings.data.backups"), "card-name"),
                Parts.wrapped(text("ui.settings.data.backups.about"), "settings-line"), Controls.line(backup, restore), restoring, said);
    }

    private Node erasures() {
        var buttons = Controls.line();
        for (Erasure what : Erasure.values()) {
            String name = what.name().toLowerCase(Locale.ROOT);
            Button button = Controls.button(text("ui.settings.data.erase." + name), () -> erasing.ask(text("ui.settings.data.erase.ask." + name), text("ui.settings.data.erase.now"),
                    () -> services().reopening().reopen(Optional.of(what))));
            button.setId("erase-" + name);
            buttons.getChildren().add(button);
        }
        return Controls.card(Parts.label(text("ui.settings.data.erase"), "card-name"),
                Parts.wrapped(text("ui.settings.data.erase.about"), "settings-line"), buttons, erasing);
    }

    private Services services() {
        return context().services();
    }

    private FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Katman", "*" + ENDING));
        return chooser;
    }

    private void backup() {
        FileChooser chooser = chooser();
        chooser.setInitialFileName("katman-" + context().figures().isoDay(services().clock().instant()) + ENDING);
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            Path path = file.toPath();
            said.say(Tone.PLAIN, text("ui.settings.data.working"));
            context().work().run("back up", () -> {
                try {
                    services().journal().backup(path, services().clock().instant());
                    return Optional.<BackupException>empty();
                } catch (BackupException e) {
                    return Optional.of(e);
                }
            }, fault -> {
                fault.ifPresent(e -> LOG.warn("no backup was made", e));
                said.say(fault.isEmpty() ? Tone.GOOD : Tone.BAD, fault.map(e -> context().words().backup(e, path))
                        .orElseGet(() -> text("ui.settings.data.backup.done", path)));
            });
        }
    }

    private void restore() {
        File file = chooser().showOpenDialog(getScene().getWindow());
        if (file != null) {
            restoring.ask(text("ui.settings.data.restore.ask", file.getName()), text("ui.settings.data.restore.now"),
                    () -> restore(file.toPath()));
        }
    }

    private void restore(Path file) {
        said.say(Tone.PLAIN, text("ui.settings.data.working"));
        context().work().run("restore", () -> {
            var now = services().clock().instant();
            try (Restoration restoration = Restoration.of(file, services().home())) {
                services().journal().keep(restoration.safety(now, context().zone()), now);
                restoration.takePlaceAtNextOpening();
                return Optional.<BackupException>empty();
            } catch (BackupException e) {
                return Optional.of(e);
            }
        }, fault -> {
            fault.ifPresent(e -> LOG.warn("nothing was restored", e));
            fault.ifPresentOrElse(e -> said.say(Tone.BAD, context().words().backup(e, file)),
                    () -> services().reopening().reopen(Optional.empty()));
        });
    }

    @Override
    void look() {
        Path home = services().home();
        context().work().run("measure the data folder", () -> bytes(home), bytes -> size.setText(bytes.isEmpty() ? ""
                : text("ui.settings.data.size", context().figures().number(bytes.getAsLong() / MEGABYTE, 1))));
    }

    /** Empty where something goes away while it is measured: the next look will tell. */
    private static OptionalLong bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return OptionalLong.of(files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum());
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("the data folder could not be measured", e);
            return OptionalLong.empty();
        }
    }
}
