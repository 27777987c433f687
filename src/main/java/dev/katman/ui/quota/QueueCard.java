package dev.katman.ui.quota;

import dev.katman.conversation.MessageId;
import dev.katman.journal.ParkedRow;
import dev.katman.ui.kit.Context;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What waits for room, in the order in which it will be answered. Its lines count down in place. */
final class QueueCard extends VBox {
    /** More would push the limits out of sight; the rest unfolds. */
    private static final int MOST = 4;

    private final Context context;
    private final LimitsPanel.Acts acts;
    private final Label title = new Label();
    private final Button more = new Button();
    private final Map<MessageId, QueueLineView> views = new HashMap<>();
    private List<QueueLine> lines = List.of();
    private boolean unfolded;

    QueueCard(Context context, LimitsPanel.Acts acts) {
        this.context = context;
        this.acts = acts;
        setId("queue");
        getStyleClass().addAll("state-card", "queue");
        title.getStyleClass().addAll("strong", "small");
        more.setId("queue-more");
        more.getStyleClass().setAll("button", "text-button");
        more.setOnAction(event -> {
            unfolded = !unfolded;
            lay();
        });
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void show(List<ParkedRow> parked, Instant now) {
        lines = QueueLine.of(parked, now);
        title.setText(context.texts().count("ui.limits.waiting", lines.size()));
        views.keySet().retainAll(lines.stream().map(QueueLine::message).toList());
        lines.forEach(line -> views.computeIfAbsent(line.message(), id -> new QueueLineView(context, acts)).show(line));
        lay();
    }

    private void lay() {
        boolean cut = lines.size() > MOST && !unfolded;
        var nodes = new ArrayList<Node>(List.of(title));
        lines.stream().limit(cut ? MOST : lines.size()).map(line -> views.get(line.message())).forEach(nodes::add);
        if (lines.size() > MOST) {
            more.setText(cut ? context.texts().count("ui.limits.waiting.more", lines.size() - MOST)
                    : context.text("ui.limits.waiting.fewer"));
            nodes.add(more);
        }
        if (!nodes.equals(getChildren())) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            getChildren().setAll(nodes);
            if (focused != null && focused.getScene() == getScene()) {
                focused.requestFocus(); // who moves a message up by keyboard goes with it
            }
        }
    }
}
