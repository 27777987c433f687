package dev.katman.ui.chat;

import dev.katman.exchange.CsvLine;
import dev.katman.exchange.PreparedTable;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks where a table is to go, writes it there off the FX thread, and says what came of it. */
final class TableFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TableFiles.class);

    private final Context context;
    private final Node owner;
    private final Consumer<Notice> say;

    TableFiles(Context context, Node owner, Consumer<Notice> say) {
        this.context = context;
        this.owner = owner;
        this.say = say;
    }

    void csv(String document, PreparedTable table) {
        save(document, "csv", CsvLine.BYTE_ORDER_MARK + table.csv());
    }

    void json(String document, PreparedTable table) {
        save(document, "json", table.json());
    }

    private void save(String document, String ending, String text) {
        var chooser = new FileChooser();
        chooser.setTitle(context.text("ui.prepare.save"));
        chooser.setInitialFileName(SideDialogs.fileName(document) + "." + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        File file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            context.work().run("save a table", () -> write(file, text), say);
        }
    }

    private Notice write(File file, String text) {
        try {
            Files.writeString(file.toPath(), text, StandardCharsets.UTF_8);
            return Notice.done(context.text("ui.prepare.saved", file.getName()));
        } catch (IOException e) {
            LOG.warn("a table could not be written to {}", file, e);
            return Notice.trouble(context.text("ui.prepare.notSaved", file.getName()));
        }
    }
}
