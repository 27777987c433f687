package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.DecisionRecord;
import dev.katman.routing.Decision;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Actions;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Drawings;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.Pulse;
import dev.katman.ui.kit.Reading;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import dev.katman.words.Words;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The real page of a conversation in a window of its own, fed by hand. Of the FX thread. */
public final class ChatStage {
    private static final DeploymentId SERVES = DeploymentId.parse("kimi-k2-instruct@sandbox");

    private final Stage stage = new Stage();
    private final Work work = new Work(new Pulse(), fault -> { });
    private final Services services;
    private final Chats chats;
    private final Ids ids;
    private final Label label = new Label("0");
    private LiveFeed feed;

    /** @param laidOut run in each frame when all is laid out */
    public ChatStage(Services services, Runnable laidOut) {
        this.services = services;
        ids = new Ids(services.clock(), new Random(3));
        var look = new Look(Theme.LIGHT, 100);
        var texts = Texts.in(Language.EN);
        chats = new Chats(services, work, fault -> { }, () -> { });
        var acts = new BlockView.Acts(texts, text -> { }, page -> { }, new Drawings(work), new Reading());
        var context = new Context(services, texts, new Words(texts), new Figures(texts.locale(), ZoneOffset.UTC), work, acts,
                new Actions(services.preferences(), Runnable::run));
        var page = new ChatPage(context, chats, new ChatPage.Acts() {
            @Override
            public void openDecision(DecisionId decision) {
            }

            @Override
            public void seeLimits() {
            }

            @Override
            public void openKeys() {
            }

            @Override
            public void say(Notice notice) {
            }
        });
        page.setTop(label);
        var scene = new Scene(page, 1_360, 860);
        look.dress(scene);
        scene.addPostLayoutPulseListener(laidOut);
        stage.setScene(scene);
        stage.show();
    }

    /** Changes one short text. */
    public void label(int number) {
        label.setText(String.valueOf(number));
    }

    /** A new conversation in which an answer begins. */
    public void begin() {
        chats.fresh();
        chats.current().get().answering().sent("Tell me everything.", List.of(), new Cancellation());
        feed = new LiveFeed(work, chats.current().get()::on);
        feed.came(new ExchangeEvent.Asking(SERVES, Tier.CONVERSATION));
    }

    /** A piece of the answer comes. */
    public void stream(String delta) {
        feed.came(new ExchangeEvent.Text(delta));
    }

    /** The answer is whole. */
    public void finish(String text) {
        var message = ids.message();
        var conversation = ids.conversation();
        var decision = new Decision(new Assessment(MessageType.CHAT, 3, 0.9, Assessment.LOCAL, Duration.ZERO), Tier.CONVERSATION, Mode.PACED,
                Decision.Reason.CONVERSATION, Decision.Pace.NONE, List.of());
        feed.came(new ExchangeEvent.Finished(new Answer(message, conversation, Optional.of(ids.message()), text, Answer.Result.ANSWERED,
                new DecisionRecord(ids.decision(), conversation, message, "Tell me everything.", services.clock().instant(), decision, Optional.of(SERVES),
                        Duration.ofSeconds(1), Optional.empty(), Optional.empty(), List.of()))));
    }

    /** Opens a conversation of the journal. */
    public void open(ConversationId conversation) {
        chats.open(conversation);
    }

    /** Rows of the open conversation, shown or not. */
    public int rows() {
        return list().getItems().size();
    }

    /** Whether its end is on the screen. */
    public boolean showsEnd() {
        return list().showsEnd();
    }

    /** Moves the text by so many pixels; up where it is less than 0. */
    public void scroll(double pixels) {
        list().scrollBy(pixels);
    }

    private ChatList list() {
        return (ChatList) stage.getScene().lookup("#chat");
    }

    public void close() {
        stage.hide();
        chats.close();
        work.close();
    }
}
