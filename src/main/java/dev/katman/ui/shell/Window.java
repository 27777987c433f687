package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
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
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Drawings;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.kit.Find;
import dev.katman.ui.kit.LinkDialog;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.Place;
import dev.katman.ui.kit.Pulse;
import dev.katman.ui.kit.Reading;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import dev.katman.ui.settings.Section;
import dev.katman.ui.settings.SettingsPage;
import dev.katman.words.Words;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
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

    /** The preference that names the open conversation. */
    private static final String OPEN = "window.conversation";

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
    private final FirstStart first;
    private final Runnable providersHeard;
    private final ChangeListener<Optional<ConversationId>> opened = (open, before, now) -> opened(now);
    private Optional<Herald> herald = Optional.empty();
    private Optional<StagePlace> place = Optional.empty();
    private Context context;
    private TopBar bar;
    private Pages pages;
    private SettingsPage settings;
    private Page page = Page.CHAT;
    private boolean closed;

    public Window(Services services) {
        this.services = services;
        look = new Look(services.preferences().theme(), services.preferences().textSize());
        look.dress(scene);
        work = new Work(new Pulse(), notices::fault);
        chats = new Chats(services, work, notices::fault, this::queueChanged);
        ticker = new Ticker(services, work, this::tick);
        actions = new Actions(services.preferences(), this::keep);
        first = new FirstStart(services.preferences(), firstActs());
        folds = new Folds(services.preferences(), scene.widthProperty(), this::keep, this::lay);
        build(services.preferences().language());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        services.notices().forEach(notices::say);
        chats.refresh();
        if (first.isDue()) {
            work.run("look for a past", () -> services.journal().conversations().isEmpty(), none -> {
                if (none) {
                    retractNoKey(); // the steps say it themselves
                    first.turn(Optional.of(1));
                }
            });
        }
        providersHeard = () -> work.pulse().post(this::providersChanged);
        services.providers().listen(providersHeard);
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
        place = Optional.of(StagePlace.restored(stage, services.preferences(),
                text -> keep(() -> services.preferences().put(StagePlace.name(), text))));
        stage.show();
        services.preferences().get(OPEN).filter(Ids::isId).map(ConversationId::new).ifPresent(chats::reopen);
        chats.openId().addListener(opened);
        pages.chat().focusComposer();
        ticker.start();
        services.exchange().titleInBackground(services.preferences()::titles, id -> work.pulse().post(chats::refresh));
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
        first.focus();
    }

    /** Turns to a section of the settings. */
    public void settings(Section section) {
        page(Page.SETTINGS);
        settings.open(section);
    }

    /** Opens a conversation on the chat page. */
    public void open(ConversationId conversation) {
        chats.open(conversation);
        page(Page.CHAT);
    }

    /** Opens a conversation at what was decided on. */
    void open(DecisionRecord record) {
        chats.open(record.conversation(), record.id());
        page = Page.CHAT;
        lay();
        pages.chat().reveal(record.id());
    }

    /** Opens a decision on its page. */
    public void open(DecisionId decision) {
        page(Page.DECISIONS);
        pages.decisions().open(decision);
    }

    /** What is open is open again at the next start. */
    private void opened(Optional<ConversationId> conversation) {
        keep(() -> services.preferences().put(OPEN, conversation.map(ConversationId::value).orElse("")));
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

    /** Changes the size of all text now and for the next start. */
    public void textSize(int percent) {
        look.textSize(percent);
        keep(() -> services.preferences().textSize(percent));
    }

    /** Changes the language now and for the next start. */
    public void language(Language language) {
        keep(() -> services.preferences().language(language));
        overlay.close();
        build(language);
        pages.turnedTo(page); // what had the focus is gone
        first.focus();
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
        Section section = settings == null ? Section.KEYS : settings.shown();
        context(language);
        settings = new SettingsPage(context, settingsActs());
        settings.open(section);
        pages();
    }

    /** Keys, model servers or the sandbox have come or gone: what was built on them is built anew. The settings, where it was done, stay. */
    private void providersChanged() {
        if (closed) {
            return;
        }
        if (services.sandbox() && !services.providers().sandboxAsked()) {
            notices.say(noKey());
        } else {
            retractNoKey();
        }
        notices.forgetKeysMended(services.exchange().troubles());
        context(context.texts().language());
        pages();
        settings.look();
    }

    /** In whichever language it was said. */
    private void retractNoKey() {
        for (Language each : Language.values()) {
            notices.retract(Texts.in(each).get("words.sandbox.no_key"));
        }
    }

    private String noKey() {
        return context.text("words.sandbox.no_key");
    }

    /** Turns to a step of the first start, or away from it. */
    public void firstStep(Optional<Integer> step) {
        first.turn(step);
    }

    private FirstStart.Acts firstActs() {
        return new FirstStart.Acts() {
            @Override
            public Context context() {
                return context;
            }

            @Override
            public void language(Language language) {
                Window.this.language(language);
            }

            @Override
            public void greet(Optional<Node> steps) {
                pages.chat().greet(steps);
            }

            @Override
            public void keep(Runnable choice) {
                Window.this.keep(choice);
            }

            @Override
            public void begun() {
                pages.chat().focusComposer();
            }
        };
    }

    private SettingsPage.Acts settingsActs() {
        return new SettingsPage.Acts() {
            @Override
            public void theme(Theme theme) {
                Window.this.theme(theme);
            }

            @Override
            public void language(Language language) {
                Window.this.language(language);
            }

            @Override
            public void textSize(int percent) {
                Window.this.textSize(percent);
            }
        };
    }

    private void context(Language language) {
        Texts texts = Texts.in(language);
        var acts = new BlockView.Acts(texts, Window::copy, page -> LinkDialog.ask(scene(), texts, Window::copy, page), new Drawings(work),
                new Reading());
        var figures = new Figures(texts.locale(), ZoneId.systemDefault());
        context = new Context(services, texts, new Words(texts), figures, work, acts, actions);
        notices.use(context);
    }

    private void pages() {
        var made = Pages.on(context, chats, folds, settings, this);
        if (pages != null) {
            made.takeOver(pages);
        }
        pages = made;
        first.show();
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

    /** Says something on top of the window. */
    void say(Notice notice) {
        notices.say(notice);
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
            if (first.isShown() && chats.hasBegun()) {
                first.turn(Optional.empty()); // whoever writes has begun
            }
            pages.chat().look();
            place.ifPresent(StagePlace::look);
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
        services.providers().unlisten(providersHeard);
        herald.ifPresent(Herald::close);
        place.ifPresent(StagePlace::look);
        ticker.close();
        chats.close();
        work.close();
    }
}
