package dev.katman.ui.settings;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Model;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The models of one tier in the order in which they are asked, each with who runs it; any can be moved, taken out, or joined by another. */
final class TierCard extends VBox {
    private final Context context;
    private final Catalog catalog;
    private final TierPlan plan;
    private final Standing standing;
    private final Consumer<List<String>> choose;
    private final Question last;

    /**
     * How deployments stand just now.
     *
     * @param serving those that can be asked
     * @param gone    those that their provider no longer offers
     */
    record Standing(Set<DeploymentId> serving, Set<DeploymentId> gone, LocalDate today) {
        boolean isHere(Deployment d) {
            return !d.provider().embedded() || serving.contains(d.id());
        }
    }

    /** @param choose gives the tier another chain */
    TierCard(Context context, Tier tier, Standing standing, Consumer<List<String>> choose) {
        super(8);
        this.context = context;
        this.standing = standing;
        this.choose = choose;
        catalog = context.services().catalog();
        plan = catalog.plan(tier);
        last = new Question(context.text("ui.cancel"));
        setId("tier-" + tier.number());
        getStyleClass().addAll("card", "settings-card");
        setMinSize(0, Region.USE_PREF_SIZE);
        getChildren().addAll(Controls.line(Tiers.dot(tier), Parts.label(context.text("ui.settings.tiers.name", tier.number(),
                context.words().tier(tier)), "card-name")), Parts.wrapped(context.text("ui.settings.tiers.work." + tier.number()), "settings-line"));
        for (int place = 0; place < plan.chain().size(); place++) {
            getChildren().add(model(place));
        }
        if (plan.chain().isEmpty()) {
            getChildren().add(Parts.wrapped(context.text("ui.settings.tiers.empty." + tier.number()), "warning"));
        }
        plan.emergency().forEach(model -> getChildren().add(row(context.text("ui.settings.tiers.emergency"), model)));
        getChildren().addAll(last, foot());
    }

    private Node model(int place) {
        String model = plan.chain().get(place);
        HBox row = row(place == 0 ? context.text("ui.settings.tiers.first") : context.text("ui.settings.tiers.backup", place), model);
        Button out = Icons.button(Feather.X, context.text("ui.settings.tiers.out", name(model)));
        out.setId("out-" + plan.tier().number() + "-" + place);
        out.setOnAction(event -> takeOut(model));
        row.getChildren().addAll(mover(place, place - 1, Feather.ARROW_UP, "ui.settings.tiers.up"),
                mover(place, place + 1, Feather.ARROW_DOWN, "ui.settings.tiers.down"), out);
        return row;
    }

    private void takeOut(String model) {
        List<String> others = plan.chain().stream().filter(other -> !other.equals(model)).toList();
        if (others.isEmpty()) {
            last.ask(context.text("ui.settings.tiers.out.last", name(model)) + " " + context.text("ui.settings.tiers.empty." + plan.tier().number()),
                    context.text("ui.settings.tiers.out.now"), () -> choose.accept(others));
        } else {
            choose.accept(others);
        }
    }

    private HBox row(String place, String model) {
        var lines = new VBox(2, Parts.wrapped(name(model), "strong"));
        lines.setMinWidth(0);
        catalog.deploymentsOf(model).stream().filter(standing::isHere)
                .forEach(d -> lines.getChildren().add(Parts.wrapped(who(d), "settings-line", "small")));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(8, Parts.label(place, "settings-place"), lines);
        row.getStyleClass().add("settings-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String who(Deployment d) {
        String provider = ProviderNames.of(context, d.provider());
        if (d.isRetired(standing.today())) {
            String day = context.figures().date(d.retired().orElseThrow());
            return d.successor().map(next -> context.text("ui.settings.tiers.retired.successor", provider, day, name(next)))
                    .orElseGet(() -> context.text("ui.settings.tiers.retired.none", provider, day));
        }
        return context.text(standing.gone().contains(d.id()) ? "ui.settings.tiers.gone"
                : standing.serving().contains(d.id()) ? "ui.settings.tiers.ready" : "ui.settings.tiers.noKey", provider);
    }

    /** Of a model; of a {@code model@provider} with its provider's. */
    private String name(String model) {
        return catalog.model(model).map(Model::name)
                .or(() -> Optional.of(model).filter(one -> one.contains("@")).map(DeploymentId::parse).flatMap(catalog::deployment)
                        .map(d -> d.model().name() + " (" + ProviderNames.of(context, d.provider()) + ")"))
                .orElse(model);
    }

    private Button mover(int from, int to, Feather icon, String key) {
        Button button = Icons.button(icon, context.text(key, name(plan.chain().get(from))));
        button.setId("move-" + plan.tier().number() + "-" + from + "-" + (to < from ? "up" : "down"));
        button.setDisable(to < 0 || to >= plan.chain().size());
        button.setOnAction(event -> {
            var chain = new ArrayList<>(plan.chain());
            Collections.swap(chain, from, to);
            choose.accept(List.copyOf(chain));
        });
        return button;
    }

    /** Further models, and the way back to the catalogue's. */
    private FlowPane foot() {
        FlowPane foot = Controls.line();
        List<Model> others = catalog.models().stream().filter(model -> !plan.chain().contains(model.id()) && isOffered(model)).toList();
        if (!others.isEmpty()) {
            var add = new MenuButton(context.text("ui.settings.tiers.add"));
            add.setId("add-" + plan.tier().number());
            add.getStyleClass().setAll("menu-button", "tier-choice");
            add.setAccessibleText(context.text("ui.settings.tiers.add.to", plan.tier().number()));
            others.forEach(model -> add.getItems().add(item(model)));
            foot.getChildren().add(add);
        }
        List<String> catalogues = context.services().offer().catalogues().plan(plan.tier()).chain();
        if (!plan.chain().equals(catalogues)) {
            var back = new Button(context.text("ui.settings.tiers.back"));
            back.setId("chain-back-" + plan.tier().number());
            back.getStyleClass().setAll("button", "text-button");
            back.setOnAction(event -> choose.accept(catalogues));
            foot.getChildren().add(back);
        }
        VBox.setMargin(foot, new Insets(4, 0, 0, 0)); // as far from the last row as the rows are from each other
        foot.setVisible(!foot.getChildren().isEmpty());
        foot.setManaged(foot.isVisible());
        return foot;
    }

    private boolean isOffered(Model model) {
        return catalog.deploymentsOf(model.id()).stream().anyMatch(d -> standing.isHere(d) && !d.isRetired(standing.today()));
    }

    private MenuItem item(Model model) {
        var item = new MenuItem(context.text("ui.settings.tiers.add.model", model.name(), catalog.deploymentsOf(model.id()).stream()
                .filter(d -> standing.isHere(d) && !d.isRetired(standing.today())).map(d -> ProviderNames.of(context, d.provider())).collect(Collectors.joining(", "))));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            var chain = new ArrayList<>(plan.chain());
            chain.add(model.id());
            choose.accept(List.copyOf(chain));
        });
        return item;
    }
}
