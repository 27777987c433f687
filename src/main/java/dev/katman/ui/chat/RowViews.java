package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Draws the rows of a chat. */
final class RowViews {
    private final Context context;
    private final Consumer<DecisionId> openDecision;
    private final Consumer<String> again;
    private final Chats chats;

    /**
     * @param openDecision shows how an answer came about
     * @param again        puts a text back into the composer
     * @param chats        answers a message that waits, or lets it wait no longer
     */
    RowViews(Context context, Consumer<DecisionId> openDecision, Consumer<String> again, Chats chats) {
        this.context = context;
        this.openDecision = openDecision;
        this.again = again;
        this.chats = chats;
    }

    /** The row's view; the one that is there where it can show the row too. */
    Node view(ChatRow row, Node there) {
        return switch (row) {
            case ChatRow.Said said -> {
                BlockView view = blocks(there, true);
                Selection.block(said).ifPresent(view::show);
                yield view;
            }
            case ChatRow.Part part -> {
                BlockView view = blocks(there, false);
                view.show(part.block());
                yield view;
            }
            case ChatRow.Thought thought -> {
                ThoughtView view = there instanceof ThoughtView before ? before : new ThoughtView(context);
                view.show(thought);
                yield view;
            }
            case ChatRow.FailedNow failed -> chip(context.words().failed(failed.event()), Optional.empty());
            case ChatRow.FailedThen failed -> chip(context.text("ui.chat.failed", failed.call().deployment().model(),
                    context.words().outcome(failed.call())), Optional.of(failed.record().id()));
            case ChatRow.Waiting waiting -> quiet(waiting.asked().map(d -> context.text("ui.chat.asking", model(d)))
                    .orElseGet(() -> context.text("ui.chat.judging")));
            case ChatRow.Served served -> served(served);
            case ChatRow.Parked parked -> parked(parked.record());
            case ChatRow.Unanswered unanswered -> unanswered(unanswered.record());
            case ChatRow.Stopped stopped -> quiet(context.text("ui.chat.stopped"));
        };
    }

    private String model(DeploymentId deployment) {
        return context.services().catalog().model(deployment.model()).map(m -> m.name()).orElse(deployment.model());
    }

    /** @param bubble whether the reader said it */
    private BlockView blocks(Node there, boolean bubble) {
        if (there instanceof BlockView before && before.getStyleClass().contains("bubble") == bubble) {
            return before;
        }
        var view = new BlockView(context.acts());
        if (bubble) {
            view.getStyleClass().add("bubble");
        }
        return view;
    }

    private static Node quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("meta");
        return label;
    }

    private Node chip(String sentence, Optional<DecisionId> decision) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinWidth(0);
        var chip = new HBox(label);
        decision.ifPresent(id -> {
            var why = new Hyperlink(context.text("ui.chat.why"));
            why.getStyleClass().add("why");
            why.setMinWidth(Region.USE_PREF_SIZE);
            why.setOnAction(event -> openDecision.accept(id));
            chip.getChildren().add(why);
        });
        chip.getStyleClass().add("chip");
        chip.setMinWidth(0);
        var row = new HBox(chip);
        row.setMinWidth(0);
        return row;
    }

    private Node served(ChatRow.Served row) {
        DecisionRecord record = row.record();
        var meta = new HBox(10, Tiers.pill(record.servedTier(), context.words().tier(record.servedTier())));
        meta.setAlignment(Pos.CENTER_LEFT);
        var told = new StringBuilder(context.words().tier(record.servedTier()));
        for (String part : line(record, row.stopped())) {
            var label = new Label(part);
            label.getStyleClass().add("meta");
            meta.getChildren().add(label);
            told.append(", ").append(part);
        }
        var button = new Button();
        button.getStyleClass().add("served");
        button.setGraphic(meta);
        button.setMinWidth(0);
        button.setAccessibleText(context.text("ui.chat.served.open", told));
        button.setUserData(record.id());
        button.setOnAction(event -> openDecision.accept(record.id()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = Icons.button(Feather.COPY, context.text("ui.chat.copy"));
        copy.setOnAction(event -> context.acts().copy().accept(row.text()));
        var line = new HBox(button, gap, new TeachMenu(context, record, tier -> chats.teach(record.id(), tier)), copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        return line;
    }

    private List<String> line(DecisionRecord record, boolean stopped) {
        var parts = new ArrayList<String>();
        Optional<DeploymentId> chosen = record.decision().chosen();
        parts.add(record.served().map(DeploymentId::model).orElseGet(() -> context.text("ui.chat.nobody")));
        if (record.served().isPresent() && chosen.isPresent() && !chosen.equals(record.served())) {
            DeploymentId first = chosen.get();
            boolean sameModel = first.model().equals(record.served().get().model());
            parts.add(context.text("ui.chat.insteadOf", sameModel ? first.toString() : first.model()));
        }
        parts.add(context.text("ui.chat.difficulty", record.decision().assessment().difficulty()));
        parts.add(context.words().tokens(record.tokens()));
        record.ttft().ifPresent(ttft -> parts.add(context.text("ui.chat.firstToken", context.words().duration(ttft))));
        if (stopped) {
            parts.add(context.text("ui.chat.stopped.short"));
        }
        record.shouldBe().ifPresent(tier -> parts.add(tier == record.decision().tier() ? context.text("ui.teach.shortYes")
                : context.text("ui.teach.short", context.words().tier(tier))));
        return parts;
    }

    private Node parked(DecisionRecord record) {
        String kept = record.attempts().isEmpty() ? "ui.chat.parked" : "ui.chat.parked.asked";
        var title = wrapped(context.text(kept), "strong", "small");
        var when = wrapped(record.parkedUntil().filter(until -> until.isAfter(context.services().clock().instant()))
                .map(until -> context.text("ui.chat.parked.until", time(until)))
                .orElseGet(() -> context.text("ui.chat.parked.soon")), "muted", "small");
        Button now = textButton("ui.parked.now");
        now.setTooltip(new Tooltip(context.text("ui.parked.now.hint")));
        now.setAccessibleHelp(context.text("ui.parked.now.hint"));
        now.setOnAction(event -> chats.sendNow(record.message(), record.conversation()));
        Button cancel = textButton("ui.parked.cancel");
        cancel.setOnAction(event -> chats.cancel(record.message(), record.conversation()));
        return card("state-card", title, when, foot(record, now, cancel));
    }

    /** Today's without its date. */
    private String time(Instant at) {
        LocalDate today = LocalDate.ofInstant(context.services().clock().instant(), context.zone());
        return today.equals(LocalDate.ofInstant(at, context.zone())) ? context.figures().time(at)
                : context.figures().dayAndTime(at);
    }

    private Node unanswered(DecisionRecord record) {
        Button back = textButton("ui.chat.again");
        back.setOnAction(event -> again.accept(record.text()));
        return card("state-card refused", wrapped(context.words().unanswered(record), "small"), foot(record, back));
    }

    private static Label wrapped(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private Button textButton(String name) {
        var button = new Button(context.text(name));
        button.getStyleClass().setAll("button", "text-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** What can be done, and why it is so. */
    private Node foot(DecisionRecord record, Button... acts) {
        Button why = textButton("ui.chat.why");
        why.setOnAction(event -> openDecision.accept(record.id()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(acts);
        foot.getChildren().addAll(gap, why);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinWidth(0);
        return foot;
    }

    private static Node card(String styles, Node... lines) {
        var card = new VBox(lines);
        card.getStyleClass().addAll(styles.split(" "));
        card.setMinWidth(0);
        return card;
    }
}
