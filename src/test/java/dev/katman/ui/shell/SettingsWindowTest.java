package dev.katman.ui.shell;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.RuleJudge;
import dev.katman.exchange.MovableClock;
import dev.katman.exchange.Rig;
import dev.katman.journal.Erasure;
import dev.katman.quota.Level;
import dev.katman.sandbox.Pace;
import dev.katman.sandbox.Sandbox;
import dev.katman.settings.Keys;
import dev.katman.settings.Language;
import dev.katman.settings.Proxies;
import dev.katman.settings.Theme;
import dev.katman.ui.settings.Section;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import static dev.katman.ui.shell.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The settings in the real window: what is chosen there holds at once. The provider on the network is a second sandbox. */
class SettingsWindowTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CATALOG = """
            {"providers":[{"id":"cloud","name":"Cloud","baseUrl":"%s","keyEnv":"CLOUD_KEY","capField":"max_tokens"},
                          {"id":"sandbox","embedded":true}],
             "models":[{"id":"kimi","name":"Kimi","context":8192},{"id":"qwen","name":"Qwen","context":8192}],
             "deployments":[{"model":"kimi","provider":"cloud","name":"moonshotai/kimi-k2-instruct","limits":{"rpd":1000}},
                            {"model":"qwen","provider":"cloud","name":"qwen/qwen3-32b","retired":"2026-01-31","successor":"kimi"},
                            {"model":"kimi","provider":"sandbox","name":"kimi"}],
             "tiers":[{"tier":1,"chain":["kimi","qwen"]},{"tier":2,"chain":["kimi"]},{"tier":3,"chain":["kimi"]}]}""";

    private static final DeploymentId KIMI = DeploymentId.parse("kimi@sandbox");

    @TempDir
    Path home;
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final Sandbox cloud = Sandbox.start(CatalogReader.embedded(), new RuleJudge(), clock, new Random(3), Pace.INSTANT);
    private final List<Optional<Erasure>> reopened = new ArrayList<>();
    private Rig rig;
    private Stage stage;
    private Window window;

    @BeforeEach
    void open() throws Exception {
        Catalog catalog = CatalogReader.read(CATALOG.formatted(cloud.baseUrl()));
        rig = new Rig(home, catalog, clock, false);
        rig.preferences.language(Language.EN);
        rig.preferences.theme(Theme.LIGHT);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        onFx(() -> {
            window = new Window(RigServices.of(rig, rig.preferences, home, reopened::add));
            window.show(stage);
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            window.close();
            stage.hide();
            return null;
        });
        rig.close();
        cloud.close();
    }

    @Test
    void aKeyIsTriedKeptNeverShownAndServesAtOnce() throws Exception {
        assertThat(shown(".badge")).isPresent();
        section(Section.KEYS);
        write("#key-cloud", "not-the-right-key");
        fire("#keep-cloud");
        await("refused").atMost(SOON).until(() -> texts().anyMatch(t -> t.contains("does not accept this key")));
        assertThat(rig.providers.sandboxServes()).isTrue();
        section(Section.LOOK);
        section(Section.KEYS);
        assertThat(texts()).as("the field is empty, so nothing is refused").noneMatch(t -> t.contains("does not accept this key"));

        String key = cloud.token().reveal();
        write("#key-cloud", key);
        fire("#keep-cloud");
        await("kept").atMost(SOON).until(() -> texts().anyMatch(t -> t.contains("Cloud answers")));
        await("aside").atMost(SOON).until(() -> shown(".badge").isEmpty());
        assertThat(texts()).anyMatch(t -> t.startsWith("Key ending in " + key.substring(key.length() - 4)));
        assertThat(texts()).noneMatch(t -> t.contains(key));
        assertThat(rig.send("hello").record().served()).map(DeploymentId::provider).contains("cloud");

        fire("#remove-cloud");
        await("sandbox").atMost(SOON).until(() -> shown(".badge").isPresent());
        assertThat(rig.providers.sandboxServes()).isTrue();
    }

    @Test
    void whatIsChosenHoldsAtOnce() throws Exception {
        section(Section.POLICY);
        fire("#mode-strict");
        await().atMost(SOON).until(() -> rig.policies.get().mode() == Mode.STRICT);
        onFx(() -> {
            ((Spinner<?>) node("#work-below")).increment(4);
            return null;
        });
        await().atMost(SOON).until(() -> rig.policies.get().workBelow() == 9 && rig.policies.get().deepAbove() == 8);
        write("#value-10", "0.5");
        assertThat(rig.policies.get().values().getLast()).as("falls below the one before").isEqualTo(.9);
        write("#value-10", "1");
        await().atMost(SOON).until(() -> rig.policies.get().values().getLast() == 1.0);
        fire("#policy-back");
        await().atMost(SOON).until(() -> rig.policies.get().equals(rig.policies.catalogues()));

        section(Section.TIERS);
        assertThat(texts()).anyMatch(t -> t.contains("shut down on 31 Jan 2026, Kimi takes its place"));
        fire("#move-1-0-down");
        await().atMost(SOON).until(() -> rig.offer.get().plan(Tier.CONVERSATION).chain().equals(List.of("qwen", "kimi")));

        fire("#out-1-1");
        await().atMost(SOON).until(() -> rig.offer.get().plan(Tier.CONVERSATION).chain().equals(List.of("qwen")));
        fire("#out-1-0");
        assertThat(texts()).anyMatch(t -> t.startsWith("Qwen is the last model of this tier. Without one, its messages go to the worker"));
        fire("#tier-1 #question-yes");
        await().atMost(SOON).until(() -> rig.offer.get().plan(Tier.CONVERSATION).chain().isEmpty());
        await().atMost(SOON).until(() -> shown("#out-1-0").isEmpty());
        onFx(() -> {
            ((MenuButton) node("#add-1")).getItems().getFirst().fire();
            return null;
        });
        await().atMost(SOON).until(() -> rig.offer.get().plan(Tier.CONVERSATION).chain().equals(List.of("kimi")));

        section(Section.LIMITS);
        enter("#limit-kimi-sandbox-rpd", "a lot");
        assertThat(texts()).anyMatch(t -> t.startsWith("Write a whole number from 1 to"));
        enter("#limit-kimi-sandbox-rpd", "1,500");
        await().atMost(SOON).until(() -> rig.ledger.level(KIMI, Axis.RPD, clock.instant()).map(Level::limit).equals(Optional.of(1_500L)));
        await().atMost(SOON).until(() -> texts().anyMatch("set by you"::equals));
        fire("#limit-back-kimi-sandbox-rpd");
        await().atMost(SOON).until(() -> rig.ledger.level(KIMI, Axis.RPD, clock.instant()).isEmpty());

        section(Section.POLICY);
        fire("#titles");
        await().atMost(SOON).until(() -> !rig.preferences.titles());

        section(Section.NETWORK);
        onFx(() -> {
            ((RadioButton) node("#proxy-http")).fire();
            return null;
        });
        enter("#proxy-host", "proxy.example.org");
        enter("#proxy-port", "3128");
        await().atMost(SOON).until(() -> rig.proxies.choice().equals(new Proxies.Choice(Proxies.Kind.HTTP, "proxy.example.org", 3128)));
        enter("#proxy-user", "jo");
        enter("#proxy-password", "open sesame");
        await().atMost(SOON).until(() -> rig.proxies.password() instanceof Keys.Found.Key);
        assertThat(texts()).noneMatch(t -> t.contains("sesame"));

        section(Section.LOOK);
        double before = onFx(() -> node("#settings-look").lookup(".settings-title").getLayoutBounds().getHeight());
        onFx(() -> {
            ((Slider) node("#text-size")).setValue(200);
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> node("#settings-look").lookup(".settings-title").getLayoutBounds().getHeight()) > 1.8 * before);
        await().atMost(SOON).until(() -> rig.preferences.textSize() == 200);
        fire("#language-tr");
        await().atMost(SOON).until(() -> texts().anyMatch("Yazı boyutu"::equals));
    }

    @Test
    void erasingAsksOnceAndSaysWhatStays() throws Exception {
        section(Section.DATA);
        fire("#erase-everything");
        await().atMost(SOON).until(() -> texts().anyMatch(t -> t.contains("Only the calls of the last three days stay")));
        assertThat(reopened).isEmpty();
        Node no = shown("#question-no").orElseThrow();
        assertThat(no.isFocused()).as("one more key erases nothing").isTrue();
        assertThat(onFx(() -> window.scene().getRoot().getLayoutBounds().contains(no.localToScene(no.getLayoutBounds())))).as("in sight").isTrue();
        Node yes = shown("#question-yes").orElseThrow(); // each question has one; the other is not shown
        onFx(() -> {
            ((ButtonBase) yes).fire();
            return null;
        });
        assertThat(reopened).containsExactly(Optional.of(Erasure.EVERYTHING));
    }

    @Test
    void theFirstStartHasTwoStepsAndCanBeLeft() throws Exception {
        await().atMost(SOON).until(() -> shown("#first-next").isPresent());
        fire("#first-language-tr");
        await().atMost(SOON).until(() -> texts().anyMatch("Katman’a hoş geldiniz"::equals));
        fire("#first-next");
        await().atMost(SOON).until(() -> shown("#first-sandbox").isPresent());
        fire("#first-sandbox");
        await().atMost(SOON).until(() -> shown("#first-steps").isEmpty() && rig.preferences.get("begun").isPresent());
        assertThat(onFx(() -> node("#composer").isFocused())).isTrue();
    }

    private void section(Section section) throws Exception {
        onFx(() -> {
            window.settings(section);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return null;
        });
    }

    private void write(String id, String text) throws Exception {
        onFx(() -> {
            ((TextField) node(id)).setText(text);
            return null;
        });
    }

    private void enter(String id, String text) throws Exception {
        onFx(() -> {
            var field = (TextField) node(id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
            return null;
        });
    }

    private void fire(String id) throws Exception {
        onFx(() -> {
            ((ButtonBase) node(id)).fire();
            return null;
        });
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }

    private Optional<Node> shown(String selector) throws Exception {
        return onFx(() -> window.scene().getRoot().lookupAll(selector).stream().filter(SettingsWindowTest::isShown).findFirst());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** All that can be read. */
    private Stream<String> texts() throws Exception {
        return onFx(() -> all(window.scene().getRoot()).filter(SettingsWindowTest::isShown)
                .map(n -> n instanceof Labeled labeled ? labeled.getText() : n instanceof TextInputControl input ? input.getText() : null)
                .filter(text -> text != null && !text.isEmpty()).toList()).stream();
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(Stream.of(node), node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(SettingsWindowTest::all) : Stream.empty());
    }
}
