package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.routing.Candidate;
import dev.katman.routing.Verdict;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One decision from the message to its answer: judged, weighed, asked, answered. */
final class PathView extends VBox {
    /** Below this the cards stand one above the other. */
    private static final double NARROW = 560;
    private static final Duration NOTHING_YET = Duration.ZERO;

    private final Context context;
    private final DecisionRecord record;

    /** @param openInChat shows the conversation */
    PathView(Context context, DecisionRecord record, Consumer<DecisionRecord> openInChat) {
        this.context = context;
        this.record = record;
        getStyleClass().add("path");
        setMinWidth(0);
        var quoted = new Label("“" + brief(record.text()) + "”");
        quoted.getStyleClass().add("quoted");
        quoted.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head(openInChat), quoted, weighed());
        if (!record.calls().isEmpty()) {
            getChildren().add(attempts());
        }
        getChildren().add(outcome());
    }

    private Node head(Consumer<DecisionRecord> openInChat) {
        var title = new Label(record.served().map(served -> context.text("ui.decisions.why", served.model()))
                .orElseGet(() -> context.text("ui.decisions.whyNobody")));
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var open = new Button(context.text("ui.decisions.openInChat"));
        open.setId("open-in-chat");
        open.getStyleClass().setAll("button", "text-button");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> openInChat.accept(record));
        var head = new HBox(8, title, gap, open);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Judged on the left, candidates on the right; one above the other where it is narrow. */
    private Node weighed() {
        Region judged = judged();
        Region candidates = candidates();
        Node arrow = Icons.of(Feather.ARROW_RIGHT);
        arrow.getStyleClass().add("arrow-right");
        judged.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        candidates.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        HBox.setHgrow(candidates, Priority.ALWAYS);
        var holder = new StackPane();
        holder.setMinWidth(0);
        widthProperty().addListener((width, before, now) -> arrange(holder, judged, arrow, candidates, now.doubleValue() < NARROW));
        arrange(holder, judged, arrow, candidates, false);
        return holder;
    }

    private static void arrange(StackPane holder, Region judged, Node arrow, Region candidates, boolean narrow) {
        if (!holder.getChildren().isEmpty() && holder.getChildren().getFirst() instanceof VBox == narrow) {
            return;
        }
        Pane row;
        if (narrow) {
            judged.setMinWidth(0);
            judged.setPrefWidth(Region.USE_COMPUTED_SIZE);
            row = new VBox(12, judged, candidates);
        } else {
            judged.setMinWidth(176);
            judged.setPrefWidth(196);
            var beside = new HBox(10, judged, arrow, candidates);
            beside.setAlignment(Pos.CENTER);
            row = beside;
        }
        row.setMinSize(0, Region.USE_PREF_SIZE);
        holder.getChildren().setAll(row);
    }

    private Region judged() {
        Assessment said = record.decision().assessment();
        var card = card(context.text("ui.decisions.judged"));
        card.getChildren().add(label(context.words().type(said.type()) + " · " + said.difficulty(), "card-main"));
        card.getChildren().add(wrapped(context.words().judged(said), "card-line"));
        card.getChildren().add(wrapped(context.text("ui.decisions.sure", context.words().percent(said.confidence()),
                context.words().duration(said.took())), "card-line"));
        var tier = Tiers.pill(record.decision().tier(), context.words().tier(record.decision().tier()));
        VBox.setMargin(tier, new Insets(5, 0, 2, 0));
        card.getChildren().add(tier);
        card.getChildren().add(wrapped(context.words().reason(record.decision()), "card-line"));
        return card;
    }

    private Region candidates() {
        var card = card(context.text("ui.decisions.candidates"));
        List<Candidate> absent = record.decision().candidates().stream().filter(PathView::absent).toList();
        record.decision().candidates().stream().filter(c -> !absent(c)).forEach(c -> card.getChildren().add(candidate(c)));
        if (!absent.isEmpty()) {
            var more = new Button(context.texts().count("ui.decisions.more", absent.size()));
            more.getStyleClass().setAll("button", "text-button");
            more.setOnAction(event -> {
                card.getChildren().remove(more);
                absent.forEach(c -> card.getChildren().add(candidate(c)));
            });
            VBox.setMargin(more, new Insets(2, 0, 0, 9));
            card.getChildren().add(more);
        }
        if (record.decision().candidates().isEmpty()) {
            card.getChildren().add(wrapped(context.text("ui.decisions.noCandidates"), "card-line"));
        }
        return card;
    }

    /** Those that were never within reach are folded away: they say little, and they are many. */
    private static boolean absent(Candidate candidate) {
        return candidate.verdict() == Verdict.NO_KEY || candidate.verdict() == Verdict.RETIRED;
    }

    private Node candidate(Candidate candidate) {
        var name = label(candidate.deployment().model(), "candidate-name");
        if (record.served().filter(candidate.deployment()::equals).isPresent()) {
            name.getStyleClass().add("strong");
        }
        var place = label("@" + candidate.deployment().provider() + " · " + context.words().standing(candidate.standing()),
                "candidate-place");
        var names = new VBox(0, name, place);
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setMaxWidth(240);
        names.setMinHeight(Region.USE_PREF_SIZE);
        var verdict = wrapped(context.words().verdict(candidate), "verdict");
        verdict.getStyleClass().add(colour(candidate.verdict()));
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        var row = new HBox(Tiers.dot(candidate.tier()), names, verdict);
        row.getStyleClass().add("candidate-row");
        Tooltip.install(row, new Tooltip(candidate.deployment() + " · " + context.words().tier(candidate.tier())));
        return row;
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> "success";
            case NO_ROOM, PACED, BENCHED -> "warning";
            case TOO_LARGE -> "danger";
            case RETIRED, NO_KEY -> "muted";
        };
    }

    private Node attempts() {
        var card = card(context.text("ui.decisions.attempts"));
        List<TimeLine.Span> spans = record.calls().stream().map(this::span).toList();
        card.getChildren().add(new TimeLine(spans,
                seconds -> context.words().duration(Duration.ofMillis(Math.round(seconds * 1000)))));
        return card;
    }

    private TimeLine.Span span(CallRecord call) {
        double start = Math.max(0, seconds(Duration.between(record.at(), call.left())));
        double end = start + seconds(call.total());
        boolean router = call.purpose() == Purpose.ROUTE;
        double first = router ? start : start + seconds(call.ttft().orElse(call.total()));
        Tier tier = router ? Tier.ROUTER : record.decision().candidates().stream()
                .filter(c -> c.deployment().equals(call.deployment())).map(Candidate::tier).findFirst()
                .orElse(record.decision().tier());
        boolean broken = call.outcome().filter(outcome -> outcome != Outcome.OK).isPresent();
        var note = new StringBuilder();
        if (router && !broken) {
            note.append(context.words().duration(call.total()));
        } else {
            note.append(context.words().outcome(call));
        }
        if (call.usage().total() > 0) {
            note.append(" · ").append(context.words().tokens(call.usage().total()));
        }
        String name = router ? context.words().tier(Tier.ROUTER) : call.deployment().model();
        return new TimeLine.Span(name, tier, start, first, end, broken, note.toString());
    }

    private Node outcome() {
        var card = card(context.text("ui.decisions.outcome"));
        if (record.served().isPresent()) {
            var line = new HBox(10, Tiers.pill(record.servedTier(), context.words().tier(record.servedTier())),
                    label(context.words().served(record), "card-main"));
            line.setAlignment(Pos.CENTER_LEFT);
            var took = label(context.words().tokens(record.tokens()) + " · " + context.words().duration(record.took()),
                    "card-line");
            card.getChildren().addAll(line, took);
        } else if (record.parkedUntil().isPresent()) {
            Instant until = record.parkedUntil().get();
            card.getChildren().add(wrapped(context.text("ui.chat.parked.until", context.figures().time(until)), "card-line"));
        } else if (record.took().equals(NOTHING_YET) && record.calls().stream().anyMatch(call -> call.ended().isEmpty())) {
            card.getChildren().add(wrapped(context.text("ui.decisions.underWay"), "card-line"));
        } else {
            card.getChildren().add(wrapped(context.words().unanswered(record), "card-line"));
        }
        record.calls().stream().filter(call -> !call.reason().isEmpty()).forEach(call -> {
            String status = call.http() > 0 ? " · " + call.http() : "";
            card.getChildren().add(wrapped(call.deployment() + status + " · " + call.reason(), "card-line"));
        });
        return card;
    }

    private static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 220 ? line : line.substring(0, line.offsetByCodePoints(0, 218)) + "…";
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static VBox card(String title) {
        var card = new VBox(label(title, "card-title"));
        card.getStyleClass().add("card");
        card.setMinSize(0, Region.USE_PREF_SIZE);
        return card;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    private static Label wrapped(String text, String style) {
        Label label = label(text, style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
