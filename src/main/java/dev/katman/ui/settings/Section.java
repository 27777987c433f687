package dev.katman.ui.settings;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/** The parts of the page, in the order of its list. */
public enum Section {
    KEYS(Feather.KEY),
    MACHINE(Feather.CPU),
    TIERS(Feather.LAYERS),
    POLICY(Feather.SLIDERS),
    LIMITS(Feather.ACTIVITY),
    LOOK(Feather.SUN),
    SHORTCUTS(Feather.COMMAND),
    NETWORK(Feather.GLOBE),
    DATA(Feather.DATABASE);

    private final Feather icon;

    Section(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /** As in the keys of its texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
