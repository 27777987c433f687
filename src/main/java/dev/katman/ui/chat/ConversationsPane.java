package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Found;
import dev.katman.exchange.SearchHit;
import dev.katman.journal.ConversationRow;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.SearchField;
import dev.katman.ui.kit.Work;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The conversations: pinned, in folders, by day; or, while something is looked for, what was found. A new one at the foot. */
final class ConversationsPane extends VBox implements SideList.Acts {
    /** A little longer than the pause between two letters. */
    private static final Duration REST = Duration.ofMillis(80);
    private static final int MOST_HITS = 60;

    /** What else happens on the page. */
    interface Acts {
        /** Puts the cursor where one writes. */
        void write();

        /** Opens a conversation at what was found in it by those words. */
        void open(SearchHit hit, String words);

        /** Says something to the reader. */
        void say(Notice notice);

        /** Other words are looked for than before. */
        void looked(String words);
    }

    private final Context context;
    private final Chats chats;
    private final Acts acts;
    private final SideRows sideRows;
    private final SideMenu menu;
    private final SideActions actions;
    private final FoldedFolders folders;
    private final Work.Latest searching;
    private final TextField search = new SearchField();
    private final NothingFound nothing;
    private final Label note = new Label();
    private final SideList list = new SideList(this);
    private final ListChangeListener<ConversationRow> changes = change -> show();
    private final ChangeListener<ChatModel> opened = (current, before, now) -> mark();
    private final ChangeListener<Number> marked = (marks, before, now) -> show();
    private Optional<Found> found = Optional.empty();
    private LocalDate shownOn = LocalDate.MIN;

    ConversationsPane(Context context, Chats chats, Acts acts) {
        this.context = context;
        this.chats = chats;
        this.acts = acts;
        sideRows = new SideRows(context, chats::busy, chats.side()::unread);
        folders = new FoldedFolders(context);
        searching = context.work().latest("search", REST);
        var dialogs = new SideDialogs(context, this);
        var carrying = new Carrying(context, chats::refresh, acts::say);
        menu = new SideMenu(context, chats.shelving(), dialogs, carrying);
        actions = new SideActions(context, chats, list, menu);
        getStyleClass().addAll("side", "left");

        search.setId("search");
        search.getStyleClass().add("search-field");
        search.setPromptText(context.text("ui.side.search"));
        search.setAccessibleText(context.text("ui.side.search"));
        search.textProperty().addListener((text, before, now) -> {
            look(now);
            if (!now.isBlank()) { // what was found stays marked where the search is only left
                acts.looked(now);
            }
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        note.getStyleClass().add("side-note");
        var top = new VBox(search, note);
        top.getStyleClass().add("side-search");

        list.setAccessibleText(context.text("ui.side.name"));
        list.setCellFactory(view -> new SideCell(context));
        nothing = new NothingFound(context, words -> {
            search.setText(words);
            search.end();
            search.requestFocus();
        }, this::leaveSearch);
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(top, list, new SideFoot(context, chats::fresh,
                () -> dialogs.source().ifPresent(carrying::in), () -> dialogs.target("katman", "json").ifPresent(carrying::allOut)));
        // Held by the conversations, which outlive this pane; weak, so that a change of language leaves nothing behind.
        chats.side().rows().addListener(new WeakListChangeListener<>(changes));
        chats.current().addListener(new WeakChangeListener<>(opened));
        chats.side().marks().addListener(new WeakChangeListener<>(marked));
        show();
    }

    /** Whether one is in the list or its search just now. */
    boolean hasFocus() {
        return list.isFocused() || search.isFocused();
    }

    /** What can be done here. */
    List<Action> actions() {
        return actions.all();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Called every second: when a day has passed, today is another. */
    void look() {
        if (!LocalDate.ofInstant(now(), context.zone()).equals(shownOn)) {
            show();
        }
        if (found.filter(f -> !f.all()).isPresent()) {
            look(search.getText()); // more has been read since
        }
    }

    private void look(String words) {
        if (words.isBlank()) {
            searching.forget();
            found = Optional.empty();
            show();
        } else {
            searching.ask(() -> context.services().search().find(words, MOST_HITS), now -> {
                found = Optional.of(now);
                show();
            });
        }
    }

    /** Shows what there is now. */
    void show() {
        shownOn = LocalDate.ofInstant(now(), context.zone());
        found.ifPresentOrElse(now -> nothing.nothing(search.getText().strip(), now.instead()), nothing::empty);
        boolean partly = found.filter(f -> !f.all()).isPresent();
        note.setText(partly ? context.text("ui.side.reading") : "");
        note.setVisible(partly);
        note.setManaged(partly);
        list.show(found.map(sideRows::of).orElseGet(() -> sideRows.of(chats.side().rows(), folders.closed(), now())));
        mark();
    }

    /** Marks the conversation that is open; not while one stands elsewhere in the list. */
    private void mark() {
        boolean elsewhere = list.isFocused() && list.selected().filter(SideRow.Folder.class::isInstance).isPresent();
        if (found.isEmpty() && !elsewhere) {
            Optional<ConversationId> open = chats.current().get().conversation();
            list.mark(list.getItems().stream().filter(row -> row instanceof SideRow.One one && open.filter(one.row().id()::equals).isPresent())
                    .findFirst());
        }
    }

    @Override
    public void reached(SideRow row) {
        switch (row) {
            case SideRow.One one -> chats.open(one.row().id());
            case SideRow.Hit(var hit) -> acts.open(hit, search.getText());
            case SideRow.Folder folder -> { }
            case SideRow.Head head -> { }
        }
    }

    @Override
    public void meant(SideRow row) {
        switch (row) {
            case SideRow.One one -> acts.write();
            case SideRow.Hit(var hit) -> acts.open(hit, search.getText()); // again, where another place of it was looked at since
            case SideRow.Folder folder -> turn(folder);
            case SideRow.Head head -> { }
        }
    }

    @Override
    public boolean pressed(KeyEvent event, SideRow row) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (actions.pressed(event)) {
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE && found.isPresent()) {
            leaveSearch();
            return true;
        }
        return plain && switch (row) {
            case SideRow.Folder folder -> pressed(event.getCode(), folder);
            case SideRow.One one when event.getCode() == KeyCode.ENTER -> writes();
            case SideRow.Hit hit when event.getCode() == KeyCode.ENTER -> writes();
            case null, default -> false;
        };
    }

    private boolean writes() {
        acts.write();
        return true;
    }

    private boolean pressed(KeyCode key, SideRow.Folder folder) {
        boolean turns = key == KeyCode.ENTER || key == KeyCode.SPACE || key == (folder.open() ? KeyCode.LEFT : KeyCode.RIGHT);
        if (turns) {
            turn(folder);
        }
        return turns;
    }

    private void turn(SideRow.Folder folder) {
        folders.turn(folder.name());
        show();
        list.mark(Optional.of(new SideRow.Folder(folder.name(), !folder.open(), folder.size())));
    }

    @Override
    public Optional<ContextMenu> menu(SideRow row) {
        return switch (row) {
            case SideRow.One one -> Optional.of(menu.of(one.row(), chats.side().rows()));
            case SideRow.Folder folder -> Optional.of(menu.of(folder));
            case SideRow.Hit(var hit) -> chats.side().row(hit.conversation()).map(found -> menu.of(found, chats.side().rows()));
            case SideRow.Head head -> Optional.empty();
        };
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            leaveSearch();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.enter();
            event.consume();
        }
    }

    private void leaveSearch() {
        search.clear();
        search.requestFocus();
    }

    private Instant now() {
        return context.services().clock().instant();
    }
}
