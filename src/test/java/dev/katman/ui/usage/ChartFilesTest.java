package dev.katman.ui.usage;

import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.Pulse;
import dev.katman.ui.kit.Work;
import dev.katman.ui.usage.ChartData.Category;
import dev.katman.ui.usage.ChartData.Form;
import dev.katman.ui.usage.ChartData.Series;
import dev.katman.ui.usage.ChartData.Shape;
import dev.katman.ui.usage.UsageSpan.Kind;
import dev.katman.words.Words;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import javax.imageio.ImageIO;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A chart as it leaves the window: figures and picture. */
class ChartFilesTest {
    private static final UsageSpan SPAN = UsageSpan.of(Kind.DAY, Instant.parse("2026-11-22T12:00:00Z"), 0, ZoneOffset.UTC);
    private static final ChartData DATA = new ChartData("models", Form.STACK, "Jetonlar", "", "Zaman", Unit.TOKENS,
            List.of(new Category("2026-11-22T14:00:00Z", "14:00", Optional.empty())), List.of(),
            List.of(new Series("kimi", "5", Tone.of(Ink.CONVERSATION), Shape.SQUARE, List.of(5.0))), OptionalDouble.empty(), List.of());

    private final Work work = new Work(new Pulse(), fault -> { });
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @Test
    void figuresAndPictureAreWrittenAndAFailureIsSaid() throws Exception {
        FxToolkit.registerPrimaryStage();
        Texts texts = Texts.in(Language.TR);
        var words = new UsageWords(texts, new Words(texts), new Figures(texts.locale(), ZoneOffset.UTC));
        ChartFiles files = files(words, folder);
        onFx(() -> {
            var card = new ChartCard(words, DATA, files);
            var scene = new Scene(card, 400, 300);
            new Look(Theme.DARK, 100).dress(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            files.csv(DATA);
            files.png(DATA, card);
            files(words, folder.resolve("nowhere")).csv(DATA);
            stage.hide();
        });
        assertThat(List.of(next(), next(), next())).containsExactlyInAnyOrder("katman-models-2026-11-22.csv adıyla kaydedildi.",
                "katman-models-2026-11-22.png adıyla kaydedildi.",
                texts.get("ui.usage.notSaved", "katman-models-2026-11-22.csv"));
        assertThat(Files.readString(folder.resolve("katman-models-2026-11-22.csv")))
                .isEqualTo("\uFEFFZaman,kimi\r\n2026-11-22T14:00:00Z,5\r\n");
        var picture = ImageIO.read(folder.resolve("katman-models-2026-11-22.png").toFile());
        assertThat(picture.getWidth()).as("twice as fine as on the screen").isEqualTo(800);
        work.close();
    }

    private ChartFiles files(UsageWords words, Path into) {
        return new ChartFiles(words, work, (title, name, ending) -> Optional.of(into.resolve(name)), () -> SPAN, said::add);
    }

    private String next() throws InterruptedException {
        return said.poll(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
    }

    private static void onFx(Runnable task) throws Exception {
        var future = new FutureTask<>(task, null);
        Platform.runLater(future);
        future.get(10, TimeUnit.SECONDS);
    }
}
