package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.routing.Candidate;
import dev.katman.routing.Verdict;
import dev.katman.ui.kit.BarGauge;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.OptionalDouble;

/** Who was thought of, in order: what was said of each, the figures behind it, and what came of those that were asked. */
final class CandidatesCard {
    private final Context context;
    private final DecisionRecord record;

    private CandidatesCard(Context context, DecisionRecord record) {
        this.context = context;
        this.record = record;
    }

    static VBox of(Context context, DecisionRecord record) {
        return new CandidatesCard(context, record).build();
    }

    private VBox build() {
        var card = PanelParts.card(context.text("ui.decisions.candidates"));
        card.setId("path-candidates");
        List<Candidate> absent = record.decision().candidates().stream().filter(this::isAbsent).toList();
        record.decision().candidates().stream().filter(c -> !isAbsent(c)).forEach(c -> card.getChildren().add(row(c)));
        if (!absent.isEmpty()) {
            card.getChildren().add(new Fold(context.texts().count("ui.decisions.more", absent.size()), absent.stream().map(this::row).toList()));
        }
        if (record.decision().candidates().isEmpty()) {
            card.getChildren().add(Parts.wrapped(context.text("ui.decisions.noCandidates"), "card-line"));
        }
        return card;
    }

    /** Those that were never within reach are folded away: they say little, and they are many. */
    private boolean isAbsent(Candidate candidate) {
        return (candidate.verdict() == Verdict.NO_KEY || candidate.verdict() == Verdict.RETIRED) && call(candidate.deployment()) < 0;
    }

    /** Its place among the calls, from 0; -1 where it was not asked. */
    private int call(DeploymentId deployment) {
        List<CallRecord> calls = record.attempts();
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).deployment().equals(deployment)) {
                return i;
            }
        }
        return -1;
    }

    private Node row(Candidate candidate) {
        boolean served = record.served().filter(candidate.deployment()::equals).isPresent();
        var name = Parts.label(candidate.deployment().model(), "candidate-name");
        if (served) {
            name.getStyleClass().add("strong");
        }
        var place = Parts.label("@" + candidate.deployment().provider() + " · " + context.words().standing(candidate.standing()),
                "candidate-place");
        var who = new FlowPane(8, 0, name, place);
        who.setRowValignment(VPos.BASELINE);
        who.setPrefWrapLength(0); // as wide as there is room, and no wish of its own
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        var first = new HBox(8, Tiers.dot(candidate.tier()), who);
        first.setAlignment(Pos.BASELINE_LEFT);
        int call = call(candidate.deployment());
        if (call >= 0) {
            first.getChildren().add(asked(call, served));
        }
        var verdict = Parts.wrapped(context.words().verdict(candidate), "verdict", colour(candidate.verdict()));
        HBox.setHgrow(verdict, Priority.ALWAYS);
        verdict.setMaxWidth(Double.MAX_VALUE);
        var second = new HBox(12, verdict);
        second.setAlignment(Pos.CENTER_LEFT);
        second.setPadding(new Insets(0, 0, 0, 16)); // in line with the name
        gauge(candidate, second);
        var row = new VBox(first, second);
        row.getStyleClass().add("candidate-row");
        row.setMinWidth(0);
        return row;
    }

    /** The number under which it stands on the time line, and what became of it. */
    private Node asked(int call, boolean served) {
        var number = new Label(String.valueOf(call + 1));
        number.getStyleClass().add("call-number");
        var became = new Label(served ? context.text("ui.decisions.answered") : context.words().outcome(record.attempts().get(call)), number);
        became.getStyleClass().addAll("became", served ? "success" : "warning");
        became.setMinWidth(Region.USE_PREF_SIZE);
        return became;
    }

    private void gauge(Candidate candidate, HBox row) {
        if (candidate.axis().isEmpty() || candidate.limit() <= 0) {
            return;
        }
        double used = (double) candidate.level() / candidate.limit();
        var bar = new BarGauge();
        bar.getStyleClass().add(Tiers.style(candidate.tier()));
        String told = context.text("ui.decisions.gauge", context.words().percent(used), context.words().axis(candidate.axis().get()),
                candidate.need());
        bar.show(used, told);
        bar.mark(OptionalDouble.of((double) (candidate.level() + candidate.need()) / candidate.limit()));
        bar.setMinWidth(72);
        bar.setMaxWidth(72);
        Tooltip.install(bar, new Tooltip(told));
        row.getChildren().add(bar);
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> "success";
            case NO_ROOM, PACED, BENCHED -> "warning";
            case TOO_LARGE -> "danger";
            case RETIRED, NO_KEY -> "muted";
        };
    }
}
