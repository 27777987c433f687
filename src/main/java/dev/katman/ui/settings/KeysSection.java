package dev.katman.ui.settings;

import dev.katman.catalog.DeploymentId;
import dev.katman.exchange.Providers;
import dev.katman.exchange.Trouble;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.Label;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The providers on the network, each with its key. */
final class KeysSection extends SectionView {
    private final Map<String, KeyCard> cards = new LinkedHashMap<>();
    private final Label sandbox = Parts.wrapped("", "settings-line");

    KeysSection(Context context) {
        super(context, Section.KEYS);
        getChildren().add(sandbox);
        for (Providers.Access access : context.services().providers().accesses()) {
            var card = new KeyCard(context, access.provider());
            cards.put(access.provider().id(), card);
            getChildren().add(card);
        }
        getChildren().add(Parts.wrapped(text("ui.settings.keys.where.kept"), "muted", "small"));
    }

    @Override
    void look() {
        var services = context().services();
        Providers providers = services.providers();
        Set<String> serving = services.exchange().inUse().stream().map(DeploymentId::provider).collect(Collectors.toSet());
        Set<String> refused = services.exchange().troubles().stream().filter(Trouble.KeyRefused.class::isInstance)
                .map(trouble -> ((Trouble.KeyRefused) trouble).provider().id()).collect(Collectors.toSet());
        providers.accesses().forEach(access -> cards.get(access.provider().id())
                .show(access, serving.contains(access.provider().id()), refused.contains(access.provider().id())));
        sandbox.setText(text(providers.sandboxAsked() ? "ui.settings.keys.sandbox.asked"
                : providers.sandboxServes() ? "ui.settings.keys.sandbox.serves" : "ui.settings.keys.sandbox.aside"));
    }
}
