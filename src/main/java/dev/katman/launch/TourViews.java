package dev.katman.launch;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.settings.Preferences;
import dev.katman.settings.Texts;
import dev.katman.ui.chat.ChatList;
import dev.katman.ui.kit.Look;
import dev.katman.ui.shell.NotOpened;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the tour looks at, in order: each view leaves the window so that the next one can go on. */
final class TourViews {
    /** Long enough for a page to load from the journal, lay itself out and be drawn in software. */
    static final long SETTLE_MILLIS = 450;
    /** Likewise where the past must be decided again first. */
    static final long SETTLE_LONG_MILLIS = 1_200;
    /** Between two glances at what stands for a moment only. */
    static final long GLANCE_MILLIS = 20;

    /** More than a page has. */
    private static final int REGIONS = 8;

    private TourViews() {
    }

    /**
     * What is photographed.
     *
     * @param settle milliseconds until it stands
     * @param stands whether what {@code last} needs is there; asked until it is
     * @param last   done just before the picture is taken
     * @param seen   what the picture is of, where that is not the window itself
     */
    record View(String name, Runnable show, long settle, BooleanSupplier stands, Runnable last, Supplier<Optional<Scene>> seen) {
        View(String name, Runnable show, long settle, BooleanSupplier stands, Runnable last) {
            this(name, show, settle, stands, last, Optional::empty);
        }

        View(String name, Runnable show, long settle, Runnable last) {
            this(name, show, settle, () -> true, last);
        }

        View(String name, Runnable show) {
            this(name, show, SETTLE_MILLIS, () -> { });
        }
    }

    /** Before anything was ever asked. */
    static List<View> fresh(App app, Window window) {
        var instead = new AtomicReference<Stage>();
        return List.of(
                new View("not-opened", () -> instead.set(notOpened(app)), SETTLE_MILLIS, () -> true, () -> { },
                        () -> Optional.of(instead.get().getScene())),
                new View("first-language", () -> {
                    instead.get().close();
                    window.fresh();
                    window.firstStep(Optional.of(1));
                }),
                new View("first-key", () -> window.firstStep(Optional.of(2))),
                new View("usage-empty", () -> {
                    window.firstStep(Optional.empty());
                    window.page(Page.USAGE);
                }, SETTLE_MILLIS, () -> window.scene().lookup("#usage-next") != null, () -> { }));
    }

    /** What stands in the window's place where the database cannot be read. */
    private static Stage notOpened(App app) {
        var texts = Texts.in(app.preferences().language());
        var stage = new Stage();
        NotOpened.show(stage, new Look(app.preferences().theme(), Preferences.USUAL_TEXT), texts,
                texts.get("words.journal.damaged", Path.of("/home/me/.local/share/katman")), () -> { });
        return stage;
    }

    /** Everything that an answer may be made of, from its beginning to its end, and all of it selected. */
    static List<View> blocks(Window window, ConversationId conversation) {
        Scene scene = window.scene();
        return List.of(
                new View("blocks-end", () -> {
                    search(scene, "");
                    window.open(conversation);
                    press(scene.lookup("#chat"), KeyCode.ESCAPE, false);
                    press(scene.lookup("#chat"), KeyCode.END, false);
                }, SETTLE_LONG_MILLIS, () -> drawn(scene), () -> { }),
                new View("blocks", () -> read(scene, 0), SETTLE_MILLIS, () -> drawn(scene), () -> { }),
                new View("blocks-formulas", () -> read(scene, 12), SETTLE_MILLIS, () -> drawn(scene), () -> { }),
                new View("blocks-selected", () -> press(scene.lookup("#chat"), KeyCode.A, true)),
                new View("search-footnote", () -> {
                    press(scene.lookup("#chat"), KeyCode.ESCAPE, false); // nothing is selected any more
                    search(scene, "claimed source");
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("search-formula", () -> search(scene, "level time"), SETTLE_LONG_MILLIS, () -> { }));
    }

    static boolean isShownOf(Scene scene, String selector) {
        return scene.getRoot().lookupAll(selector).stream().anyMatch(TourViews::isShown);
    }

    /** Whether formulas and emoji stand there as such: the first ones take their time. */
    private static boolean drawn(Scene scene) {
        return scene.getRoot().lookupAll(".drawn").stream().filter(TourViews::isShown).allMatch(view -> ((Parent) view).getChildrenUnmodifiable().stream()
                .anyMatch(node -> node instanceof ImageView picture && picture.getImage() != null));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    static void read(Scene scene, int row) {
        var list = (ChatList) scene.lookup("#chat");
        Event.fireEvent(list, new ScrollEvent(ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false, false, 0, 1, 0, 1,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)); // a reader, not a follower
        list.scrollTo(Math.min(row, list.getItems().size() - 1));
        list.layout();
    }

    /** @param shortcut whether with the key that shortcuts have here */
    static void press(Node node, KeyCode key, boolean shortcut) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, shortcut && !mac, false, shortcut && mac));
    }

