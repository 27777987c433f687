package dev.katman.launch;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.journal.Piece;
import dev.katman.launch.TourViews.View;
import dev.katman.routing.Decision;
import dev.katman.ui.shell.Window;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be done with messages, and every state that one can be in, for the tour. */
final class TourActs {
    private static final Duration AGO = Duration.ofMinutes(20);
    private static final String STORY = "Denizi anlatan kısa bir öykü yazar mısın?";
    private static final String HALF = "Sabahın ilk ışığında balıkçı tekneleri birer birer limandan ayrıldı. Deniz, gecenin serinliğini hâlâ üstünde "
            + "taşıyordu; martılar ise çoktan";
    private static final String THOUGHT = "Denizi anlatan kısa bir öykü isteniyor. Sabah, limandan çıkan balıkçılarla başlayabilirim.";
    private static final long SETTLE_MILLIS = 900;

    private final Window window;
    private final Answer varied;
    private final Answer waits;
    private final ConversationId cut;

    private TourActs(Window window, Answer varied, Answer waits, ConversationId cut) {
        this.window = window;
        this.varied = varied;
        this.waits = waits;
        this.cut = cut;
    }

    /** An answer that the program's end cut off. */
    static void cutOff(Journal journal, Clock clock) {
        Instant then = clock.instant().minus(AGO);
        var ids = new Ids(() -> then, new Random(1));
        var said = new MessageRow(ids.message(), ids.conversation(), Role.USER, STORY, then, MessageRow.State.PENDING, ids.decision());
        journal.accept(said, Optional.empty());
        journal.decided(said.decision(), new Decision(new Assessment(MessageType.CHAT, 3, 0.97, Assessment.LOCAL, Duration.ofMillis(1)),
                Tier.CONVERSATION, Mode.PACED, Decision.Reason.CONVERSATION, Decision.Pace.NONE, List.of()));
        journal.came(new Piece(said.decision(), ids.message(), 0, THOUGHT, HALF));
    }

    /** Talks until there is something of everything. */
    static Function<Window, List<View>> talked(App app) {
        ConversationId cut = app.journal().conversations().getFirst().id();
        Answer first = send(app, new Ask("Explain in two sentences what a prime number is."));
        Answer edited = send(app, new Ask("Explain in two sentences what a prime number is, with an example.").in(first.conversation())
                .insteadOf(first.id()));
        Answer varied = app.exchange().again(edited.reply().orElseThrow(), Optional.of(Tier.WORKER), Optional.empty(), event -> { },
                new Cancellation());
        send(app, new Ask("Teşekkürler, çok açıklayıcı oldu!").in(first.conversation()));
        fill(app);
        Answer waits = send(app, new Ask("Merhaba, nasılsın bugün?"));
        return window -> new TourActs(window, varied, waits, cut).views();
    }

    private static Answer send(App app, Ask ask) {
        return app.exchange().send(ask, event -> { }, new Cancellation());
    }

    /** The day is used up everywhere. */
    private static void fill(App app) {
        for (DeploymentId id : app.exchange().inUse()) {
            app.ledger().level(id, Axis.TPD, app.clock().instant()).ifPresent(level ->
                    app.ledger().correct(id, Axis.TPD, level.limit(), OptionalLong.empty(), app.clock().instant()));
        }
    }

    private List<View> views() {
        Scene scene = window.scene();
        return List.of(
                new View("message-tools", () -> window.open(varied.conversation()), SETTLE_MILLIS,
                        () -> inSight(scene, ".served").findAny().isPresent(), () -> hover(lowest(scene, ".served"))),
                view("message-tools-focus", () -> focus(lowest(scene, "#message-branch")), () -> { }),
                view("message-edit", () -> {
                    Node composer = scene.lookup("#composer");
                    composer.requestFocus();
                    Event.fireEvent(composer, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, false, false));
                }, () -> { }),
                view("message-deleted", () -> {
                    ((Button) scene.lookup("#leave-editing")).fire();
                    ((Button) lowest(scene, "#message-delete")).fire();
                }, () -> { }),
                view("message-parked", () -> {
                    ((Button) scene.lookup("#undo")).fire();
                    window.open(waits.conversation());
                }, () -> { }),
                view("message-interrupted", () -> window.open(cut), () -> { }));
    }

    private static View view(String name, Runnable show, Runnable last) {
        return new View(name, show, SETTLE_MILLIS, last);
    }

    /** As after Tab. */
    private static void focus(Node node) {
        node.requestFocus();
        node.requestFocusTraversal(TraversalDirection.NEXT);
        node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
    }

    private static void hover(Node node) {
        Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_MOVED, 0, 0, 0, 0, MouseButton.NONE, 0, false, false, false, false, false, false,
                false, false, false, false, null));
    }

    /** Of the many that are so called, one for each message, the one that stands lowest in sight. */
    static Node lowest(Scene scene, String id) {
        return inSight(scene, id).max(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY())).orElseThrow();
    }

    /** The list keeps some rows ready beyond its edges. */
    private static Stream<Node> inSight(Scene scene, String id) {
        Node list = scene.lookup("#chat");
        Bounds seen = list.localToScene(list.getLayoutBounds());
        return scene.getRoot().lookupAll(id).stream().filter(node -> seen.contains(node.localToScene(node.getLayoutBounds())));
    }
}
