package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.provider.Failure;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.Pulse;
import dev.katman.ui.kit.Work;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class LiveFeedTest {
    private static final DeploymentId SERVES = DeploymentId.parse("gpt-oss-120b@sandbox");

    private final Work work = new Work(new Pulse(), fault -> { });
    private final List<Heard> heard = new ArrayList<>();
    private final CompletableFuture<Integer> after = new CompletableFuture<>();

    @BeforeAll
    static void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private static String plain(Heard.Grown grown) {
        return grown.blocks().stream().map(Block::plain).collect(Collectors.joining("|"));
    }

    @Test
    void whatHappensIsShownInOrderAndWhatFollowsComesBehindAllOfIt() throws Exception {
        var feed = new LiveFeed(work, now -> {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            assertThat(now).isNotEmpty();
            heard.addAll(now);
        });
        feed.came(new ExchangeEvent.Asking(SERVES, Tier.DEEP));
        for (int i = 0; i < 500; i++) {
            feed.came(new ExchangeEvent.Text("word" + i + (i % 50 == 49 ? "\n\n" : " ")));
        }
        feed.after(() -> after.complete(heard.size()));
        assertThat(after.get(20, TimeUnit.SECONDS)).isEqualTo(heard.size());
        assertThat(heard.getFirst()).isEqualTo(new Heard.Event(new ExchangeEvent.Asking(SERVES, Tier.DEEP)));
        assertThat(heard.subList(1, heard.size())).allMatch(Heard.Grown.class::isInstance);
        var last = (Heard.Grown) heard.getLast();
        assertThat(last.blocks()).hasSize(10);
        assertThat(plain(last)).startsWith("word0 word1 ").endsWith(" word499");
    }

    @Test
    void whatFollowsNothingComesToo() throws Exception {
        new LiveFeed(work, heard::addAll).after(() -> after.complete(0));
        assertThat(after.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void theWordsOfWhoeverIsAskedNextAreNotAddedToThoseOfWhoeverFailed() {
        List<Heard> all = new LiveReader().read(List.of(new ExchangeEvent.Asking(SERVES, Tier.DEEP), new ExchangeEvent.Text("Half an ans"),
                new ExchangeEvent.AttemptFailed(SERVES, new Failure.Cut(200, "cut"), true, 3), new ExchangeEvent.Asking(SERVES, Tier.DEEP),
                new ExchangeEvent.Text("Wh"), new ExchangeEvent.Text("ole.")));
        assertThat(all.stream().filter(Heard.Grown.class::isInstance).map(grown -> plain((Heard.Grown) grown))).containsExactly("Half an ans", "Whole.");
    }
}
