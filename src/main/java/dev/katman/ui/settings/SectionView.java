package dev.katman.ui.settings;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.layout.VBox;

/** A part of the page: its title, a sentence about it, and what is in it. */
abstract class SectionView extends VBox {
    private final Context context;

    SectionView(Context context, Section section) {
        this.context = context;
        setId("settings-" + section.key());
        getStyleClass().add("settings-section");
        getChildren().addAll(Parts.label(context.text("ui.settings.section." + section.key()), "settings-title"),
                Parts.wrapped(context.text("ui.settings.about." + section.key()), "muted"));
    }

    final Context context() {
        return context;
    }

    final String text(String key, Object... values) {
        return context.text(key, values);
    }

    /** It is turned to: what was said of something done before is no longer news. */
    final void opened() {
        lookupAll(".settings-said").forEach(said -> ((Said) said).say(Tone.PLAIN, ""));
        look();
    }

    /** It comes into view, or what it shows may have changed. */
    abstract void look();
}
