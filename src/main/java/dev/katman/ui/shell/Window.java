package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.Answer;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.DecisionRecord;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.settings.Theme;
import dev.katman.ui.chat.Chats;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Actions;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Browser;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.kit.Find;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.Place;
import dev.katman.ui.kit.Pulse;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import dev.katman.words.Words;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The workbench's window. Built once; a change of language builds new pages on the same conversations. All methods are for the FX
 * thread.
 */
public final class Window implements AutoCloseable {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Services services;
    private final Look look;
    private final Work work;
    private final Chats chats;
    private final Ticker ticker;
    private final Actions actions;
    private final Notices notices = new Notices();
    private final BorderPane frame = new BorderPane();
    private final Overlay overlay = new Overlay();
    private final Scene scene = new Scene(new StackPane(frame, overlay), WIDTH, HEIGHT);
    private final Regions regions = new Regions(scene, this::regions);
    private final Folds folds;
    private final Sheets sheets = new Sheets(overlay);
    private Optional<Herald> herald = Optional.empty();
    private Context context;
    private TopBar bar;
    private Pages pages;
    private Page page = Page.CHAT;
    private boolean closed;

    public Window(Services services) {
        this.services = services;
        look = new Look(services.preferences().theme());
        look.dress(scene);
        work = new Work(new Pulse(), notices::fault);
        chats = new Chats(services, work, notices::fault, this::queueChanged);
        ticker = new Ticker(services, work, this::tick);
        actions = new Actions(services.preferences(), this::keep);
        folds = new Folds(services.preferences(), scene.widthProperty(), this::keep, this::lay);
        build(services.preferences().language());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        MenuKey.in(scene);
        services.notices().forEach(notices::say);
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
        pages.chat().focusComposer();
        ticker.start();
        services.exchange().answerParkedInBackground(answer -> work.pulse().post(() -> answered(answer)));
    }

    /** For a photographer. */
    public Scene scene() {
        return scene;
    }

    /** Everything that can be done. */
    Actions actions() {
        return actions;
    }

    /** Turns to a page. */
    public void page(Page other) {
        overlay.close();
        page = other;
        lay();
        pages.turnedTo(page);
    }

    /** Opens a conversation on the chat page. */
    public void open(ConversationId conversation) {
        chats.open(conversation);
        page(Page.CHAT);
    }

    /** Opens a conversation at what was decided on. */
    void open(DecisionRecord record) {
        chats.open(record.conversation());
        page = Page.CHAT;
        lay();
        pages.chat().reveal(record.id());
    }

    /** Opens a decision on its page. */
    public void open(DecisionId decision) {
        page(Page.DECISIONS);
        pages.decisions().open(decision);
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
        overlay.close();
        build(language);
        pages.turnedTo(page); // what had the focus is gone
    }

    /** Does what an action does, on the page where it can be done. */
    public void run(String action) {
        actions.find(action).ifPresent(this::run);
    }

    private void run(Action action) {
        boolean again = overlay.shows(action.id());
        overlay.close();
        if (again) {
            return; // the key that opened a sheet closes it
        }
        Page there = Pages.page(action.place(), page);
        if (there != page) {
            page(there);
        }
        if (action.enabled().getAsBoolean()) {
            action.act().run();
        }
    }

    private void build(Language language) {
        Texts texts = Texts.in(language);
        var acts = new BlockView.Acts(texts.get("ui.code.copy"), Window::copy, Browser::open);
        var figures = new Figures(texts.locale(), ZoneId.systemDefault());
        context = new Context(services, texts, new Words(texts), figures, work, acts, actions);
        notices.use(context);
        var made = Pages.on(context, chats, folds, this);
        if (pages != null) {
            made.takeOver(pages);
        }
        pages = made;
        actions.put(Place.EVERYWHERE, WindowActions.everywhere(this, sheets, regions));
        pages.register(actions, WindowActions.aroundTheChat(folds, pages.chat()));
        bar = new TopBar(context, look::theme, this::run);
        sheets.use(context, paletteActs());
        frame.setTop(new VBox(bar, notices.bar()));
        lay();
        pages.look(page);
    }

    /** Opens the menu of the bar. */
    void menu() {
        bar.openMenu();
    }

    private Palette.Acts paletteActs() {
        return new Palette.Acts() {
            @Override
            public void run(Action action) {
                Window.this.run(action);
            }

            @Override
            public void open(ConversationRow conversation) {
                Window.this.open(conversation.id());
            }

            @Override
            public Place here() {
                return Pages.place(page);
            }

            @Override
            public List<Find> finds() {
                return pages.chat().finds();
            }

            @Override
            public void keep(Runnable choice) {
                Window.this.keep(choice);
            }
        };
    }

    private void lay() {
        pages.lay(page, folds, frame);
        bar.show(page, folds.side(), folds.limits());
    }

    private List<Parent> regions() {
        var all = new ArrayList<Parent>();
        if (overlay.isVisible()) {
            return List.of(overlay);
        }
        all.add(bar);
        all.addAll(pages.regions(page));
        return all;
    }

    private void pressed(KeyEvent key) {
        actions.pressed(key, Pages.place(page)).ifPresent(action -> {
            key.consume();
            run(action);
        });
    }

    private void tick(Ticker.Now now) {
        pages.limits().show(now.levels(), now.at());
        pages.limits().waiting(now.parked(), now.at());
        now.troubles().forEach(notices::say);
        if (now.second()) {
            pages.chat().look();
            pages.look(page);
        }
    }

    /** Messages that wait are others, or in another order. */
    void queueChanged() {
        ticker.again();
    }

    /** A message that had waited was answered, or given up. */
    private void answered(Answer answer) {
        if (!closed) {
            chats.answered(answer);
            herald.ifPresent(h -> h.tell(context, answer, () -> open(answer.conversation())));
        }
    }

    private void keep(Runnable choice) {
        notices.keep(work, choice);
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
