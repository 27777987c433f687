package dev.katman.launch;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.ui.chat.ChatList;
import dev.katman.ui.settings.Section;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What the tour looks at, in order: each view leaves the window so that the next one can go on. */
final class TourViews {
    /** Long enough for a page to load from the journal, lay itself out and be drawn in software. */
    static final long SETTLE_MILLIS = 450;
    /** Likewise where the past must be decided again first. */
    private static final long SETTLE_LONG_MILLIS = 1_200;
    private static final int HOURS = 24;
    /** What a chart tells of an hour in which there was something. */
    private static final Pattern FIGURES = Pattern.compile(".*: .*\\d.*");

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
    static List<View> fresh(Window window) {
        return List.of(
                new View("first-language", () -> {
                    window.fresh();
                    window.firstStep(Optional.of(1));
                }),
                new View("first-key", () -> window.firstStep(Optional.of(2))),
                new View("usage-empty", () -> {
                    window.firstStep(Optional.empty());
                    window.page(Page.USAGE);
                }));
    }

    /** Every section of the settings, one answer of each kind to a key, and the largest text. */
    static List<View> settings(Window window) {
        var views = new ArrayList<View>();
        for (Section section : Section.values()) {
            views.add(new View("settings-" + section.name().toLowerCase(Locale.ROOT), () -> window.settings(section)));
        }
        views.add(new View("settings-erase", () -> press(window.scene(), "#erase-everything")));
        views.add(new View("settings-refused", () -> {
            window.scene().getRoot().lookupAll("#question-no").forEach(no -> ((ButtonBase) no).fire());
            window.settings(Section.KEYS);
            ((TextField) window.scene().lookup("#key-groq")).setText("not-the-right-key");
            press(window.scene(), "#keep-groq");
        }, SETTLE_LONG_MILLIS, () -> { }));
        views.add(new View("settings-tiers-own", () -> {
            window.settings(Section.TIERS);
            press(window.scene(), "#out-1-1");
        }, SETTLE_MILLIS, () -> press(window.scene(), "#out-3-0")));
        views.add(new View("settings-limits-own", () -> {
            press(window.scene(), "#tier-3 #question-no");
            press(window.scene(), "#chain-back-1");
            window.settings(Section.LIMITS);
            enter(window.scene(), "#limit-llama-4-scout-sandbox-rpd", "14400");
            enter(window.scene(), "#limit-llama-4-scout-sandbox-tpm", "0");
        }));
        views.add(new View("settings-proxy", () -> {
            press(window.scene(), "#limit-back-llama-4-scout-sandbox-rpd");
            window.settings(Section.NETWORK);
            press(window.scene(), "#proxy-http");
        }));
        views.add(new View("settings-text-200", () -> {
            press(window.scene(), "#proxy-system");
            window.settings(Section.LIMITS);
            window.textSize(200);
        }));
        views.add(new View("first-text-200", () -> window.page(Page.CHAT)));
        views.add(new View("settings-text-80", () -> {
            window.textSize(80);
            window.settings(Section.POLICY);
        }, SETTLE_MILLIS, () -> { }));
        views.add(new View("settings-text-100", () -> window.textSize(100)));
        return views;
    }

    /** After weeks of use, with the deep brain's day nearly spent. */
    static List<View> used(Window window, Answer kept) {
        Scene scene = window.scene();
        return List.of(
                new View("pressed", () -> window.open(kept.conversation())),
                new View("pressed-decision", () -> window.open(kept.record().id()), SETTLE_LONG_MILLIS, () -> { }),
                new View("usage", () -> {
                    window.page(Page.USAGE);
                    press(scene, "#span-day");
                }, SETTLE_MILLIS, () -> scene.lookup("#chart-models") != null, () -> scroll(scene, 0)),
                new View("usage-hover", () -> {
                    Node plot = scene.lookup("#chart-models .plot");
                    plot.requestFocus();
                    key(plot, KeyCode.END);
                    for (int hour = 0; hour < HOURS && !FIGURES.matcher(plot.getAccessibleText()).matches(); hour++) { // back from the hours that are still to come
                        key(plot, KeyCode.LEFT);
                    }
                }),
                new View("usage-saved", () -> scroll(scene, 0.45)),
                new View("usage-below", () -> scroll(scene, 1)),
                new View("usage-week", () -> {
                    press(scene, "#span-week");
                    press(scene, "#measure-requests");
                    scroll(scene, 0);
                }),
                new View("usage-month", () -> {
                    press(scene, "#span-month");
                    press(scene, "#measure-tokens");
                }),
                new View("usage-tables", () -> press(scene, "#as-tables")),
                new View("usage-hour", () -> {
                    press(scene, "#as-tables");
                    press(scene, "#span-hour");
                }));
    }

    /** Everything that an answer may be made of, from its beginning to its end, and all of it selected. */
    static List<View> blocks(Window window, ConversationId conversation) {
        Scene scene = window.scene();
        return List.of(
                new View("blocks-end", () -> {
                    window.open(conversation);
                    press(scene.lookup("#chat"), KeyCode.ESCAPE, false);
                    press(scene.lookup("#chat"), KeyCode.END, false);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("blocks", () -> read(scene, 0)),
                new View("blocks-formulas", () -> read(scene, 12)),
                new View("blocks-selected", () -> press(scene.lookup("#chat"), KeyCode.A, true)));
    }

    private static void read(Scene scene, int row) {
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
                }),
                new View("chat", () -> window.open(hard.conversation())),
                new View("search", () -> search(scene, "cumle"), SETTLE_LONG_MILLIS, () -> { }),
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
                    ((TextArea) scene.lookup("#composer")).setText(Tour.QUESTION);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("decisions", () -> {
                    ((TextArea) scene.lookup("#composer")).clear();
                    press(scene, "#unpin");
                    window.open(hard.record().id());
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("decisions-end", () -> { }, SETTLE_MILLIS, () -> ((ScrollPane) scene.lookup(".path-pane")).setVvalue(1)),
                new View("decisions-filtered", () -> filter(scene, "ozet")),
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
                new View("focus-path", () -> window.run("nextRegion")),
                new View("palette", () -> window.run("palette")),
                new View("palette-typed", () -> ((TextField) scene.lookup("#palette-line")).setText("de")),
                new View("palette-none", () -> ((TextField) scene.lookup("#palette-line")).setText("zebra crossing")),
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
                    window.run("nextRegion"); // from the composer
                    window.run("nextRegion");
                    window.run("nextRegion");
                }),
                new View("focus-limits", () -> {
                    window.run("previousRegion");
                    window.run("previousRegion");
                }),
                new View("chat-text-200", () -> window.textSize(200), SETTLE_LONG_MILLIS, () -> { }));
    }

    private static void press(Scene scene, String id) {
        ((ButtonBase) scene.lookup(id)).fire();
    }

    /** Writes into a field and leaves it. */
    private static void enter(Scene scene, String id, String text) {
        var field = (TextField) scene.lookup(id);
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    private static void key(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static void search(Scene scene, String text) {
        ((TextField) scene.lookup("#search")).setText(text);
    }

    private static void filter(Scene scene, String text) {
        ((TextField) scene.lookup("#decisions-filter")).setText(text);
    }

    /** Takes the first model of the composer's submenu. */
    private static void pin(Scene scene) {
        var choice = (MenuButton) scene.lookup("#tier-choice");
        choice.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast).findFirst()
                .ifPresent(models -> models.getItems().getLast().fire());
    }

    private static void scroll(Scene scene, double to) {
        ((ScrollPane) scene.lookup(".usage-pane")).setVvalue(to);
    }
}
