package dev.katman.ui.decisions;

import dev.katman.catalog.Policy;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.WhatIf.Comparison;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Work;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What would have become of the past under other terms. Reckons by itself a moment after a change; nothing is called for it. */
final class WhatIfPanel extends VBox {
    private static final Duration REST = Duration.ofMillis(250);

    private final Context context;
    private final Consumer<DecisionId> open;
    private final Work.Latest reckoning;
    private final WhatIfControls controls;
    private final VBox result = new VBox();
    private final Button use = new Button();
    private final Button back = new Button();
    private final Label used = Parts.wrapped("", "card-line");
    private WhatIfDraft draft;

    /**
     * @param open  shows a decision
     * @param close shows the path again
     */
    WhatIfPanel(Context context, Consumer<DecisionId> open, Runnable close) {
        this.context = context;
        this.open = open;
        reckoning = context.work().latest("what if", REST);
        draft = WhatIfDraft.of(now());
        controls = new WhatIfControls(context, draft, this::changed);
        getStyleClass().add("path");
        setId("what-if");
        setMinHeight(Region.USE_PREF_SIZE);
        Label title = Parts.label(context.text("ui.whatIf.title"), "page-title");
        Button shut = Icons.button(Feather.X, context.text("ui.whatIf.close"));
        shut.setOnAction(event -> close.run());
        var head = new HBox(8, title, Parts.gap(), Parts.label(context.text("ui.whatIf.nothingCalled"), "muted", "small"), shut);
        head.setAlignment(Pos.CENTER_LEFT);
        use.setText(context.text("ui.whatIf.use"));
        use.setId("what-if-use");
        use.getStyleClass().setAll("button", "accent", "what-if-button");
        use.setOnAction(event -> use());
        back.setText(context.text("ui.whatIf.back"));
        back.setId("what-if-back");
        back.getStyleClass().add("what-if-button");
        back.setOnAction(event -> changed(WhatIfDraft.of(now()).span(draft.span())));
        var foot = new FlowPane(10, 8, use, back);
        foot.setAlignment(Pos.CENTER_LEFT);
        result.getStyleClass().add("what-if-result");
        result.setId("what-if-result");
        used.managedProperty().bind(used.visibleProperty());
        used.setVisible(false);
        var frame = new VBox(controls);
        frame.getStyleClass().add("card");
        getChildren().addAll(head, Parts.wrapped(context.text("ui.whatIf.explain"), "path-story"), frame, foot, used, result);
        buttons();
    }

    private Policy now() {
        return context.services().policies().get();
    }

    /** It may have been used, or more been said, since it was last looked at. */
    void turnedTo() {
        buttons();
        reckon();
    }

    private void changed(WhatIfDraft other) {
        draft = other;
        controls.show(other);
        used.setVisible(false);
        buttons();
        reckon();
    }

    private void buttons() {
        use.setDisable(draft.policy().equals(now()));
        back.setDisable(!draft.differs(now()));
    }

    private void reckon() {
        WhatIfDraft asked = draft;
        Instant since = context.services().clock().instant().minus(asked.span().back());
        result.setOpacity(0.6); // what stands there is of the terms before
        reckoning.ask(() -> context.services().exchange().whatIf(since, asked.terms(), context.zone()), this::show);
    }

    private void show(Comparison comparison) {
        result.setOpacity(1);
        result.getChildren().setAll(new WhatIfResult(context, comparison, draft.differs(now()), open).lines());
    }

    private void use() {
        Policy chosen = draft.policy();
        context.work().run("choose a policy", () -> {
            context.services().policies().choose(chosen);
            return chosen;
        }, policy -> {
            used.setText(context.text("ui.whatIf.used"));
            used.setVisible(true);
            buttons();
            reckon();
        });
    }
}
