package dev.katman.ui.chat;

import dev.katman.conversation.MessageId;
import dev.katman.journal.DecisionRecord;
import dev.katman.routing.Verdict;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/** A message that has no answer, or not a whole one: why, and what can be done about it. */
final class StateCards {
    private final Context context;
    private final ChatPage.Acts acts;
    private final Consumer<String> write;
    private final Chats chats;
    private final ModelChoice models;

    /** @param write puts a text into the composer */
    StateCards(Context context, ChatPage.Acts acts, Consumer<String> write, Chats chats) {
        this.context = context;
        this.acts = acts;
        this.write = write;
        this.chats = chats;
        models = new ModelChoice(context);
    }

    Node parked(DecisionRecord record) {
        String kept = record.attempts().isEmpty() ? "ui.chat.parked" : "ui.chat.parked.asked";
        var title = wrapped(context.text(kept), "strong", "small");
        var when = wrapped(record.parkedUntil().filter(until -> until.isAfter(context.services().clock().instant()))
                .map(until -> context.text("ui.chat.parked.until", time(until)))
                .orElseGet(() -> context.text("ui.chat.parked.soon")), "muted", "small");
        Button now = button("ui.parked.now", () -> chats.sendNow(record.message(), record.conversation()));
        now.setTooltip(new Tooltip(context.text("ui.parked.now.hint")));
        now.setAccessibleHelp(context.text("ui.parked.now.hint"));
        return card("state-card", title, when, foot(record, now, other(record), limits(),
                button("ui.parked.cancel", () -> chats.cancel(record.message(), record.conversation()))));
    }

    /** Asks somebody else for a message that waits. */
    private MenuButton other(DecisionRecord record) {
        var menu = new MenuButton(context.text("ui.chat.other"));
        menu.getStyleClass().setAll("menu-button", "text-button", "no-arrow");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems().add(new MenuItem()); // else it never opens
        menu.setOnShowing(event -> menu.getItems().setAll(models.items(context.text("ui.composer.decide"), Pin.NONE,
                by -> chats.sendNow(record.message(), record.conversation(), by))));
        return menu;
    }

    private Button limits() {
        return button("ui.chat.limits", acts::seeLimits);
    }

    /** Today's without its date. */
    private String time(Instant at) {
        LocalDate today = LocalDate.ofInstant(context.services().clock().instant(), context.zone());
        return today.equals(LocalDate.ofInstant(at, context.zone())) ? context.figures().time(at)
                : context.figures().dayAndTime(at);
    }

    Node unanswered(DecisionRecord record) {
        boolean keyless = record.attempts().isEmpty()
                && record.decision().candidates().stream().noneMatch(c -> c.verdict() == Verdict.TOO_LARGE);
        Button tryAgain = button("ui.chat.tryAgain", () -> chats.sendNow(record.message(), record.conversation()));
        Button mend = keyless ? button("ui.chat.keys", acts::openKeys) : button("ui.chat.again", () -> write.accept(record.text()));
        return card("state-card refused", wrapped(context.words().unanswered(record), "small"), foot(record, tryAgain, mend));
    }

    Node notAgain(DecisionRecord record) {
        String why = record.decision().leastWait().filter(wait -> record.attempts().isEmpty())
                .map(wait -> context.text("ui.chat.notAgain.room", context.words().duration(wait)))
                .orElseGet(() -> context.text("ui.chat.notAgain"));
        return card("state-card refused", wrapped(why, "small"), foot(record, limits()));
    }

    Node interrupted(ChatRow.Interrupted row) {
        Button anew = button("ui.chat.goOn", () -> row.spot().ifPresent(spot -> chats.again(spot.message(), Pin.NONE)));
        anew.setTooltip(new Tooltip(context.text("ui.chat.goOn.hint")));
        anew.setAccessibleHelp(context.text("ui.chat.goOn.hint"));
        return card("state-card", wrapped(context.text("ui.chat.interrupted"), "small"), foot(row.record(), anew));
    }

    /** A line, and a button where the message is known. */
    Node silent(String says, Runnable ask, boolean known) {
        var label = new Label(context.text(says));
        label.getStyleClass().add("meta");
        label.setMinWidth(0);
        var line = new HBox(10, label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        if (known) {
            line.getChildren().add(button("ui.chat.answerNow", ask));
        }
        return line;
    }

    Node stopped(ChatRow.Stopped row) {
        return silent("ui.chat.stopped", () -> row.message().ifPresent(this::askNow), row.message().isPresent());
    }

    private void askNow(MessageId message) {
        chats.current().get().conversation().ifPresent(id -> chats.sendNow(message, id));
    }

    Node open(ChatRow.Open row) {
        return silent("ui.chat.open", () -> chats.again(row.message(), Pin.NONE), true);
    }

    private static Label wrapped(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private Button button(String name, Runnable act) {
        return Parts.textButton(context.text(name), act);
    }

    /** What can be done, and why it is so. */
    private Node foot(DecisionRecord record, Node... acts) {
        Button why = button("ui.chat.why", () -> this.acts.openDecision(record.id()));
        why.getStyleClass().add("at-end");
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
