package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.settings.Texts;

import java.util.Locale;

/** Something to begin with, and the tier that the local judge sends it to, in either language. */
enum Starter {
    SUPPER(Tier.CONVERSATION),
    NOTES(Tier.WORKER),
    TRANSLATION(Tier.WORKER),
    PROOF(Tier.DEEP);

    private final Tier tier;

    Starter(Tier tier) {
        this.tier = tier;
    }

    Tier tier() {
        return tier;
    }

    String text(Texts texts) {
        return texts.get("ui.welcome.example." + name().toLowerCase(Locale.ROOT));
    }
}
