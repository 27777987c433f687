package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Trouble;
import dev.katman.journal.DecisionRecord;
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
import dev.katman.ui.usage.UsagePage;
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
import javafx.stage.WindowEvent;

import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The workbench's window. Built once; a change of language builds new pages on the same conversations. All methods are for the FX
 * thread.
 */
public final class Window implements AutoCloseable {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    /** Narrower than this the limits fold by themselves, so that the chat keeps a readable width. */
    private static final double ROOM_FOR_LIMITS = 1100;
    /** Of a message, in a line that floats on the screen. */
    private static final int TOLD = 60;

    private final Services services;
    private final Look look;
    private final Work work;
    private final Chats chats;
    private final Ticker ticker;
    private final BorderPane root = new BorderPane();
    private final NoticeBar notices = new NoticeBar();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private final Set<String> told = new HashSet<>();
    private Optional<Herald> herald = Optional.empty();
    private Context context;
    private TopBar bar;
    private ChatPage chat;
    private DecisionsPage decisions;
    private UsagePage usage;
    private LimitsPanel limits;
    private Page page = Page.CHAT;
    private boolean sideShown;
    private boolean closed;
    private boolean limitsShown;

    public Window(Services services) {
        this.services = services;
        look = new Look(services.preferences().theme());
        look.dress(scene);
        work = new Work(new Pulse(), this::fault);
        chats = new Chats(services, work, this::fault, this::queueChanged);
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
        // Beside whatever the opener of this stage does when it is hidden, and before it: what follows may close the journal.
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> {
            if (event.getTarget() == stage) {
                close();
            }
        });
        herald = Optional.of(new Herald(stage, look));
        stage.show();
        chat.focusComposer();
        ticker.start();
        services.exchange().titleInBackground(services.preferences()::titles, id -> work.pulse().post(chats::refresh));
        services.exchange().answerParkedInBackground(answer -> work.pulse().post(() -> answered(answer)));
    }

    /** For a photographer. */
    public Scene scene() {
        return scene;
    }

    /** Turns to a page. */
    public void page(Page other) {
        page = other;
        lay();
        switch (page) {
            case CHAT -> chat.focusComposer();
            case DECISIONS -> decisions.turnedTo();
            case USAGE -> usage.look();
        }
    }

    /** Opens a conversation on the chat page. */
    public void open(ConversationId conversation) {
        chats.open(conversation);
        page(Page.CHAT);
    }

    /** Opens a conversation at what was decided on. */
    private void open(DecisionRecord record) {
        chats.open(record.conversation());
        page = Page.CHAT;
        lay();
        chat.reveal(record.id());
    }

    /** Opens a decision on its page. */
    public void open(DecisionId decision) {
        page = Page.DECISIONS;
        lay();
        decisions.turnedTo();
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
        chat = new ChatPage(context, chats, this::open, sentence -> notices.say(context, sentence));
        decisions = new DecisionsPage(context, new DecisionsPage.Acts() {
            @Override
            public void openInChat(DecisionRecord record) {
                open(record);
            }

            @Override
            public void taught(DecisionRecord record) {
                chats.taught(record.id());
            }
        });
        usage = new UsagePage(context, this::fresh);
        limits = new LimitsPanel(context, limitsActs());
        root.setTop(new VBox(bar, notices));
        lay();
        lookAtPage();
    }

    /** What is shown reads what is new. The chat does so by itself. */
    private void lookAtPage() {
        switch (page) {
            case CHAT -> { }
            case DECISIONS -> decisions.look();
            case USAGE -> usage.look();
        }
    }

    private LimitsPanel.Acts limitsActs() {
        return new LimitsPanel.Acts() {
            @Override
            public void fold() {
                limits(false, true);
            }

            @Override
            public void open(ConversationId conversation) {
                Window.this.open(conversation);
            }

            @Override
            public void sendNow(MessageId message, ConversationId conversation) {
                chats.sendNow(message, conversation);
            }

            @Override
            public void move(MessageId message, int place) {
                work.run("move in the queue", () -> {
                    services.exchange().moveParked(message, place);
                    return place;
                }, done -> queueChanged());
            }

            @Override
            public void cancel(MessageId message, ConversationId conversation) {
                chats.cancel(message, conversation);
            }
        };
    }

    private void lay() {
        root.setCenter(switch (page) {
            case CHAT -> chat;
            case DECISIONS -> decisions;
            case USAGE -> usage;
        });
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
                KeyCode.DIGIT3, () -> page(Page.USAGE),
                KeyCode.B, () -> side(!sideShown),
                KeyCode.J, () -> limits(!limitsShown, true));
        acts.forEach((key, act) -> scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), act));
    }

    private void tick(Ticker.Now now) {
        limits.show(now.levels(), now.at());
        limits.waiting(now.parked(), now.at());
        now.troubles().forEach(this::say);
        if (now.second()) {
            chat.look();
            lookAtPage();
        }
    }

    private void queueChanged() {
        ticker.again();
    }

    /** A message that had waited was answered, or given up. */
    private void answered(Answer answer) {
        if (closed) {
            return;
        }
        chats.answered(answer);
        String title = switch (answer.result()) {
            case ANSWERED -> "ui.herald.answered";
            case UNANSWERED -> "ui.herald.unanswered";
            case PARKED, STOPPED -> ""; // it goes on waiting, or the reader knows
        };
        herald.filter(h -> !title.isEmpty() && !h.isInFront()).ifPresent(h -> h.tell(context.text(title),
                context.text("ui.herald.message", brief(answer.record().text())), () -> open(answer.conversation())));
    }

    private static String brief(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= TOLD ? line : line.substring(0, line.offsetByCodePoints(0, TOLD)) + "…";
    }

    /** Each once a start, however often it is found. */
    private void say(Trouble trouble) {
        String about = switch (trouble) {
            case Trouble.KeyRefused refused -> "key " + refused.provider().id();
            case Trouble.ModelGone gone -> "model " + gone.deployment();
        };
        if (told.add(about)) {
            notices.say(context, context.words().trouble(trouble));
        }
    }

    private void fault(RuntimeException fault) {
        notices.say(context, switch (fault) {
            case JournalException journal -> context.text("ui.fault.journal." + journal.kind().name().toLowerCase(Locale.ROOT));
            case UncheckedIOException preferences -> context.text("ui.fault.preferences");
            default -> context.text("ui.fault.other");
        });
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

    /**
     * Stops what is under way and waits until nothing of the window touches the journal any more, so that it can be closed.
     * A second call does nothing.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        herald.ifPresent(Herald::close);
        ticker.close();
        chats.close();
        work.close();
    }
}
