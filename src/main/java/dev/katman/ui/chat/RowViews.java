package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Prepared;
import dev.katman.journal.CallRecord;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Fitting;
import dev.katman.journal.Source;
import dev.katman.provider.Failure;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Markdown;
import dev.katman.ui.kit.Parts;
import dev.katman.words.DocumentWords;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.stream.Collectors;

/** Draws the rows of a chat. */
final class RowViews {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;
    /** Between what an answer took and what can be done with it. */
    private static final double BESIDE = 12;

    private final Context context;
    private final ChatPage.Acts acts;
    private final Composer composer;
    private final Chats chats;
    private final Under under;
    private final StateCards cards;
    private final ModelChoice models;
    private final DocumentWords words;
    private final DocumentActs documents;

    /** @param under the message that the mouse is over */
    RowViews(Context context, ChatPage.Acts acts, Composer composer, Chats chats, DocumentActs documents, Under under) {
        this.context = context;
        this.acts = acts;
        this.composer = composer;
        this.chats = chats;
        this.documents = documents;
        this.under = under;
        cards = new StateCards(context, acts, composer::write, chats);
        models = new ModelChoice(context);
        words = new DocumentWords(context.texts());
    }

    /** The row's view; the one that is there where it can show the row too. */
    Node view(ChatRow row, Node there) {
        return switch (row) {
            case ChatRow.Said said -> {
                BlockView view = blocks(there, true);
                Selection.block(said).ifPresent(view::show);
                yield view;
            }
            case ChatRow.Enclosed enclosed -> new EnclosedView(context, chats, documents, enclosed);
            case ChatRow.Sources sources -> {
                SourcesView view = there instanceof SourcesView before ? before
                        : new SourcesView(context, documents.dialog(), turned -> chats.current().get().turn(turned));
                view.show(sources);
                yield view;
            }
            case ChatRow.SaidTools tools -> saidTools(tools);
            case ChatRow.Part part -> {
                BlockView view = part.sources().map(this::citing).orElseGet(() -> blocks(there, false));
                view.show(part.block());
                yield view;
            }
            case ChatRow.Thought thought -> {
                ThoughtView view = there instanceof ThoughtView before ? before
                        : new ThoughtView(context, chats::turn);
                view.show(thought);
                yield view;
            }
            case ChatRow.FailedNow failed -> helped(new FailedChip(context, context.words().failed(failed.event())),
                    failed.event().failure() instanceof Failure.RateLimited, failed.event().failure() instanceof Failure.KeyRefused)
                    .details(failed.event().failure().reason());
            case ChatRow.FailedThen failed -> failed(failed.call()).link("ui.chat.why", () -> acts.openDecision(failed.record().id()));
            case ChatRow.Waiting waiting -> quiet(waiting.asked().map(d -> context.text("ui.chat.asking", model(d)))
                    .orElseGet(() -> context.text("ui.chat.judging")));
            case ChatRow.Served served -> served(served);
            case ChatRow.Interrupted cut -> new VBox(6, cards.interrupted(cut), tools(cut.spot(), cut.text(), Optional.empty()));
            case ChatRow.Parked parked -> cards.parked(parked.record());
            case ChatRow.Unanswered unanswered -> cards.unanswered(unanswered.record());
            case ChatRow.NotAgain not -> cards.notAgain(not.record());
            case ChatRow.Stopped stopped -> cards.stopped(stopped);
            case ChatRow.Preparation(var prepared) -> new PreparationCard(context, chats, prepared);
            case ChatRow.Result(var prepared) -> new ResultView(context, prepared, acts::say);
            case ChatRow.Open open -> cards.open(open);
        };
    }

    private String model(DeploymentId deployment) {
        return context.services().catalog().model(deployment.model()).map(m -> m.name()).orElse(deployment.model());
    }

    /** @param bubble whether the reader said it */
    private BlockView blocks(Node there, boolean bubble) {
        if (there instanceof BlockView before && !before.cites() && before.getStyleClass().contains("bubble") == bubble) {
            return before;
        }
        var view = new BlockView(context.acts());
        if (bubble) {
            view.getStyleClass().add("bubble");
        }
        return view;
    }

    /** For a block that names what went along with its question. */
    private BlockView citing(Fitting fitting) {
        return new BlockView(context.acts().citing(fitting.sources().stream().collect(Collectors.toMap(Source::number, source ->
                new BlockView.Cited(context.text("ui.sources.cited", source.number(), words.source(source)), () -> documents.dialog().open(fitting, source))))));
    }

