package dev.katman.ui.settings;

import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;

/** Language, theme, and how large everything is written. */
final class LookSection extends SectionView {
    private static final int STEP = 10;

    private final SettingsPage.Acts acts;
    private final Slider size = new Slider(Preferences.LEAST_TEXT, Preferences.MOST_TEXT, Preferences.USUAL_TEXT);
    private final Label told = Parts.label("", "strong");
    private final VBox themes = new VBox();
    private int percent;

    LookSection(Context context, SettingsPage.Acts acts) {
        super(context, Section.LOOK);
        this.acts = acts;
        size.setId("text-size");
        size.setAccessibleText(text("ui.settings.look.size"));
        size.setMajorTickUnit(STEP);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        size.setBlockIncrement(STEP);
        size.valueProperty().addListener((value, before, now) -> {
            if (!size.isValueChanging()) {
                resize((int) Math.round(now.doubleValue() / STEP) * STEP);
            }
        });
        size.valueChangingProperty().addListener((changing, before, now) -> {
            if (!now) { // while the thumb is held the page stays where it is under it
                resize((int) Math.round(size.getValue() / STEP) * STEP);
            }
        });
        told.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, step(Feather.MINUS, "ui.settings.look.smaller", -STEP), size, step(Feather.PLUS, "ui.settings.look.larger", STEP),
                told);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(size, Priority.ALWAYS);
        getChildren().addAll(
                Controls.card(Parts.label(text("ui.menu.language"), "card-name"), Controls.choice(List.of(Language.values()),
                        context.texts().language(), "language", Language::ownName, acts::language)),
                Controls.card(Parts.label(text("ui.menu.theme"), "card-name"), themes),
                Controls.card(Parts.label(text("ui.settings.look.size"), "card-name"), line,
                        Parts.wrapped(text("ui.settings.look.size.about"), "settings-line")));
    }

    private Button step(Feather icon, String key, int by) {
        Button button = Icons.button(icon, text(key));
        button.setId(by < 0 ? "text-smaller" : "text-larger");
        button.setOnAction(event -> resize(Math.clamp(percent + by, Preferences.LEAST_TEXT, Preferences.MOST_TEXT)));
        return button;
    }

    private void resize(int other) {
        if (other != percent) {
            percent = other;
            acts.textSize(other);
            show();
        }
    }

    private void show() {
        size.setValue(percent);
        told.setText(context().words().percent(percent / 100.0));
    }

    @Override
    void look() {
        percent = context().services().preferences().textSize();
        show();
        themes.getChildren().setAll(Controls.choice(List.of(Theme.values()), context().services().preferences().theme(), "theme",
                theme -> text("ui.menu.theme." + theme.name().toLowerCase(Locale.ROOT)), acts::theme));
    }
}
