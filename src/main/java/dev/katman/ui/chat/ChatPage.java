package dev.katman.ui.chat;

import dev.katman.conversation.DecisionId;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/** Conversations, the open one, and the composer. */
public final class ChatPage extends BorderPane {
    private final Chats chats;
    private final ConversationsPane side;
    private final Composer composer;
    private final ListView<ChatRow> list = new ListView<>();
    private final EndKeeper end = new EndKeeper(list);
    private final Welcome welcome;
    private final ChangeListener<ChatModel> opened = (current, before, now) -> use(now);
    private final ChangeListener<Boolean> busied = (busy, before, now) -> busied();
    private final ListChangeListener<ChatRow> grown = change -> end.grown();

    /** @param openDecision shows how an answer came about */
    public ChatPage(Context context, Chats chats, Consumer<DecisionId> openDecision) {
        this.chats = chats;
        composer = new Composer(context, chats);
        side = new ConversationsPane(context, chats);
        welcome = new Welcome(context, composer::write);
        var views = new RowViews(context, openDecision, composer::write, chats);

        list.setId("chat");
        list.getStyleClass().addAll("plain-list", "chat-list");
        list.setAccessibleText(context.text("ui.chat.name"));
        list.setCellFactory(view -> new ChatCell(views));

        var jump = new Button(context.text("ui.chat.latest"), Icons.of(Feather.ARROW_DOWN));
        jump.setId("jump");
        jump.getStyleClass().setAll("button", "jump");
        jump.visibleProperty().bind(end.away());
        jump.setOnAction(event -> end.toEnd());
        StackPane.setAlignment(jump, Pos.BOTTOM_CENTER);
        StackPane.setMargin(jump, new Insets(0, 0, 10, 0));

        var middle = new StackPane(list, welcome, jump);
        middle.setMinSize(0, 0);
        var foot = new StackPane(composer);
        foot.setPadding(new Insets(0, 16, 16, 16));
        var centre = new BorderPane(middle);
        centre.setBottom(foot);
        setCenter(centre);
        setLeft(side);
        chats.current().addListener(new WeakChangeListener<>(opened));
        use(chats.current().get());
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

    /** Called every second. */
    public void look() {
        side.look();
        chats.look();
    }

    private void use(ChatModel model) {
        list.setItems(model.rows());
        model.rows().addListener(new WeakListChangeListener<>(grown));
        welcome.visibleProperty().unbind();
        if (model.conversation().isEmpty()) {
            welcome.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        } else {
            welcome.setVisible(false);
        }
        composer.use(model);
        model.busy().addListener(new WeakChangeListener<>(busied));
        end.toEnd();
        if (getScene() != null) {
            composer.focus();
        }
    }

    private void busied() {
        side.show();
        if (chats.current().get().busy().get()) {
            end.toEnd(); // whoever sends wants to see the answer
        }
    }
}
