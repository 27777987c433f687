package dev.katman.ui.decisions;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.kit.Parts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a model at a provider would allow. Tried out only: limits are the provider's. */
final class LimitFields extends VBox {
    private static final List<Axis> AXES = List.of(Axis.TPD, Axis.TPM, Axis.RPD, Axis.RPM);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass TRIED = PseudoClass.getPseudoClass("tried");

    private final Context context;
    private final Supplier<WhatIfDraft> draft;
    private final MenuButton which = new MenuButton();
    private final Map<Axis, TextField> fields = new EnumMap<>(Axis.class);
    private final Label tried = Parts.wrapped("", "card-line");
    private DeploymentId deployment;
    private boolean showing;

    /** @param changed hears what is tried now */
    LimitFields(Context context, Supplier<WhatIfDraft> draft, Consumer<WhatIfDraft> changed) {
        this.context = context;
        this.draft = draft;
        setSpacing(6);
        List<DeploymentId> inUse = context.services().exchange().inUse();
        which.setId("what-if-model");
        which.getStyleClass().setAll("menu-button", "tier-choice");
        which.setMnemonicParsing(false);
        which.setAccessibleText(context.text("ui.whatIf.limits.which"));
        for (DeploymentId each : inUse) {
            var item = new MenuItem(each.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                deployment = each;
                show();
            });
            which.getItems().add(item);
        }
        var row = new TilePane();
        row.getStyleClass().add("limit-fields");
        row.setPrefColumns(2);
        row.setMaxWidth(USE_PREF_SIZE); // with more columns it would be lower than what its place was reckoned with
        AXES.forEach(axis -> row.getChildren().add(field(axis, changed)));
        getChildren().addAll(which, row, Parts.wrapped(context.text("ui.whatIf.limits.notSaved"), "card-line"), tried);
        tried.managedProperty().bind(tried.visibleProperty());
        // The scarcest model is the one whose limit one wonders about.
        deployment = inUse.stream().filter(id -> context.services().catalog().tiersOf(id.model()).contains(Tier.DEEP))
                .findFirst().orElse(inUse.isEmpty() ? null : inUse.getFirst());
    }

    private HBox field(Axis axis, Consumer<WhatIfDraft> changed) {
        var field = new TextField();
        field.setId("what-if-" + axis.name().toLowerCase(Locale.ROOT));
        field.getStyleClass().add("small-field");
        field.setPrefWidth(84);
        field.setPromptText("∞");
        field.setAccessibleText(context.words().axis(axis));
        field.textProperty().addListener((text, before, now) -> {
            if (showing || deployment == null) {
                return;
            }
            OptionalLong figure = Figures.whole(now);
            boolean right = now.isBlank() || figure.isPresent() && Limits.allows(figure.getAsLong());
            field.pseudoClassStateChanged(WRONG, !right);
            if (right) {
                changed.accept(draft.get().limit(context.services().catalog(), deployment, axis, figure));
            }
        });
        field.focusedProperty().addListener((focused, before, now) -> show());
        fields.put(axis, field);
        Label name = Parts.label(context.words().axis(axis), "muted", "small");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setLabelFor(field);
        var box = new HBox(10, name, field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** Shows what is tried, and leaves a field alone in which somebody writes the same. */
    void show() {
        if (deployment == null) {
            setDisable(true);
            return;
        }
        showing = true;
        which.setText(deployment.toString());
        Limits limits = draft.get().limits(context.services().catalog(), deployment);
        Limits catalogues = context.services().catalog().deployment(deployment).orElseThrow().limits();
        fields.forEach((axis, field) -> {
            String text = limits.of(axis).isPresent() ? context.texts().number(limits.of(axis).getAsLong()) : "";
            if (!field.isFocused()) {
                field.setText(text);
                field.pseudoClassStateChanged(WRONG, false);
            }
            field.pseudoClassStateChanged(TRIED, !limits.of(axis).equals(catalogues.of(axis)));
        });
        List<String> others = draft.get().limits().keySet().stream().map(DeploymentId::toString).sorted().toList();
        tried.setVisible(!others.isEmpty());
        tried.setText(context.text("ui.whatIf.limits.tried", String.join(", ", others)));
        showing = false;
    }
}
