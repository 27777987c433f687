package dev.katman.ui.usage;

import dev.katman.ui.kit.Work;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks where a chart is to go, writes it there off the FX thread, and says what came of it. */
final class ChartFiles implements ChartCard.Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(ChartFiles.class);

    private final UsageWords words;
    private final Work work;
    private final Chooser chooser;
    private final Supplier<UsageSpan> span;
    private final Consumer<String> say;

    /** Where to; empty where the reader thought better of it. */
    interface Chooser {
        Optional<Path> choose(String title, String name, String ending);

        /** The system's own. */
        static Chooser of(Supplier<Window> owner) {
            return (title, name, ending) -> {
                var dialog = new FileChooser();
                dialog.setTitle(title);
                dialog.setInitialFileName(name);
                dialog.getExtensionFilters().add(new ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
                return Optional.ofNullable(dialog.showSaveDialog(owner.get())).map(File::toPath);
            };
        }
    }

    private interface Write {
        void run() throws IOException;
    }

    /**
     * @param span of which the shown figures are
     * @param say  a sentence for the reader, on the FX thread
     */
    ChartFiles(UsageWords words, Work work, Chooser chooser, Supplier<UsageSpan> span, Consumer<String> say) {
        this.words = words;
        this.work = work;
        this.chooser = chooser;
        this.span = span;
        this.say = say;
    }

    @Override
    public void csv(ChartData data) {
        ask(data, "csv").ifPresent(file -> write(file, () -> Exports.csv(data, file)));
    }

    @Override
    public void png(ChartData data, ChartCard card) {
        WritableImage picture = Exports.photograph(card); // as it is now, and not as it is once a name was found
        ask(data, "png").ifPresent(file -> write(file, () -> Exports.png(picture, file)));
    }

    private Optional<Path> ask(ChartData data, String ending) {
        return chooser.choose(words.text("ui.usage.save", data.title()), Exports.name(data, span.get(), words, ending), ending);
    }

    private void write(Path file, Write write) {
        work.run("save a chart", () -> {
            try {
                write.run();
                return words.text("ui.usage.saved", file.getFileName());
            } catch (IOException e) {
                LOG.warn("a chart could not be written to {}", file, e);
                return words.text("ui.usage.notSaved", file.getFileName());
            }
        }, say);
    }
}
