package dev.katman.ui.settings;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Law;
import dev.katman.catalog.Provider;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every limit that counts just now, and whose word it is; the reader's own goes before what is known. */
final class LimitsSection extends SectionView {
    /** Those that providers publish; others are shown where one has told of them. */
    private static final Set<Axis> USUAL = EnumSet.of(Axis.RPM, Axis.RPD, Axis.TPM, Axis.TPD);

    private final VBox cards = new VBox(12);
    private final List<LimitRow> rows = new ArrayList<>();
    private Map<DeploymentId, Set<Axis>> shown = Map.of();

    LimitsSection(Context context) {
        super(context, Section.LIMITS);
        getChildren().add(cards);
    }

    @Override
    void look() {
        var now = new LinkedHashMap<DeploymentId, Set<Axis>>();
        context().services().exchange().inUse().forEach(id -> context().services().catalog().deployment(id)
                .ifPresent(deployment -> now.put(id, axes(deployment))));
        if (now.equals(shown) && !now.isEmpty()) {
            rows.forEach(LimitRow::show);
            return;
        }
        shown = now;
        rows.clear();
        cards.getChildren().clear();
        now.forEach((id, axes) -> cards.getChildren().add(card(context().services().catalog().deployment(id).orElseThrow(), axes)));
        if (now.isEmpty()) {
            cards.getChildren().add(Parts.wrapped(text("ui.settings.limits.nobody"), "settings-line"));
        }
    }

    /** A server of one's own has no limits but those that the catalogue gives it. */
    private Set<Axis> axes(Deployment deployment) {
        Set<Axis> axes = deployment.provider().kind() == Provider.Kind.LOCAL ? EnumSet.noneOf(Axis.class) : EnumSet.copyOf(USUAL);
        for (Axis axis : Axis.values()) {
            if (context().services().ledger().word(deployment.id(), axis).inForce().isPresent()) {
                axes.add(axis);
            }
        }
        return axes;
    }

    private Node card(Deployment deployment, Set<Axis> axes) {
        VBox card = Controls.card(Controls.line(Parts.label(deployment.model().name(), "card-name"),
                Parts.label(ProviderNames.of(context(), deployment.provider()), "muted")));
        card.setId("limits-" + deployment.id());
        if (axes.isEmpty()) {
            card.getChildren().add(Parts.wrapped(text("ui.settings.limits.none"), "settings-line"));
            return card;
        }
        axes.forEach(axis -> {
            var row = new LimitRow(context(), deployment, axis);
            rows.add(row);
            card.getChildren().add(row);
        });
        card.getChildren().add(Parts.wrapped(law(deployment.provider().law()), "settings-line", "small"));
        return card;
    }

    private String law(Law law) {
        return switch (law) {
            case Law.Draining draining -> text("ui.settings.limits.draining");
            case Law.Calendar calendar -> text("ui.settings.limits.calendar", calendar.time(), calendar.zone());
        };
    }
}
