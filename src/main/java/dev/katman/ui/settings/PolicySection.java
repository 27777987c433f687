package dev.katman.ui.settings;

import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.exchange.Policies;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Where tasks part ways: mode, thresholds, how sure the local judge must be, and what the deep brain is worth. */
final class PolicySection extends SectionView {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    /** A thumb is not set to half a percent. */
    private static final double NEAR = 0.005;

    private final ToggleGroup modes = new ToggleGroup();
    private final Spinner<Integer> workBelow = new Spinner<>(1, 10, 5);
    private final Spinner<Integer> deepAbove = new Spinner<>(0, 10, 7);
    private final Slider local = new Slider(0, 1, 0.5);
    private final Label localTold = Parts.label("", "strong");
    private final List<TextField> values = new ArrayList<>();
    private final Button back;
    private boolean showing;

    PolicySection(Context context) {
        super(context, Section.POLICY);
        back = Controls.button(text("ui.settings.policy.back"), () -> choose(policies().catalogues()));
        back.setId("policy-back");
        getChildren().addAll(modes(), thresholds(), localJudge(), values(), Controls.line(back), titles());
    }

    private Policies policies() {
        return context().services().policies();
    }

    private Node modes() {
        VBox card = Controls.card(Parts.label(text("ui.settings.policy.mode"), "card-name"));
        for (Mode mode : Mode.values()) {
            String key = mode.name().toLowerCase(Locale.ROOT);
            var radio = new RadioButton(text("ui.mode." + key));
            radio.setId("mode-" + key);
            radio.setToggleGroup(modes);
            radio.setUserData(mode);
            radio.setOnAction(event -> choose(policies().get().with(mode)));
            Label about = Parts.wrapped(text("ui.settings.policy.mode." + key), "settings-line", "settings-indented");
            radio.setAccessibleHelp(about.getText());
            card.getChildren().add(new VBox(2, radio, about));
        }
        return card;
    }

    private Node thresholds() {
        workBelow.setId("work-below");
        deepAbove.setId("deep-above");
        workBelow.setAccessibleText(text("ui.settings.policy.workBelow"));
        deepAbove.setAccessibleText(text("ui.settings.policy.deepAbove"));
        workBelow.getStyleClass().add("settings-spinner");
        deepAbove.getStyleClass().add("settings-spinner");
        workBelow.valueProperty().addListener((value, before, now) -> {
            if (!showing) {
                choose(policies().get().with(now, Math.max(policies().get().deepAbove(), now - 1)));
            }
        });
        deepAbove.valueProperty().addListener((value, before, now) -> {
            if (!showing) {
                choose(policies().get().with(Math.max(1, Math.min(policies().get().workBelow(), now + 1)), now));
            }
        });
        var pair = new GridPane(12, 8);
        pair.addRow(0, Parts.wrapped(text("ui.settings.policy.workBelow")), workBelow);
        pair.addRow(1, Parts.wrapped(text("ui.settings.policy.deepAbove")), deepAbove);
        return Controls.card(Parts.label(text("ui.settings.policy.thresholds"), "card-name"),
                pair,
                Parts.wrapped(text("ui.settings.policy.between"), "settings-line"));
    }

    private Node localJudge() {
        double usual = context().services().exchange().sureAt();
        local.setId("local-from");
        local.setAccessibleText(text("ui.settings.policy.local"));
        local.setBlockIncrement(0.01);
        local.valueProperty().addListener((value, before, now) -> {
            if (!showing) {
                double from = Math.abs(now.doubleValue() - usual) < NEAR ? usual : Math.round(now.doubleValue() * 100) / 100.0;
                choose(policies().get().with(from == usual ? OptionalDouble.empty() : OptionalDouble.of(from)));
            }
        });
        var line = new HBox(12, local, localTold);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(local, Priority.ALWAYS);
        return Controls.card(Parts.wrapped(text("ui.settings.policy.local"), "card-name"), line,
                Parts.wrapped(text("ui.settings.policy.local.about", context().words().percent(usual)), "settings-line"));
    }

