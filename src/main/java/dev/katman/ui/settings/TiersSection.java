package dev.katman.ui.settings;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Model;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;
import dev.katman.exchange.Trouble;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which models serve each tier, in which order, and who runs them: what is shut down or without a key is said here. */
final class TiersSection extends SectionView {
    private final VBox tiers = new VBox(12);
    private Catalog shown;

    TiersSection(Context context) {
        super(context, Section.TIERS);
        getChildren().add(tiers);
    }

    @Override
    void look() {
        show();
    }

    private void show() {
        var services = context().services();
        shown = services.catalog();
        Set<DeploymentId> serving = new HashSet<>(services.exchange().inUse());
        Set<DeploymentId> gone = new HashSet<>();
        services.exchange().troubles().forEach(trouble -> {
            if (trouble instanceof Trouble.ModelGone model) {
                gone.add(model.deployment());
            }
        });
        tiers.getChildren().clear();
        for (Tier tier : Tier.values()) {
            TierPlan plan = shown.plan(tier);
            if (plan.chain().isEmpty()) {
                continue;
            }
            var head = Controls.line(Tiers.dot(tier), Parts.label(text("ui.settings.tiers.name", tier.number(), context().words().tier(tier)),
                    "card-name"));
            VBox card = Controls.card(head, Parts.wrapped(text("ui.settings.tiers.work." + tier.number()), "settings-line"));
            card.setId("tier-" + tier.number());
            for (int place = 0; place < plan.chain().size(); place++) {
                card.getChildren().add(model(plan, place, serving, gone));
            }
            plan.emergency().forEach(model -> card.getChildren().add(row(Parts.label(text("ui.settings.tiers.emergency"), "settings-place"),
                    model, serving, gone)));
            tiers.getChildren().add(card);
        }
    }

    private Node model(TierPlan plan, int place, Set<DeploymentId> serving, Set<DeploymentId> gone) {
        String model = plan.chain().get(place);
        HBox row = row(Parts.label(place == 0 ? text("ui.settings.tiers.first") : text("ui.settings.tiers.backup", place), "settings-place"),
                model, serving, gone);
        row.getChildren().addAll(mover(plan, place, place - 1, Feather.ARROW_UP, "ui.settings.tiers.up"),
                mover(plan, place, place + 1, Feather.ARROW_DOWN, "ui.settings.tiers.down"));
        return row;
    }

    private HBox row(Node place, String model, Set<DeploymentId> serving, Set<DeploymentId> gone) {
        var lines = new VBox(2, Parts.label(shown.model(model).map(Model::name).orElse(model), "strong"));
        lines.setMinWidth(0);
        shown.deploymentsOf(model).stream().filter(d -> !d.provider().embedded() || serving.contains(d.id()))
                .forEach(d -> lines.getChildren().add(Parts.wrapped(who(d, serving, gone), "settings-line", "small")));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(8, place, lines);
        row.getStyleClass().add("settings-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String who(Deployment d, Set<DeploymentId> serving, Set<DeploymentId> gone) {
        String provider = d.provider().name();
        LocalDate today = LocalDate.ofInstant(context().services().clock().instant(), ZoneId.systemDefault());
        if (d.isRetired(today)) {
            String day = context().figures().date(d.retired().orElseThrow());
            return d.successor().map(next -> text("ui.settings.tiers.retired.successor", provider, day, successor(next)))
                    .orElseGet(() -> text("ui.settings.tiers.retired.none", provider, day));
        }
        return text(gone.contains(d.id()) ? "ui.settings.tiers.gone" : serving.contains(d.id()) ? "ui.settings.tiers.ready"
                : "ui.settings.tiers.noKey", provider);
    }

    /** A model of the same provider, or {@code model@provider}. */
    private String successor(String next) {
        return shown.model(next).map(Model::name).orElse(next);
    }

    private Button mover(TierPlan plan, int from, int to, Feather icon, String key) {
        String name = shown.model(plan.chain().get(from)).map(Model::name).orElse(plan.chain().get(from));
        Button button = Icons.button(icon, text(key, name));
        button.setId("move-" + plan.tier().number() + "-" + from + "-" + (to < from ? "up" : "down"));
        button.setDisable(to < 0 || to >= plan.chain().size());
        button.setOnAction(event -> {
            var chain = new ArrayList<>(plan.chain());
            Collections.swap(chain, from, to);
            order(plan.tier(), List.copyOf(chain));
        });
        return button;
    }

    private void order(Tier tier, List<String> chain) {
        context().work().run("order a tier's models", () -> {
            context().services().offer().order(tier, chain);
            return chain;
        }, done -> show());
    }
}
