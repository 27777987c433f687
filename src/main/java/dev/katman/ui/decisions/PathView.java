package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Outcome;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Fitting;
import dev.katman.routing.Candidate;
import dev.katman.routing.Standing;
import dev.katman.routing.Verdict;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Markdown;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import dev.katman.words.DocumentWords;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One decision from the message to its answer, step by step down a line: said, judged, weighed, asked, answered. */
final class PathView extends VBox {
    private static final int QUOTED = 260;

    private final Context context;
    private final DecisionRecord record;
    private final Optional<String> answer;
    private final Fitting fitting;

    /**
     * @param openInChat shows the answer in its conversation
     * @param taught     hears which tier it should have been
     */
    PathView(Context context, Detail detail, Consumer<DecisionRecord> openInChat, Consumer<Tier> taught) {
        this.context = context;
        this.record = detail.record();
        this.answer = detail.answer();
        this.fitting = detail.fitting();
        getStyleClass().add("path");
        setMinWidth(0);
        var steps = new VBox(new PathStep(Feather.MESSAGE_SQUARE, message(), false),
                new PathStep(Feather.COMPASS, JudgedCard.of(context, record.decision()), false),
                new PathStep(Feather.LIST, CandidatesCard.of(context, record), false));
        if (!record.calls().isEmpty()) {
            steps.getChildren().add(new PathStep(Feather.ZAP, CallsCard.of(context, record), false));
        }
        steps.getChildren().add(outcome());
        var teach = new TeachBar(context, record, taught);
        VBox.setMargin(teach, new Insets(4, 0, 0, 34)); // in line with the steps
        getChildren().addAll(head(openInChat), steps, teach);
    }

    private Node head(Consumer<DecisionRecord> openInChat) {
        var title = Parts.wrapped(record.served().map(served -> context.text("ui.decisions.why", served.model()))
                .orElseGet(() -> context.text("ui.decisions.whyNobody")), "page-title");
        title.setId("path-title");
        Button open = PanelParts.textButton(context.text("ui.decisions.openInChat"));
        open.setId("open-in-chat");
        open.setDisable(record.text().isEmpty());
        open.setOnAction(event -> openInChat.accept(record));
        var head = new HBox(8, title, Parts.gap(), open);
        head.setAlignment(Pos.TOP_LEFT);
        String story = story();
        return story.isEmpty() ? head : new VBox(2, head, Parts.wrapped(story, "path-story"));
    }

    /** What kept the first choice from answering, and who came after it; empty where the first choice answered. */
    private String story() {
        Optional<Candidate> first = record.decision().candidates().stream()
                .filter(c -> c.standing() == Standing.FIRST || c.standing() == Standing.ASKED_FOR)
                .filter(c -> c.verdict() != Verdict.NO_KEY && c.verdict() != Verdict.RETIRED) // never within reach
                .findFirst();
        if (first.isEmpty() || record.served().filter(first.get().deployment()::equals).isPresent()) {
            return "";
        }
        var parts = new ArrayList<String>();
        DeploymentId wished = first.get().deployment();
        List<CallRecord> broken = record.attempts().stream()
                .filter(call -> call.outcome().filter(o -> o != Outcome.OK).isPresent()).toList();
        String why = broken.stream().filter(call -> call.deployment().equals(wished)).findFirst()
                .map(call -> CallWords.ended(context, call)).orElseGet(() -> context.words().verdict(first.get()));
        parts.add(context.text("ui.decisions.story.first", wished.model(), why));
        broken.stream().filter(call -> !call.deployment().equals(wished)).forEach(call ->
                parts.add(context.text("ui.decisions.story.then", call.deployment().model(), CallWords.ended(context, call))));
        record.served().ifPresent(served -> parts.add(context.text("ui.decisions.story.served", served.model())));
        return String.join(" ", parts);
    }

    private Region message() {
        var card = PanelParts.card(context.text("ui.decisions.message"), Parts.label(context.figures().dayAndTime(record.at()), "card-title"));
        card.setId("path-message");
        card.getChildren().add(record.text().isEmpty() ? Parts.wrapped(context.text("ui.decisions.deleted.long"), "card-line")
                : PanelParts.quote(record.text(), QUOTED));
        return card;
    }

    /** On one line; a heading does not run into what it stands over. */
    private static String plain(String markdown) {
        return Markdown.parse(markdown).stream().map(block -> block instanceof Block.Heading ? block.plain() + " ·" : block.plain())
                .collect(Collectors.joining(" "));
    }

    private PathStep outcome() {
        var card = PanelParts.card(context.text("ui.decisions.outcome"));
        card.setId("path-outcome");
        if (record.served().isPresent()) {
            var pill = Tiers.pill(record.servedTier(), context.words().tier(record.servedTier()));
            pill.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(10, pill, Parts.wrapped(context.words().served(record), "card-main"));
            line.setAlignment(Pos.CENTER_LEFT);
            card.getChildren().addAll(line, Parts.wrapped(context.text("ui.decisions.cost", context.words().tokens(record.tokens()),
                    context.words().measured(record.took())), "card-line"));
            if (!fitting.equals(Fitting.WHOLE)) {
                card.getChildren().add(Parts.wrapped(new DocumentWords(context.texts()).inShort(fitting, record.saved(fitting)), "card-line"));
            }
            answer.map(PathView::plain).filter(text -> !text.isBlank())
                    .ifPresent(text -> card.getChildren().add(PanelParts.quote(text, QUOTED)));
            return new PathStep(Feather.CHECK, card, true, "good");
        }
        if (record.parkedUntil().isPresent()) {
            Instant until = record.parkedUntil().get();
            card.getChildren().add(Parts.wrapped(context.text("ui.chat.parked.until", context.figures().time(until)), "card-text"));
            return new PathStep(Feather.CLOCK, card, true, "waits");
        }
        boolean underWay = record.took().equals(Duration.ZERO) && record.calls().stream().anyMatch(call -> call.ended().isEmpty());
        card.getChildren().add(Parts.wrapped(underWay ? context.text("ui.decisions.underWay") : context.words().unanswered(record),
                "card-text"));
        return underWay ? new PathStep(Feather.MORE_HORIZONTAL, card, true) : new PathStep(Feather.X, card, true, "bad");
    }
}
