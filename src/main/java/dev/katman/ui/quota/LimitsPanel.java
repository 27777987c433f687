package dev.katman.ui.quota;

import dev.katman.catalog.DeploymentId;
import dev.katman.journal.DecisionRecord;
import dev.katman.quota.Level;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How full every bucket in use is, and what waits for one to fill. */
public final class LimitsPanel extends VBox {
    private final Context context;
    private final VBox cards = new VBox();
    private final Map<DeploymentId, LimitCardView> views = new HashMap<>();
    private final VBox waiting = new VBox(3);
    private final Set<String> reached;

    /** @param fold folds the panel away */
    public LimitsPanel(Context context, Runnable fold) {
        this.context = context;
        reached = context.services().exchange().inUse().stream().map(DeploymentId::provider).collect(Collectors.toSet());
        setId("limits");
        getStyleClass().addAll("side", "right");
        cards.getStyleClass().add("limits-cards");
        waiting.getStyleClass().add("state-card");
        var pane = new ScrollPane(cards);
        pane.getStyleClass().add("limits-pane");
        // As wide as what the scroll bar leaves, also when it comes later.
        pane.viewportBoundsProperty().addListener((bounds, before, now) -> cards.setPrefWidth(now.getWidth()));
        cards.setMinWidth(Region.USE_PREF_SIZE);
        cards.setMaxWidth(Region.USE_PREF_SIZE);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(head(fold), pane, legend());
    }

    private Node head(Runnable fold) {
        var title = new Label(context.text("ui.limits.title"));
        title.getStyleClass().addAll("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var live = new Label(context.text(context.services().sandbox() ? "ui.limits.live.sandbox" : "ui.limits.live"));
        live.getStyleClass().addAll("muted", "tiny");
        Button button = Icons.button(Feather.CHEVRONS_RIGHT, context.text("ui.limits.fold"));
        button.setOnAction(event -> fold.run());
        var head = new HBox(title, gap, live, button);
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
        if (!waiting.getChildren().isEmpty()) {
            nodes.add(waiting);
        }
        for (LimitCard card : shown) {
            LimitCardView view = views.computeIfAbsent(card.deployment(), id -> new LimitCardView(context, card));
            view.show(card, now);
            nodes.add(view);
        }
        if (!nodes.equals(cards.getChildren())) {
            cards.getChildren().setAll(nodes);
        }
    }

    /** Shows what is parked; nothing where nothing is. */
    public void waiting(List<DecisionRecord> parked, Instant now) {
        waiting.getChildren().clear();
        if (parked.isEmpty()) {
            cards.getChildren().remove(waiting);
            return;
        }
        var title = new Label(context.texts().count("ui.limits.waiting", parked.size()));
        title.getStyleClass().addAll("strong", "small");
        waiting.getChildren().add(title);
        for (DecisionRecord record : parked.subList(0, Math.min(3, parked.size()))) {
            Duration in = record.parkedUntil().map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
            var text = new Label(context.text(in.isPositive() ? "ui.limits.waiting.in" : "ui.limits.waiting.soon",
                    brief(record.text()), context.words().duration(in.isPositive() ? in : Duration.ZERO)));
            text.setWrapText(true);
            text.getStyleClass().addAll("muted", "tiny");
            waiting.getChildren().add(text);
        }
        if (!cards.getChildren().contains(waiting)) {
            cards.getChildren().addFirst(waiting);
        }
    }

    private static String brief(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= 40 ? line : line.substring(0, line.offsetByCodePoints(0, 38)) + "…";
    }
}
