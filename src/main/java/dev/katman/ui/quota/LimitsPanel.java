package dev.katman.ui.quota;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.JournalException;
import dev.katman.journal.ParkedRow;
import dev.katman.pacing.Outlook;
import dev.katman.quota.Level;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How full every bucket in use is, and what waits for one to fill. */
public final class LimitsPanel extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(LimitsPanel.class);
    private static final Duration PLAN_AGE = Duration.ofSeconds(10);

    private final Context context;
    private final VBox cards = new VBox();
    private final Map<DeploymentId, LimitCardView> views = new HashMap<>();
    private final QueueCard queue;
    private final Set<String> reached;
    private Instant planned;

    /** What the panel can ask of the window. */
    public interface Acts {
        /** Folds the panel away. */
        void fold();

        void open(ConversationId conversation);

        /** Asks for an answer at once, also where our own count says that there is no room. */
        void sendNow(MessageId message, ConversationId conversation);

        /** Moves a waiting message to that place of the queue, from 0. */
        void move(MessageId message, int place);

        /** Takes a message out of the queue. */
        void cancel(MessageId message, ConversationId conversation);
    }

    public LimitsPanel(Context context, Acts acts) {
        this.context = context;
        queue = new QueueCard(context, acts);
        reached = context.services().exchange().inUse().stream().map(DeploymentId::provider).collect(Collectors.toSet());
        setId("limits");
        getStyleClass().addAll("side", "right");
        cards.getStyleClass().add("limits-cards");
        var pane = new ScrollPane(cards);
        pane.getStyleClass().add("limits-pane");
        // As wide as what the scroll bar leaves, also when it comes later.
        pane.viewportBoundsProperty().addListener((bounds, before, now) -> cards.setPrefWidth(now.getWidth()));
        cards.setMinWidth(Region.USE_PREF_SIZE);
        cards.setMaxWidth(Region.USE_PREF_SIZE);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(head(acts::fold), pane, legend());
    }

    private Node head(Runnable fold) {
        var title = new Label(context.text("ui.limits.title"));
        title.getStyleClass().addAll("strong");
        var live = new Label(context.text(context.services().sandbox() ? "ui.limits.live.sandbox" : "ui.limits.live"));
        live.getStyleClass().addAll("muted", "tiny");
        Button button = Icons.button(Feather.CHEVRONS_RIGHT, context.text("ui.limits.fold"));
        button.setOnAction(event -> fold.run());
        var head = new HBox(title, Parts.gap(), live, button);
        head.getStyleClass().add("limits-head");
        return head;
    }

    private Node legend() {
        var legend = new FlowPane();
        legend.getStyleClass().add("limits-legend");
        for (LimitCard.Word word : LimitCard.Word.values()) {
            legend.getChildren().add(new Label(context.text("ui.limits.word." + word.name().toLowerCase(Locale.ROOT)),
                    LimitCardView.wordMark(word)));
        }
        return legend;
    }

    /** Shows these levels. Called with every change and every second, since levels drain by themselves. */
    public void show(List<Level> levels, Instant now) {
        List<LimitCard> shown = LimitCard.of(levels, context.services().catalog(), reached, now);
        var nodes = new ArrayList<Node>();
        if (!queue.isEmpty()) {
            nodes.add(queue);
        }
        for (LimitCard card : shown) {
            LimitCardView view = views.compute(card.deployment(),
                    (id, drawn) -> drawn != null && drawn.fits(card) ? drawn : new LimitCardView(context, card));
            view.show(card, now);
            nodes.add(view);
        }
        plan(shown, now);
        if (!nodes.equals(cards.getChildren())) {
            cards.getChildren().setAll(nodes);
        }
    }

    /** The plans of the day read the journal, so they come a moment later, and not with every tick. */
    private void plan(List<LimitCard> shown, Instant now) {
        if (planned != null && Duration.between(planned, now).abs().compareTo(PLAN_AGE) < 0) {
            return;
        }
        planned = now;
        context.work().run("plans of the day", () -> outlooks(shown), outlooks -> outlooks.forEach((id, outlook) ->
                Optional.ofNullable(views.get(id)).ifPresent(view -> view.plan(outlook, now))));
    }

    private Map<DeploymentId, Optional<Outlook>> outlooks(List<LimitCard> shown) {
        var outlooks = new HashMap<DeploymentId, Optional<Outlook>>();
        for (LimitCard card : shown) {
            try {
                outlooks.put(card.deployment(), card.tiers().stream().findFirst().filter(tier -> !card.backup())
                        .flatMap(tier -> context.services().exchange().outlook(tier, card.deployment())));
            } catch (JournalException e) {
                LOG.debug("the plan of the day could not be read", e); // whoever writes next says so to the reader
            }
        }
        return outlooks;
    }

    /** Shows what waits for room, in the order of the queue; nothing where nothing does. */
    public void waiting(List<ParkedRow> parked, Instant now) {
        queue.show(parked, now);
        if (queue.isEmpty()) {
            cards.getChildren().remove(queue);
        } else if (!cards.getChildren().contains(queue)) {
            cards.getChildren().addFirst(queue);
        }
    }
}
