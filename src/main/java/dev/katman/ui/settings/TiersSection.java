package dev.katman.ui.settings;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.exchange.Trouble;
import dev.katman.ui.kit.Context;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which models serve each tier, in which order, and who runs them: what is shut down or without a key is said here. */
final class TiersSection extends SectionView {
    private final VBox tiers = new VBox(12);

    TiersSection(Context context) {
        super(context, Section.TIERS);
        getChildren().add(tiers);
    }

    @Override
    void look() {
        var services = context().services();
        Set<DeploymentId> gone = new HashSet<>();
        services.exchange().troubles().forEach(trouble -> {
            if (trouble instanceof Trouble.ModelGone model) {
                gone.add(model.deployment());
            }
        });
        var standing = new TierCard.Standing(new HashSet<>(services.exchange().inUse()), gone,
                LocalDate.ofInstant(services.clock().instant(), ZoneId.systemDefault()));
        tiers.getChildren().clear();
        for (Tier tier : Tier.values()) {
            tiers.getChildren().add(new TierCard(context(), tier, standing, chain -> choose(tier, chain)));
        }
    }

    private void choose(Tier tier, List<String> chain) {
        context().work().run("give a tier its models", () -> {
            context().services().offer().chain(tier, chain);
            return chain;
        }, done -> look());
    }
}
