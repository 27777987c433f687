package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.routing.Candidate;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every call on the wire on one line of time, the router's first. What the providers said themselves is folded away. */
final class CallsCard {
    private CallsCard() {
    }

    static VBox of(Context context, DecisionRecord record) {
        var legend = new HBox(6, key("span-wait"), Parts.label(context.text("ui.decisions.waitsFor"), "time-note"),
                key("span-flow"), Parts.label(context.text("ui.decisions.writes"), "time-note"));
        legend.getStyleClass().addAll("time-legend", "tier-plain");
        legend.setMinWidth(Region.USE_PREF_SIZE);
        var card = PanelParts.card(context.text("ui.decisions.attempts"), legend);
        card.setId("path-calls");
        var spans = new ArrayList<TimeLine.Span>();
        int number = 0;
        for (CallRecord call : record.calls()) {
            spans.add(span(context, record, call, record.attempts().contains(call) ? ++number : 0));
        }
        card.getChildren().add(new TimeLine(spans, seconds -> context.words().duration(Duration.ofMillis(Math.round(seconds * 1000)))));
        List<CallRecord> told = record.calls().stream().filter(call -> !call.reason().isEmpty()).toList();
        if (!told.isEmpty()) {
            card.getChildren().add(new Fold(context.text("ui.decisions.details"), told.stream().<Node>map(call -> Parts.wrapped(call.deployment()
                    + (call.http() > 0 ? " · " + call.http() : "") + " · " + call.reason(), "card-line", "mono")).toList()));
        }
        return card;
    }

    private static Region key(String style) {
        var key = new Region();
        key.getStyleClass().addAll(style, "time-key");
        return key;
    }

    private static TimeLine.Span span(Context context, DecisionRecord record, CallRecord call, int number) {
        double start = Math.max(0, seconds(Duration.between(record.at(), call.left())));
        double end = start + seconds(call.total());
        boolean router = call.purpose() == Purpose.ROUTE;
        double first = router ? start : start + seconds(call.ttft().orElse(call.total()));
        Tier tier = router ? Tier.ROUTER : call.purpose() == Purpose.TITLE ? Tier.WORKER : record.decision().candidates().stream()
                .filter(c -> c.deployment().equals(call.deployment())).map(Candidate::tier).findFirst()
                .orElse(record.decision().tier());
        boolean broken = call.outcome().filter(outcome -> outcome != Outcome.OK).isPresent();
        String name = router ? context.words().tier(Tier.ROUTER) : call.deployment().model();
        return new TimeLine.Span(name, number, tier, start, first, end, broken, CallWords.whole(context, call));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
