package dev.katman.ui.chat;

import dev.katman.conversation.DecisionId;
import dev.katman.exchange.SearchHit;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Find;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.Place;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conversations, the open one, and the composer. */
public final class ChatPage extends BorderPane {
    private final Context context;
    private final Chats chats;
    private final ConversationsPane side;
    private final Composer composer;
    private final Selection selection = new Selection();
    private final Sought sought = new Sought();
    private final ChatList list;
    private final Seeker seeker;
    private final SelectionKeys keys;
    private final Welcome welcome;
    private final StackPane middle;
    private final ChangeListener<ChatModel> opened = (current, before, now) -> use(now);
    private final ChangeListener<Boolean> busied = (busy, before, now) -> busied();
    private final ChangeListener<Number> handedBack = (count, before, now) -> handedBack(count);
    private final ListChangeListener<ChatRow> grown = change -> grown();
    private Optional<Wanted> wanted = Optional.empty();

    /**
     * What is to be shown of a conversation.
     *
     * @param decision about a message or behind an answer
     * @param words    that stand in it; none where the message itself is meant
     */
    private record Wanted(DecisionId decision, List<String> words) {
    }

    /** What the page asks of the window. */
    public interface Acts {
        /** Shows how an answer came about. */
        void openDecision(DecisionId decision);

        /** Shows what is left of the limits. */
        void seeLimits();

        /** Shows where keys are given. */
        void openKeys();

        /** Says something to the reader. */
        void say(Notice notice);
    }

    public ChatPage(Context context, Chats chats, Acts acts) {
        this.context = context;
        this.chats = chats;
        var documents = DocumentActs.over(this, context, chats, acts::say);
        composer = new Composer(context, chats, documents);
        side = new ConversationsPane(context, chats, sideActs(acts));
        welcome = new Welcome(context, composer::write);
        var under = new Under();
        var views = new RowViews(context, acts, composer, chats, documents, under);
        list = new ChatList(all -> new ChatCell(all, views, selection, sought));
        list.setAccessibleText(context.text("ui.chat.name"));
        under.watch(list);
        seeker = new Seeker(context, list, sought);
        SelectionMouse.on(list, selection);
        keys = new SelectionKeys(list, context, selection);

        var jump = new Button(context.text("ui.chat.latest"), Icons.of(Feather.ARROW_DOWN));
        jump.setId("jump");
        jump.getStyleClass().setAll("button", "jump");
        jump.visibleProperty().bind(list.away());
        jump.setOnAction(event -> list.toEnd());
        StackPane.setAlignment(jump, Pos.BOTTOM_CENTER);
        StackPane.setMargin(jump, new Insets(0, 0, 10, 0));

        middle = new StackPane(list, welcome, jump);
        middle.setMinSize(0, 0);
        var foot = new VBox(8, new UndoBar(context, chats.takeBack()), composer);
        foot.setAlignment(Pos.BOTTOM_CENTER);
        foot.setPadding(new Insets(0, 16, 16, 16));
        var centre = new BorderPane(middle);
        centre.setTop(new SoughtBar(context, sought, seeker));
        centre.setBottom(foot);
        setCenter(centre);
        composer.takeDrops(centre);
        setLeft(side);
        chats.current().addListener(new WeakChangeListener<>(opened));
        use(chats.current().get());
    }

    /** Shows something else where a conversation begins that has no message yet; empty for the usual welcome. */
    public void greet(Optional<Node> other) {
        other.ifPresentOrElse(welcome::instead, welcome::asUsual);
    }

    private ConversationsPane.Acts sideActs(Acts acts) {
        return new ConversationsPane.Acts() {
            @Override
            public void write() {
                composer.focus();
            }

            @Override
            public void open(SearchHit hit, String words) {
                reveal(hit, words);
            }

            @Override
            public void say(Notice notice) {
                acts.say(notice);
            }

            @Override
            public void looked(String words) {
                if (!words.strip().equals(sought.words())) {
                    seeker.leave();
                }
            }
        };
    }

