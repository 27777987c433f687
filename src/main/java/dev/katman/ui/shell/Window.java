package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.JournalException;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.settings.Theme;
import dev.katman.ui.chat.ChatPage;
import dev.katman.ui.chat.Chats;
import dev.katman.ui.decisions.DecisionsPage;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Browser;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.Pulse;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import dev.katman.ui.quota.LimitsPanel;
import dev.katman.words.Words;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * The workbench's window. Built once; a change of language builds new pages on the same conversations. All methods are for the FX
 * thread, save {@link #close}.
 */
public final class Window implements AutoCloseable {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    /** Narrower than this the limits fold by themselves, so that the chat keeps a readable width. */
    private static final double ROOM_FOR_LIMITS = 1100;

    private final Services services;
    private final Look look;
    private final Work work;
    private final Chats chats;
    private final Ticker ticker;
    private final BorderPane root = new BorderPane();
    private final NoticeBar notices = new NoticeBar();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private Context context;
    private TopBar bar;
    private ChatPage chat;
    private DecisionsPage decisions;
    private LimitsPanel limits;
    private Page page = Page.CHAT;
    private boolean sideShown;
    private boolean limitsShown;

    public Window(Services services) {
        this.services = services;
        look = new Look(services.preferences().theme());
        look.dress(scene);
        work = new Work(new Pulse(), this::fault);
        chats = new Chats(services, work, this::fault);
        ticker = new Ticker(services, work, this::tick);
        sideShown = services.preferences().get("window.side").map(Boolean::parseBoolean).orElse(true);
        limitsShown = services.preferences().get("window.limits").map(Boolean::parseBoolean).orElse(true);
        scene.widthProperty().addListener((width, before, now) -> {
            if (before.doubleValue() < ROOM_FOR_LIMITS != now.doubleValue() < ROOM_FOR_LIMITS) {
                limits(now.doubleValue() >= ROOM_FOR_LIMITS
                        && services.preferences().get("window.limits").map(Boolean::parseBoolean).orElse(true), false);
            }
        });
        build();
        keys();
        services.notices().forEach(sentence -> notices.say(context, sentence));
        chats.refresh();
    }

    /** Opens the window. */
    public void show(Stage stage) {
        stage.setTitle("Katman");
        look.icon(stage);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(event -> close());
        stage.show();
        chat.focusComposer();
        ticker.start();
    }

    /** For a photographer. */
    public Scene scene() {
        return scene;
    }

    /** Turns to a page. */
    public void page(Page other) {
        page = other;
        lay();
        if (page == Page.CHAT) {
            chat.focusComposer();
        } else {
            decisions.look();
        }
    }

    /** Opens a conversation on the chat page. */
    public void open(ConversationId conversation) {
        chats.open(conversation);
        page(Page.CHAT);
    }

    /** Opens a decision on its page. */
    public void open(DecisionId decision) {
        page = Page.DECISIONS;
        lay();
        decisions.open(decision);
    }

    /** Begins a new conversation. */
    public void fresh() {
        chats.fresh();
        page(Page.CHAT);
    }

    /** Changes the look now and for the next start. */
    public void theme(Theme theme) {
        look.theme(theme);
        keep(() -> services.preferences().theme(theme));
    }

    /** Changes the language now and for the next start. */
    public void language(Language language) {
        keep(() -> services.preferences().language(language));
        build(language);
    }

    private void build() {
        build(services.preferences().language());
    }

    private void build(Language language) {
        Texts texts = Texts.in(language);
        var acts = new BlockView.Acts(texts.get("ui.code.copy"), Window::copy, Browser::open);
        var figures = new Figures(texts.locale(), ZoneId.systemDefault());
        context = new Context(services, texts, new Words(texts), figures, work, acts);
        bar = new TopBar(context, look.theme(), new TopBar.Acts() {
            @Override
            public void page(Page other) {
                Window.this.page(other);
            }

            @Override
            public void side(boolean shown) {
                Window.this.side(shown);
            }

            @Override
            public void limits(boolean shown) {
                Window.this.limits(shown, true);
            }

            @Override
            public void theme(Theme theme) {
                Window.this.theme(theme);
            }

            @Override
            public void language(Language other) {
                Window.this.language(other);
            }
        });
        chat = new ChatPage(context, chats, this::open);
        decisions = new DecisionsPage(context, record -> open(record.conversation()));
        limits = new LimitsPanel(context, () -> limits(false, true));
        root.setTop(new VBox(bar, notices));
        lay();
        if (page == Page.DECISIONS) {
            decisions.look();
        }
    }

    private void lay() {
        root.setCenter(page == Page.CHAT ? chat : decisions);
        root.setRight(page == Page.CHAT && limitsShown ? limits : null);
        chat.showSide(sideShown);
        bar.show(page, sideShown, limitsShown);
    }

    private void side(boolean shown) {
        sideShown = shown;
        lay();
        keep(() -> services.preferences().put("window.side", String.valueOf(shown)));
    }

    /** @param wanted whether the reader said so, and not the width */
    private void limits(boolean shown, boolean wanted) {
        limitsShown = shown;
        lay();
        if (wanted) {
            keep(() -> services.preferences().put("window.limits", String.valueOf(shown)));
        }
    }

    private void keys() {
        Map<KeyCode, Runnable> acts = Map.of(
                KeyCode.N, this::fresh,
                KeyCode.DIGIT1, () -> page(Page.CHAT),
                KeyCode.DIGIT2, () -> page(Page.DECISIONS),
                KeyCode.B, () -> side(!sideShown),
                KeyCode.J, () -> limits(!limitsShown, true));
        acts.forEach((key, act) -> scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), act));
    }

    private void tick(Ticker.Now now) {
        limits.show(now.levels(), now.at());
        limits.waiting(now.parked(), now.at());
        if (now.second()) {
            chat.look();
            if (page == Page.DECISIONS) {
                decisions.look();
            }
        }
    }

    private void fault(RuntimeException fault) {
        notices.say(context, fault instanceof JournalException journal
                ? context.text("ui.fault.journal." + journal.kind().name().toLowerCase(Locale.ROOT))
                : context.text("ui.fault.other"));
    }

    /** What was chosen holds now in any case; that it cannot be kept for the next start is said, not thrown. */
    private void keep(Runnable choice) {
        work.run("keep a preference", () -> {
            try {
                choice.run();
                return true;
            } catch (UncheckedIOException e) {
                return false;
            }
        }, kept -> {
            if (!kept) {
                notices.say(context, context.text("ui.fault.preferences"));
            }
        });
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void close() {
        ticker.close();
    }
}