    private static Node quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("meta");
        return label;
    }

    private FailedChip failed(CallRecord call) {
        var chip = new FailedChip(context, context.text("ui.chat.failed", call.deployment().model(), context.words().outcome(call)));
        return helped(chip, call.http() == TOO_MANY_REQUESTS, call.http() == UNAUTHORIZED).details(call.reason());
    }

    private FailedChip helped(FailedChip chip, boolean limited, boolean keyless) {
        return limited ? chip.link("ui.chat.limits", acts::seeLimits) : keyless ? chip.link("ui.chat.keys", acts::openKeys) : chip;
    }

    private Node served(ChatRow.Served row) {
        MessageTools tools = tools(row.spot(), row.text(), row.prepared());
        if (row.prepared().isEmpty()) { // nobody judged what was to be prepared
            tools.add(new TeachMenu(context, row.record(), tier -> chats.teaching().teach(row.record().id(), tier)));
        }
        var told = new ServedLine(context, row, record -> acts.openDecision(record.id()));
        var line = new FlowPane(BESIDE, 2, told, tools) { // below each other, and a hole while they are not seen, only where half of the line would not do
            @Override
            protected double computePrefHeight(double width) {
                fit(width >= 0 ? width : getWidth() > 0 ? getWidth() : Double.MAX_VALUE);
                return super.computePrefHeight(width);
            }

            @Override
            protected void layoutChildren() {
                fit(getWidth());
                super.layoutChildren();
            }

            private void fit(double width) {
                double beside = Math.floor(width - BESIDE - tools.prefWidth(-1));
                told.setMaxWidth(Math.max(ServedLine.LEAST, beside < width / 2 ? width : beside));
            }
        };
        line.setRowValignment(VPos.CENTER);
        line.setMinWidth(0);
        return line;
    }

    /**
     * What can be done with an answer.
     *
     * @param prepared the document, where the answer is what that was prepared to: it is prepared again, and not answered
     */
    private MessageTools tools(Optional<Spot> spot, String text, Optional<Prepared> prepared) {
        var tools = new MessageTools(context, spot, under.message(), chats.branches()::show);
        if (!text.isBlank()) { // it may have come to a thought and no more
            tools.menu(Feather.COPY, "ui.message.copy", menu -> menu.getItems().setAll(
                    item("ui.message.copy.text", () -> copy(plain(text))), item("ui.message.copy.markdown", () -> copy(text))));
        }
        spot.map(Spot::message).ifPresent(message -> prepared
                .map(one -> tools.button(Feather.REFRESH_CW, "ui.prepare.again", () -> documents.offer().again(one)))
                .orElseGet(() -> tools.menu(Feather.REFRESH_CW, "ui.message.again", menu -> again(menu, message)))
                .button(Feather.GIT_BRANCH, "ui.message.branch", () -> branch(message))
                .button(Feather.TRASH_2, "ui.message.delete", () -> chats.deletions().delete(message)));
        return tools;
    }

    private void again(MenuButton menu, MessageId message) {
        menu.getItems().setAll(models.items(context.text("ui.composer.decide"), Pin.NONE, by -> chats.again(message, by)));
    }

    private void branch(MessageId upTo) {
        String title = chats.openId().get().flatMap(chats.side()::row).map(ConversationRow::title).orElse("");
        chats.branches().off(upTo, context.text("ui.message.branch.title", title));
    }

    private Node saidTools(ChatRow.SaidTools row) {
        var tools = new MessageTools(context, row.spot(), under.message(), chats.branches()::show)
                .button(Feather.COPY, "ui.message.copy", () -> copy(row.text()));
        row.spot().ifPresent(spot -> tools.button(Feather.EDIT_2, "ui.message.edit", () -> composer.edit(row))
                .button(Feather.GIT_BRANCH, "ui.message.branch", () -> branch(spot.message()))
                .button(Feather.TRASH_2, "ui.message.delete", () -> chats.deletions().delete(spot.message())));
        return tools.ofReader();
    }

    private MenuItem item(String name, Runnable act) {
        return Parts.item(context.text(name), act);
    }

    private void copy(String text) {
        context.acts().copy().accept(text);
    }

    private static String plain(String markdown) {
        return Markdown.parse(markdown).stream().map(Block::plain).collect(Collectors.joining("\n\n"));
    }
}