    /** After some days of talk. */
    static List<View> talked(Window window, Answer hard) {
        Scene scene = window.scene();
        return List.of(
                new View("welcome", () -> {
                    window.textSize(100);
                    window.fresh();
                }, SETTLE_MILLIS, () -> !isShownOf(scene, "#limits") || isShownOf(scene, "#limits .plan"), () -> { }),
                new View("chat", () -> window.open(hard.conversation()), SETTLE_MILLIS, () -> isShownOf(scene, "#chat .bubble"), () -> { }),
                new View("search", () -> search(scene, "cumle"), SETTLE_LONG_MILLIS, () -> isShownOf(scene, ".side-hit"), () -> { }),
                new View("search-hit", () -> key(scene.lookup("#search"), KeyCode.DOWN), SETTLE_LONG_MILLIS, () -> { }),
                new View("search-else", () -> search(scene, "cmle zebra"), SETTLE_LONG_MILLIS, () -> { }),
                new View("search-none", () -> search(scene, "zebra crossing"), SETTLE_LONG_MILLIS, () -> { }),
                new View("removed", () -> {
                    search(scene, "");
                    window.open(hard.conversation());
                    window.run("deleteConversation");
                }),
                new View("restored", () -> press(scene, "#undo"), SETTLE_LONG_MILLIS, () -> { }),
                new View("chat-pinned", () -> {
                    window.fresh();
                    pin(scene);
                    type(scene, "#composer", Tour.QUESTION);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("decisions", () -> {
                    ((TextArea) scene.lookup("#composer")).clear();
                    press(scene, "#unpin");
                    window.open(hard.record().id());
                }, SETTLE_LONG_MILLIS, () -> !((TableView<?>) scene.lookup("#decisions")).getItems().isEmpty(), () -> { }),
                new View("decisions-end", () -> { }, SETTLE_MILLIS, () -> ((ScrollPane) scene.lookup(".path-pane")).setVvalue(1)),
                new View("decisions-filtered", () -> {
                    ((ScrollPane) scene.lookup(".path-pane")).setVvalue(0);
                    filter(scene, "ozet");
                }),
                new View("decisions-unmatched", () -> filter(scene, "ozet zebra")),
                new View("what-if", () -> {
                    filter(scene, "");
                    press(scene, "#what-if-chip");
                    press(scene, "#what-if-strict");
                    ((Slider) scene.lookup("#what-if-local")).setValue(0.7);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("what-if-end", () -> { }, SETTLE_MILLIS, () -> ((ScrollPane) scene.lookup(".path-pane")).setVvalue(1)),
                new View("judge", () -> {
                    press(scene, "#what-if-back");
                    press(scene, "#judge-chip");
                }),
                new View("path", () -> press(scene, "#judge-chip")),
                new View("focus-path", () -> goInto(window, ".path")),
                new View("palette", () -> window.run("palette")),
                new View("palette-typed", () -> type(scene, "#palette-line", "de")),
                new View("palette-none", () -> type(scene, "#palette-line", "zebra crossing")),
                new View("help", () -> window.run("help")),
                new View("shortcuts", () -> {
                    window.run("shortcuts");
                    Node keys = scene.lookup("#shortcut-palette .key-button");
                    keys.requestFocus();
                    ((ButtonBase) keys).fire();
                    Event.fireEvent(keys, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT2, false, true, false, false));
                }),
                new View("focus-side", () -> {
                    window.open(hard.conversation());
                    goInto(window, ".side");
                }),
                new View("chat-text-200", () -> window.textSize(200), SETTLE_LONG_MILLIS, () -> { }),
                new View("focus-limits", () -> { // the last: in a narrow window the limits fold by themselves, and stay unfolded from here
                    window.textSize(100);
                    if (isFolded(scene)) {
                        window.run("limits");
                    }
                    goInto(window, "#limits");
                }));
    }

    private static boolean isFolded(Scene scene) {
        Node limits = scene.lookup("#limits");
        return limits == null || !limits.isVisible();
    }

    /** Goes on from region to region until the focus is in that one. */
    private static void goInto(Window window, String selector) {
        Node region = window.scene().lookup(selector);
        for (int i = 0; i < REGIONS && !holds(region, window.scene().getFocusOwner()); i++) {
            window.run("nextRegion");
        }
    }

    private static boolean holds(Node region, Node node) {
        return node != null && (node.equals(region) || holds(region, node.getParent()));
    }

    static void press(Scene scene, String id) {
        ((ButtonBase) scene.lookup(id)).fire();
    }

    static void key(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /** Leaves the caret where it stands once somebody has typed. */
    static void type(Scene scene, String id, String text) {
        var field = (TextInputControl) scene.lookup(id);
        field.requestFocus();
        field.setText(text);
        field.end();
    }

    private static void search(Scene scene, String text) {
        type(scene, "#search", text);
    }

    private static void filter(Scene scene, String text) {
        type(scene, "#decisions-filter", text);
    }

    /** Takes the first model of the composer's submenu. */
    private static void pin(Scene scene) {
        var choice = (MenuButton) scene.lookup("#tier-choice");
        choice.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast).findFirst()
                .ifPresent(models -> models.getItems().getLast().fire());
    }
}
