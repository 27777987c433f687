package dev.katman.ui.settings;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Limits;
import dev.katman.quota.LimitWord;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;
import java.util.OptionalLong;

/** One limit: the figure that counts, which can be written over, whose word it is, and the way back to what is known. */
final class LimitRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    private final Context context;
    private final Deployment deployment;
    private final Axis axis;
    private final TextField field = new TextField();
    private final Label source = Parts.wrapped("", "settings-line", "small");
    private final Button back;
    private final Said said = new Said();

    LimitRow(Context context, Deployment deployment, Axis axis) {
        this.context = context;
        this.deployment = deployment;
        this.axis = axis;
        String id = (deployment.id() + "-" + axis.name().toLowerCase(Locale.ROOT)).replaceAll("[^A-Za-z0-9]", "-");
        field.setId("limit-" + id);
        field.getStyleClass().add("settings-limit");
        field.setPromptText(context.text("ui.settings.limits.unlimited"));
        field.setAccessibleText(context.text("ui.settings.limits.field", deployment.model().name(),
                ProviderNames.of(context, deployment.provider()), context.words().axis(axis)));
        field.setOnAction(event -> written());
        field.focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                written();
            }
        });
        back = Icons.button(Feather.ROTATE_CCW, context.text("ui.settings.limits.back"));
        back.setId("limit-back-" + id);
        back.setOnAction(event -> choose(OptionalLong.empty()));
        var lines = new VBox(Parts.wrapped(context.words().axis(axis)), source);
        var line = new HBox(12, field, lines, back);
        line.setAlignment(Pos.CENTER_LEFT);
        setSpacing(4);
        getChildren().addAll(line, said);
        show();
    }

    private LimitWord word() {
        return context.services().ledger().word(deployment.id(), axis);
    }

    /** Shows what counts just now; a figure that somebody is writing is left alone. */
    void show() {
        LimitWord word = word();
        source.setText(source(word));
        back.setVisible(word.own().isPresent());
        field.pseudoClassStateChanged(OWN, word.own().isPresent() && !word.overruled());
        if (!field.isFocused()) {
            field.setText(figure(word.inForce()));
            wrong(false);
        }
    }

    private void written() {
        OptionalLong figure = Figures.whole(field.getText());
        if (!field.getText().isBlank() && (figure.isEmpty() || !Limits.allows(figure.getAsLong()))) {
            wrong(true);
            return;
        }
        wrong(false);
        LimitWord word = word();
        boolean asItIs = figure.isPresent() ? figure.equals(word.inForce()) : word.own().isEmpty();
        if (asItIs) {
            field.setText(figure(word.inForce()));
        } else {
            choose(figure.equals(word.known()) ? OptionalLong.empty() : figure);
        }
    }

    private void wrong(boolean wrong) {
        field.pseudoClassStateChanged(WRONG, wrong);
        source.setVisible(!wrong); // what stands there is nobody's word
        said.say(Tone.BAD, wrong ? context.text("ui.settings.limits.wrong", Limits.MOST) : "");
    }

    private void choose(OptionalLong figure) {
        context.work().run("set a limit", () -> {
            context.services().limits().choose(deployment.id(), axis, figure);
            return figure;
        }, done -> {
            field.setText(figure(word().inForce()));
            show();
        });
    }

    private String source(LimitWord word) {
        if (word.overruled()) {
            return context.text("ui.settings.limits.overruled", figure(OptionalLong.of(word.own().orElseThrow().figure())));
        }
        if (word.own().isPresent()) {
            return word.told().isPresent() ? context.text("ui.settings.limits.own.provider", figure(word.known()))
                    : word.known().isPresent() ? context.text("ui.settings.limits.own.catalogue", figure(word.known()))
                    : context.text("ui.settings.limits.own");
        }
        if (word.told().isEmpty()) {
            return context.text(word.known().isPresent() ? "ui.settings.limits.catalogue" : "ui.settings.limits.nobodyKnows");
        }
        return word.catalogues().isEmpty() ? context.text("ui.settings.limits.told")
                : word.catalogues().equals(word.known()) ? context.text("ui.settings.limits.confirmed")
                : context.text("ui.settings.limits.provider", figure(word.catalogues()));
    }

    private String figure(OptionalLong figure) {
        return figure.isPresent() ? context.texts().number(figure.getAsLong()) : "";
    }
}
