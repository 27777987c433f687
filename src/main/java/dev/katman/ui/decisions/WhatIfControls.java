package dev.katman.ui.decisions;

import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Mode, thresholds, the local judge's threshold, limits, and how far back. */
final class WhatIfControls extends VBox {
    /** How near to the default the slider must be let go to mean it: a thumb is not set to half a percent. */
    private static final double NEAR = 0.005;

    private final Context context;
    private final Consumer<WhatIfDraft> changed;
    private final ToggleGroup modes = new ToggleGroup();
    private final ToggleGroup spans = new ToggleGroup();
    private final Spinner<Integer> workBelow = spinner(1);
    private final Spinner<Integer> deepAbove = spinner(0);
    private final Bands bands = new Bands();
    private final Slider local = new Slider(0, 1, 0.5);
    private final Label localTold = Parts.label("", "what-if-value");
    private final Button localDefault;
    private final LimitFields limits;
    private WhatIfDraft draft;
    private boolean showing;

    /** @param changed hears of every change */
    WhatIfControls(Context context, WhatIfDraft draft, Consumer<WhatIfDraft> changed) {
        this.context = context;
        this.draft = draft;
        this.changed = changed;
        getStyleClass().add("what-if-controls");
        localDefault = PanelParts.textButton(context.text("ui.whatIf.local.toDefault"));
        limits = new LimitFields(context, () -> this.draft, this::change);
        var grid = new GridPane();
        grid.getStyleClass().add("what-if-grid");
        row(grid, 0, "ui.whatIf.span", chips(List.of(WhatIfDraft.Span.values()), "ui.whatIf.span.", spans, (d, span) -> d.span(span)));
        row(grid, 1, "ui.whatIf.mode", chips(List.of(Mode.values()), "ui.mode.", modes, (d, mode) -> d.mode(mode)));
        row(grid, 2, "ui.whatIf.thresholds", thresholds());
        row(grid, 3, "ui.whatIf.local", localJudge());
        row(grid, 4, "ui.whatIf.limits", limits);
        getChildren().add(grid);
        show(draft);
    }

    private void row(GridPane grid, int row, String key, Node control) {
        Label name = Parts.wrapped(context.text(key), "muted", "small");
        name.setLabelFor(control);
        GridPane.setHgrow(control, Priority.ALWAYS);
        GridPane.setValignment(name, VPos.TOP);
        name.getStyleClass().add("what-if-name");
        grid.addRow(row, name, control);
    }

    private <T extends Enum<T>> FlowPane chips(List<T> values, String key, ToggleGroup group, BiFunction<WhatIfDraft, T, WhatIfDraft> set) {
        var chips = new FlowPane();
        chips.getStyleClass().add("teach-chips");
        for (T value : values) {
            String name = value.name().toLowerCase(Locale.ROOT);
            var chip = new ToggleButton(context.text(key + name));
            chip.setId("what-if-" + name);
            chip.getStyleClass().setAll("toggle-button", "toggle-chip");
            chip.setToggleGroup(group);
            chip.setUserData(value);
            chip.setOnAction(event -> {
                group.selectToggle(chip); // one of them always holds
                change(set.apply(draft, value));
            });
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private Node thresholds() {
        workBelow.setId("what-if-work-below");
        deepAbove.setId("what-if-deep-above");
        workBelow.setAccessibleText(context.text("ui.whatIf.workBelow"));
        deepAbove.setAccessibleText(context.text("ui.whatIf.deepAbove"));
        workBelow.valueProperty().addListener((value, before, now) -> ifNew(now, draft.policy().workBelow(), draft::workBelow));
        deepAbove.valueProperty().addListener((value, before, now) -> ifNew(now, draft.policy().deepAbove(), draft::deepAbove));
        var pair = new GridPane(10, 6);
        pair.addRow(0, Parts.label(context.text("ui.whatIf.workBelow"), "small"), workBelow);
        pair.addRow(1, Parts.label(context.text("ui.whatIf.deepAbove"), "small"), deepAbove);
        return new VBox(8, pair, bands);
    }

    private void ifNew(Integer now, int known, Function<Integer, WhatIfDraft> set) {
        if (!showing && now != null && now != known) {
            change(set.apply(now));
        }
    }

    private static Spinner<Integer> spinner(int least) {
        var spinner = new Spinner<Integer>(new IntegerSpinnerValueFactory(least, 10));
        spinner.setPrefWidth(72);
        spinner.getStyleClass().add("small-spinner");
        return spinner;
    }

    private Node localJudge() {
        local.setId("what-if-local");
        local.setAccessibleText(context.text("ui.whatIf.local"));
        local.setBlockIncrement(0.01);
        HBox.setHgrow(local, Priority.ALWAYS);
        localTold.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setMargin(localTold, new Insets(0, 0, MarkedSlider.BELOW, 0)); // beside the thumb, not beside the mark below it
        local.valueProperty().addListener((value, before, now) -> {
            if (!showing) {
                double from = Math.round(now.doubleValue() * 100) / 100.0;
                change(draft.localFrom(Math.abs(now.doubleValue() - sureAt()) < NEAR ? OptionalDouble.empty() : OptionalDouble.of(from)));
            }
        });
        localDefault.setOnAction(event -> change(draft.localFrom(OptionalDouble.empty())));
        var line = new HBox(10, new MarkedSlider(local, sureAt()), localTold);
        HBox.setHgrow(line.getChildren().getFirst(), Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        var told = new HBox(8, Parts.wrapped(context.text("ui.whatIf.local.default", context.words().percent(sureAt())), "card-line"),
                localDefault);
        told.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, line, told);
    }

    private double sureAt() {
        return context.services().exchange().sureAt();
    }

    private void change(WhatIfDraft other) {
        show(other);
        changed.accept(other);
    }

    /** Shows other terms and tells nobody. */
    void show(WhatIfDraft other) {
        draft = other;
        showing = true;
        Policy policy = other.policy();
        modes.getToggles().stream().filter(t -> t.getUserData() == policy.mode()).findFirst().ifPresent(modes::selectToggle);
        spans.getToggles().stream().filter(t -> t.getUserData() == other.span()).findFirst().ifPresent(spans::selectToggle);
        workBelow.getValueFactory().setValue(policy.workBelow());
        deepAbove.getValueFactory().setValue(policy.deepAbove());
        bands.show(policy);
        double from = policy.localFrom().orElse(sureAt());
        if (Math.abs(local.getValue() - from) > NEAR) { // else the thumb would be pulled from under the hand that moves it
            local.setValue(from);
        }
        localTold.setText(context.words().percent(from));
        localDefault.setVisible(policy.localFrom().isPresent());
        limits.show();
        showing = false;
    }
}
