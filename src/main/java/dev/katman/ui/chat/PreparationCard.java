package dev.katman.ui.chat;

import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparationProgress;
import dev.katman.ui.chat.PreparationStages.Stage;
import dev.katman.ui.kit.BarGauge;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.words.PreparationWords;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** How far a document is that the worker prepares, what it waits for, and what can be done about it. */
final class PreparationCard extends VBox {
    private final Context context;
    private final PreparationWords words;
    private final Label title = Parts.wrapped("", "strong", "small");
    private final BarGauge bar = new BarGauge();
    private final Label says = Parts.wrapped("", "muted", "small");
    private final Button pause;
    private final Button goOn;
    /** Pieces, as far as is known: what the journal told when this was made is behind what the work itself has told since. */
    private int done;
    private int steps;
    private final ChangeListener<Stage> changed = (stage, before, now) -> show(now);

    PreparationCard(Context context, Chats chats, Prepared prepared) {
        super(6);
        this.context = context;
        words = new PreparationWords(context.words());
        done = prepared.pieces();
        steps = prepared.steps();
        getStyleClass().addAll("state-card", "preparation");
        setMinWidth(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        pause = button("pause", () -> chats.preparing().pause(prepared.row().message()));
        goOn = button("goOn", () -> chats.preparing().goOn(prepared.row()));
        var acts = new HBox(4, pause, goOn, button("remove", () -> chats.deletions().delete(prepared.row().message())));
        acts.setMinWidth(0);
        getChildren().addAll(title, bar, says, acts);
        chats.preparing().stage(prepared.row().message()).addListener(new WeakChangeListener<>(changed));
        show(chats.preparing().stage(prepared.row().message()).get());
    }

    private void show(Stage stage) {
        boolean runs = stage instanceof Stage.Runs;
        turn(pause, runs);
        turn(goOn, !runs);
        switch (stage) {
            case Stage.Runs(var progress, var pausing) -> {
                title.setText(context.text(pausing ? "ui.prepare.pausing" : "ui.prepare.runs"));
                pause.setDisable(pausing);
                progress.ifPresent(now -> {
                    done = now.done();
                    steps = now.steps();
                });
                far();
                says.setText(progress.map(pausing ? words::left : this::said).orElse("")); // what pauses waits for nothing
            }
            case Stage.Rests rests -> rests("ui.prepare.rests");
            case Stage.Lost lost -> rests("ui.prepare.lost");
            case Stage.Failed failed -> rests("ui.prepare.failed");
        }
    }

    private void rests(String why) {
        title.setText(context.text(why));
        far();
        says.setText(context.text("ui.prepare.kept", done, steps));
    }

    private String said(PreparationProgress progress) {
        Optional<String> waits = progress.waiting().map(waiting -> words.waits(waiting, context.services().clock().instant()));
        return words.left(progress) + waits.map(wait -> " · " + wait).orElse("");
    }

    private void far() {
        bar.show((double) done / Math.max(1, steps), context.text("ui.prepare.kept", done, steps));
    }

    private static void turn(Button button, boolean on) {
        button.setVisible(on);
        button.setManaged(on);
    }

    private Button button(String name, Runnable act) {
        Button button = Parts.textButton(context.text("ui.prepare." + name), act);
        button.setId("prepare-" + name);
        return button;
    }
}
