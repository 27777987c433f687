package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Rig;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.settings.Theme;
import dev.katman.ui.chat.ChatList;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Actions;
import dev.katman.ui.kit.LinkDialog;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The real window without a mouse: everything is reached, everything is done, everything has a name. */
class KeyboardWindowTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** More stops than any page has. */
    private static final int MANY = 300;

    @TempDir
    Path home;
    private Rig rig;
    private ConversationId spoken;
    private Stage stage;
    private Window window;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(home);
        rig.preferences.language(Language.EN);
        rig.preferences.theme(Theme.LIGHT);
        rig.send("Write a SQL query that counts users");
        spoken = rig.send("Merhaba, nasılsın?").conversation();
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        window = Fx.show(rig, home, stage);
        robot = onFx(Robot::new);
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            window.close();
            stage.hide();
            return null;
        });
        rig.close();
    }

    @Test
    void tabGoesRoundEveryPageStopsAtEveryControlAndIsNeverTrapped() throws Exception {
        openOne();
        for (Page page : Page.values()) {
            turnTo(page);
            Node tab = onFx(() -> node("#page-" + page.name().toLowerCase(Locale.ROOT)));
            onFx(() -> {
                tab.requestFocus();
                return null;
            });
            Set<Node> visited = new LinkedHashSet<>();
            Node at = focused();
            while (visited.size() < MANY && visited.add(at)) {
                press(KeyCode.TAB);
                at = focused();
                assertThat(at).as("the focus on %s after %s", page, visited).isNotNull();
                Node there = at;
                assertThat(onFx(() -> there == tab || there.isFocusVisible())).as("%s is marked", at).isTrue();
            }
            assertThat(at).as("Tab comes round on %s", page).isSameAs(visited.iterator().next());
            List<Node> stops = onFx(() -> Focus.stops(window.scene().getRoot()));
            assertThat(visited).as("what Tab stops at on %s", page).containsAll(stops);
        }
    }

    @Test
    void f6GoesFromPartToPartAndBack() throws Exception {
        openOne();
        for (Page page : Page.values()) {
            turnTo(page);
            List<String> forth = parts(page, KeyCode.F6);
            assertThat(new TreeSet<>(forth)).as("parts of %s", page).hasSizeGreaterThan(2);
            List<String> back = parts(page, KeyCode.SHIFT, KeyCode.F6);
            assertThat(new TreeSet<>(back)).isEqualTo(new TreeSet<>(forth));
        }
    }

    /** Where the focus is after each step, until it is where it was. */
    private List<String> parts(Page page, KeyCode... keys) throws Exception {
        var parts = new ArrayList<String>();
        Node first = focused();
        Node at = first;
        do {
            press(keys);
            at = focused();
            Node there = at;
            assertThat(at).as("the focus on %s after %s", page, parts).isNotNull();
            assertThat(onFx(there::isFocusVisible)).as("%s is marked", at).isTrue();
            parts.add(at.toString());
        } while (at != first && parts.size() < 12 && parts.indexOf(at.toString()) == parts.size() - 1);
        return parts;
    }

    @Test
    void everyActionIsFoundByItsNameInBothLanguages() throws Exception {
        for (Language language : Language.values()) {
            onFx(() -> {
                window.language(language);
                return null;
            });
            press(KeyCode.CONTROL, KeyCode.K);
            Texts texts = Texts.in(language);
            for (Action action : onFx(() -> actions().all())) {
                if (!onFx(() -> action.enabled().getAsBoolean()) || action.id().equals("palette")) {
                    continue;
                }
                String name = texts.get("ui.action." + action.id());
                onFx(() -> {
                    ((TextField) node("#palette-line")).setText(name);
                    return null;
                });
                assertThat(onFx(() -> ((PaletteModel.Hit) ((ListView<?>) node("#palette-list")).getSelectionModel().getSelectedItem())
                        .entry().title())).isEqualTo(name);
            }
            press(KeyCode.ESCAPE);
            assertThat(onFx(() -> node("#palette"))).isNull();
        }
    }

    @Test
    void everyActionHasItsTextsAndNoTextIsLeftOver() throws Exception {
        Set<String> ids = onFx(() -> actions().all().stream().map(Action::id).collect(Collectors.toCollection(TreeSet::new)));
        Set<String> named = Texts.in(Language.EN).keys().stream().filter(key -> key.startsWith("ui.action."))
                .map(key -> key.replaceFirst("^ui\\.action\\.(words\\.)?", "")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(ids);
        assertThat(ids).allSatisfy(id -> assertThat(Texts.in(Language.TR).get("ui.action.words." + id)).isNotBlank());
    }

    @Test
    void thePaletteTakesTheFocusActsAndGivesTheFocusBack() throws Exception {
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(focused().getId()).isEqualTo("palette-line");
        press(KeyCode.TAB);
        assertThat(focused().getId()).as("kept within").isEqualTo("palette-line");
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(onFx(() -> node("#palette"))).as("the same keys close it").isNull();
        assertThat(focused().getId()).isEqualTo("composer");
        press(KeyCode.CONTROL, KeyCode.K);
        onFx(() -> {
            ((TextField) node("#palette-line")).setText("dark");
            return null;
        });
        press(KeyCode.ENTER);
        await().atMost(SOON).until(() -> rig.preferences.theme() == Theme.DARK);
        await("remembered").atMost(SOON).until(() -> rig.preferences.get("palette.recent").orElse("").startsWith("themeDark"));
        assertThat(focused().getId()).isEqualTo("composer");
    }

    @Test
    void aConversationIsOpenedByAFewLettersOfItsTitle() throws Exception {
        openOne();
        turnTo(Page.USAGE);
        press(KeyCode.CONTROL, KeyCode.K);
        await("conversations").atMost(SOON).until(() -> onFx(() -> {
            ((TextField) node("#palette-line")).setText("merhaba");
            return !((ListView<?>) node("#palette-list")).getItems().isEmpty();
        }));
        press(KeyCode.ENTER);
        await().atMost(SOON).until(() -> onFx(() -> node("#chat") != null && !((ChatList) node("#chat")).getItems().isEmpty()));
    }

    @Test
    void otherKeysHoldAtOnceAndAConflictIsSaid() throws Exception {
        press(KeyCode.F1);
        assertThat(onFx(() -> node("#help"))).isNotNull();
        onFx(() -> {
            window.run("shortcuts");
            ButtonBase keys = (ButtonBase) node("#shortcut-newConversation .key-button");
            keys.requestFocus();
            keys.fire();
            return null;
        });
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(onFx(() -> ((Labeled) node("#shortcut-newConversation .warning")).getText())).contains("Ctrl+2", "Go to Decisions");
        assertThat(onFx(() -> node("#decisions"))).as("while it waits for keys they do nothing").isNull();
        onFx(() -> {
            ((ButtonBase) node("#shortcut-newConversation .key-button")).fire();
            return null;
        });
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(onFx(() -> ((Labeled) node("#shortcut-newConversation .key-button")).getText())).isEqualTo("Ctrl+Shift+D");
        press(KeyCode.ESCAPE);
        turnTo(Page.USAGE);
        press(KeyCode.CONTROL, KeyCode.N);
        assertThat(onFx(() -> node("#chat"))).as("the old keys").isNull();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(onFx(() -> node("#chat"))).as("the new ones").isNotNull();
        await("kept").atMost(SOON).until(() -> rig.preferences.get("keys.newConversation").equals(Optional.of("Shift+Shortcut+D")));
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheChosenLine() throws Exception {
        openOne();
        onFx(() -> {
            ListView<?> list = (ListView<?>) node("#conversations");
            list.getSelectionModel().selectLast();
            list.requestFocus();
            list.layout();
            Event.fireEvent(list, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, true, null));
            return null;
        });
        assertThat(onFx(() -> javafx.stage.Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance))).isTrue();
        press(KeyCode.ESCAPE);
    }

    @Test
    void everythingOnEveryPageAndInEverySheetHasARoleAndAName() throws Exception {
        openOne();
        var missing = new TreeSet<String>();
        for (Page page : Page.values()) {
            turnTo(page);
            missing.addAll(onFx(Named::missing));
        }
        for (String id : onFx(() -> actions().all().stream().map(Action::id).toList())) {
            if (!id.startsWith("language") && !id.startsWith("theme") && !id.equals("attach")) { // the same again, and a dialog of the system
                missing.addAll(missing(() -> window.run(id)));
            }
        }
        onFx(() -> {
            window.run("side"); // both are folded by now
            window.run("limits");
            return null;
        });
        openOne();
        for (String menus : List.of("#conversations", "#chat")) {
            missing.addAll(missing(() -> Event.fireEvent(node(menus),
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, true, null))));
        }
        missing.addAll(missing(() -> ((ButtonBase) node("#side-more")).fire()));
        for (Node menu : onFx(() -> Set.copyOf(window.scene().getRoot().lookupAll(".menu-button")))) {
            missing.addAll(missing(() -> {
                if (menu.getScene() != null) {
                    ((MenuButton) menu).show();
                }
            }));
        }
        missing.addAll(missing(() -> window.run("renameConversation")));
        missing.addAll(missing(() -> window.run("deleteConversation")));
        assertThat(onFx(() -> node("#undo-bar").isVisible())).isTrue();
        missing.addAll(missing(() -> LinkDialog.ask(window.scene(), Texts.in(Language.EN), text -> { }, URI.create("https://example.org/"))));
        for (String words : List.of("quers", "qqqqqq", "query")) {
            onFx(() -> {
                ((TextField) node("#search")).setText(words);
                return null;
            });
            await(words).atMost(SOON).until(() -> onFx(() -> words.equals("query") ? !((ListView<?>) node("#conversations")).getItems().isEmpty()
                    : node("#side-empty") instanceof Labeled says && says.getText().contains(words)));
            missing.addAll(onFx(Named::missing));
        }
        for (int step = 1; step <= 2; step++) {
            int shown = step;
            missing.addAll(missing(() -> {
                window.fresh();
                window.firstStep(Optional.of(shown));
            }));
        }
        assertThat(missing).isEmpty();
    }

    /** What has no name once that was done. What it opens is closed again. */
    private Set<String> missing(Runnable act) throws Exception {
        Platform.runLater(act); // not waited for: it may be a dialog, which waits itself
        onFx(() -> null);
        Set<String> missing = onFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return Named.missing();
        });
        onFx(() -> {
            List.copyOf(javafx.stage.Window.getWindows()).stream().filter(other -> other != stage).forEach(javafx.stage.Window::hide);
            return null;
        });
        return missing;
    }

    @Test
    void aChangeOfLanguageKeepsWhatWasFilteredAndWhichTimeWasLookedAt() throws Exception {
        openOne();
        turnTo(Page.USAGE);
        onFx(() -> {
            window.run("spanWeek");
            window.run("earlier");
            window.run("asTables");
            return null;
        });
        turnTo(Page.DECISIONS);
        onFx(() -> {
            ((TextField) node("#decisions-filter")).setText("merhaba");
            window.run("judge");
            window.run("languageTr");
            return null;
        });
        assertThat(onFx(() -> ((TextField) node("#decisions-filter")).getText())).isEqualTo("merhaba");
        assertThat(onFx(() -> ((ToggleButton) node("#judge-chip")).isSelected())).isTrue();
        onFx(() -> {
            window.page(Page.USAGE);
            return null;
        });
        assertThat(onFx(() -> ((ToggleButton) node("#span-week")).isSelected() && ((ToggleButton) node("#as-tables")).isSelected())).isTrue();
        assertThat(onFx(() -> actions().find("present").orElseThrow().enabled().getAsBoolean())).as("a week ago").isTrue();
        assertThat(focused()).isNotNull();
    }

    /** Opens a conversation, and waits until all that stands beside it is there. */
    private void openOne() throws Exception {
        onFx(() -> {
            window.open(spoken);
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".served") != null
                && ((ListView<?>) node("#conversations")).getItems().size() > 2 && window.scene().lookup(".limit-card") != null));
    }

    /** And waits until what it reads is there. */
    private void turnTo(Page page) throws Exception {
        onFx(() -> {
            window.page(page);
            return null;
        });
        await(page.toString()).atMost(SOON).until(() -> onFx(() -> switch (page) {
            case CHAT -> node("#composer") != null;
            case DECISIONS -> node("#path-outcome") != null;
            case USAGE -> node(".plot") != null;
            case SETTINGS -> node("#settings-keys") != null;
        }));
    }

    private Actions actions() {
        return window.actions();
    }

    private Node focused() throws Exception {
        return onFx(() -> window.scene().getFocusOwner());
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }

    private void press(KeyCode... keys) throws Exception {
        onFx(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return null;
        });
        onFx(() -> null); // whatever the keys led to has been handled before this
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get(20, TimeUnit.SECONDS);
    }
}
