package dev.katman.launch;

import dev.katman.cli.Refusal;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the program's own start does on the screen where no window of its own can open. */
class DesktopHostTest {
    private static final String WHY = "Another Katman has these data open. Close it.";

    @ParameterizedTest
    @CsvSource({"#try-again, true", "#close, false"})
    void whyThereIsNoWindowIsSaidAndTheAnswerHeard(String button, boolean again) throws Exception {
        FxToolkit.registerPrimaryStage();
        var host = new DesktopHost(Path.of("nowhere"), Map.of(), Clock.systemUTC(), new Words(Texts.in(Language.EN)), false);
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return host.isTriedAgain(new Refusal(1, WHY));
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        var pressed = new AtomicBoolean();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            FxToolkit.setupFixture(() -> Window.getWindows().stream().map(Window::getScene).filter(scene -> scene != null
                    && scene.lookup("#why") instanceof Labeled why && WHY.equals(why.getText())).findFirst().ifPresent(scene -> {
                        ((Button) scene.lookup(button)).fire();
                        pressed.set(true);
                    }));
            return pressed.get();
        });
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(again);
    }

    @Test
    void aWindowThatCannotBeShownIsNotWaitedFor() throws Exception {
        FxToolkit.registerPrimaryStage();
        var fault = new IllegalArgumentException("no font");
        assertThatThrownBy(() -> Screen.untilClosed(stage -> {
            throw fault;
        })).isInstanceOf(IllegalStateException.class).hasCause(fault);
    }
}
