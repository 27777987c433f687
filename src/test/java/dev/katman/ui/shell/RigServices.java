package dev.katman.ui.shell;

import dev.katman.exchange.Rig;
import dev.katman.settings.Preferences;
import dev.katman.ui.kit.Reopening;
import dev.katman.ui.kit.Services;

import java.nio.file.Path;
import java.util.List;

/** What a window in a test stands on. */
final class RigServices {
    private RigServices() {
    }

    static Services of(Rig rig, Preferences preferences, Path home) {
        return of(rig, preferences, home, erase -> { });
    }

    static Services of(Rig rig, Preferences preferences, Path home, Reopening reopening) {
        return new Services(rig.exchange, rig.journal, rig.search(), rig.ledger, rig.offer, rig.limits, preferences, rig.policies, rig.providers,
                rig.proxies, home, rig.clock, reopening, List.of());
    }
}