    /** Whether the conversations are shown. */
    public void showSide(boolean shown) {
        side.setVisible(shown);
        side.setManaged(shown);
    }

    /** Puts the cursor where one writes. */
    public void focusComposer() {
        composer.focus();
    }

    /** Puts the cursor where one looks for a conversation. */
    public void focusSearch() {
        side.focusSearch();
    }

    /** The parts between which one key goes. */
    public List<Parent> regions() {
        return List.of(side, middle, composer);
    }

    /** What can be done here. */
    public List<Action> actions() {
        var all = new ArrayList<>(composer.actions());
        all.addAll(keys.actions());
        all.addAll(seeker.actions());
        all.addAll(side.actions());
        all.add(Action.of("latest", Place.CHAT, list::toEnd).keys("Alt+End").when(list.away()::get));
        return all;
    }

    /** What the palette leads to besides: models to insist on. */
    public List<Find> finds() {
        return composer.finds();
    }

    /** Shows a message and its answer as soon as its conversation is read. */
    public void reveal(DecisionId decision) {
        wanted = Optional.of(new Wanted(decision, List.of()));
        list.requestFocus();
        seek();
    }

    /** Shows what was found, its words marked and in sight, as soon as its conversation is read. */
    private void reveal(SearchHit hit, String looked) {
        chats.open(hit.conversation());
        seeker.look(looked);
        List<String> words = hit.marks().stream().map(mark -> hit.line().substring(mark.from(), mark.to())).distinct().toList();
        if (hit.message().isEmpty()) {
            seeker.first();
        }
        hit.message().ifPresent(id -> context.work().run("find a message", () -> context.services().journal().message(id), found ->
                found.ifPresent(message -> {
                    chats.open(message.conversation(), message.decision()); // it may stand beside what is shown
                    wanted = Optional.of(new Wanted(message.decision(), words));
                    seek();
                })));
    }

    private void grown() {
        seeker.grown();
        if (wanted.isPresent()) {
            context.work().pulse().post(this::seek); // later: the list has not yet heard of its new rows itself
        }
    }

    private void seek() {
        ChatModel model = chats.current().get();
        // The end of a long conversation is there first, and may hold the same words.
        var where = new Whereabouts(model.rows());
        int place = wanted.filter(w -> model.whole() || where.of(w.decision()) >= 0).map(w -> where.of(w.decision(), w.words())).orElse(-1);
        if (place >= 0) {
            Wanted found = wanted.orElseThrow();
            wanted = Optional.empty();
            list.scrollTo(place);
            list.layout();
            if (!found.words().isEmpty()) {
                seeker.from(place);
            } else {
                // From there one key leads back to where one came from.
                list.lookupAll(".served").stream().filter(line -> found.decision().equals(line.getUserData())).findFirst()
                        .ifPresent(Node::requestFocus);
            }
        }
    }

    /** Called every second. */
    public void look() {
        side.look();
        chats.look();
    }

    private void use(ChatModel model) {
        list.use(model.rows());
        selection.use(model.rows());
        seeker.use(model.rows());
        model.rows().addListener(new WeakListChangeListener<>(grown));
        welcome.visibleProperty().unbind();
        if (model.conversation().isEmpty()) {
            welcome.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        } else {
            welcome.setVisible(false);
        }
        composer.use(model);
        model.busy().addListener(new WeakChangeListener<>(busied));
        model.unsent().handedBack().addListener(new WeakChangeListener<>(handedBack));
        if (getScene() != null && !side.hasFocus()) { // whoever walks through the list is not sent away from it
            composer.focus();
        }
    }

    private void busied() {
        side.show();
        if (chats.current().get().busy().get()) {
            list.toEnd(); // whoever sends wants to see the answer
        }
    }

    private void handedBack(ObservableValue<? extends Number> count) {
        if (count == chats.current().get().unsent().handedBack()) {
            composer.showUnsent();
        }
    }
}