    private Node values() {
        var fields = new FlowPane(8, 8);
        for (int difficulty = 1; difficulty <= Policy.GAINS.size(); difficulty++) {
            var field = new TextField();
            field.setId("value-" + difficulty);
            field.getStyleClass().add("settings-value");
            field.setAccessibleText(text("ui.settings.policy.value", difficulty));
            field.textProperty().addListener((value, before, now) -> valuesTyped());
            values.add(field);
            var box = new VBox(2, Parts.label(context().texts().number(difficulty), "muted", "small"), field);
            fields.getChildren().add(box);
        }
        return Controls.card(Parts.label(text("ui.settings.policy.values"), "card-name"), fields,
                Parts.wrapped(text("ui.settings.policy.values.about"), "settings-line"));
    }

    private Node titles() {
        var preferences = context().services().preferences();
        var give = new CheckBox(text("ui.settings.policy.titles.give"));
        give.setId("titles");
        give.setWrapText(true);
        give.setMinHeight(USE_PREF_SIZE);
        give.setSelected(preferences.titles());
        give.setOnAction(event -> {
            boolean chosen = give.isSelected();
            context().work().run("keep whether titles are given", () -> {
                preferences.titles(chosen);
                return chosen;
            }, done -> { });
        });
        Label about = Parts.wrapped(text("ui.settings.policy.titles.about"), "settings-line", "settings-indented", "of-check");
        give.setAccessibleHelp(about.getText());
        return Controls.card(Parts.label(text("ui.settings.policy.titles"), "card-name"), new VBox(2, give, about));
    }

    private void valuesTyped() {
        if (showing) {
            return;
        }
        List<OptionalDouble> typed = values.stream().map(field -> number(field.getText())).toList();
        boolean right = true;
        for (int i = 0; i < typed.size(); i++) {
            int place = i;
            boolean fits = typed.get(i).isPresent() && IntStream.range(0, place).noneMatch(
                    before -> typed.get(before).orElse(0) > typed.get(place).getAsDouble());
            values.get(i).pseudoClassStateChanged(WRONG, !fits);
            right &= fits;
        }
        if (right) {
            Policy now = policies().get();
            choose(new Policy(now.mode(), now.workBelow(), now.deepAbove(), now.localFrom(),
                    typed.stream().map(OptionalDouble::getAsDouble).toList()));
        }
    }

    /** As the language writes it, or with a point; from 0 to 1. */
    private OptionalDouble number(String text) {
        for (Locale locale : List.of(context().texts().locale(), Locale.ROOT)) {
            var position = new ParsePosition(0);
            Number number = NumberFormat.getInstance(locale).parse(text.strip(), position);
            if (number != null && position.getIndex() == text.strip().length() && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
                return OptionalDouble.of(number.doubleValue());
            }
        }
        return OptionalDouble.empty();
    }

    private void choose(Policy policy) {
        if (!policy.equals(policies().get())) {
            context().work().run("keep the policy", () -> {
                policies().choose(policy);
                return policy;
            }, done -> look());
        }
    }

    @Override
    void look() {
        Policy policy = policies().get();
        showing = true;
        modes.getToggles().stream().filter(t -> t.getUserData() == policy.mode()).findFirst().ifPresent(modes::selectToggle);
        workBelow.getValueFactory().setValue(policy.workBelow());
        deepAbove.getValueFactory().setValue(policy.deepAbove());
        double from = policy.localFrom().orElse(context().services().exchange().sureAt());
        if (Math.abs(local.getValue() - from) > NEAR) { // else the thumb would be pulled from under the hand that moves it
            local.setValue(from);
        }
        localTold.setText(context().words().percent(from));
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isFocused()) {
                values.get(i).setText(context().texts().number(policy.values().get(i)));
                values.get(i).pseudoClassStateChanged(WRONG, false);
            }
        }
        back.setDisable(policy.equals(policies().catalogues()));
        showing = false;
    }
}
