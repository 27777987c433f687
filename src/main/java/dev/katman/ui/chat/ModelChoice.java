package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Tiers;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The tiers and models that can be asked for by name, as items of a menu. */
final class ModelChoice {
    static final List<Tier> TIERS = List.of(Tier.CONVERSATION, Tier.WORKER, Tier.DEEP);

    private final Context context;

    ModelChoice(Context context) {
        this.context = context;
    }

    /**
     * @param none   what leaves the choice to Katman is called
     * @param chosen the one that is marked
     * @param choose hears which it is to be
     */
    List<MenuItem> items(String none, Pin chosen, Consumer<Pin> choose) {
        var group = new ToggleGroup();
        var items = new ArrayList<MenuItem>();
        items.add(item(none, Optional.empty(), Pin.NONE, chosen, group, choose));
        items.add(new SeparatorMenuItem());
        for (Tier tier : TIERS) {
            items.add(item(context.words().tier(tier), Optional.of(tier), Pin.of(tier), chosen, group, choose));
        }
        var models = new Menu(context.text("ui.composer.models") + chosen.model().map(model -> ": " + name(model)).orElse(""));
        models.setMnemonicParsing(false);
        List<DeploymentId> inUse = context.services().exchange().inUse();
        for (DeploymentId each : inUse) {
            models.getItems().add(item(name(each), tierOf(each), Pin.of(each), chosen, group, choose));
        }
        items.add(new SeparatorMenuItem());
        items.add(models);
        return items;
    }

    private static RadioMenuItem item(String name, Optional<Tier> dot, Pin pin, Pin chosen, ToggleGroup group, Consumer<Pin> choose) {
        var item = new RadioMenuItem(name, dot.map(Tiers::dot).orElse(null));
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(pin.equals(chosen));
        item.setOnAction(event -> choose.accept(pin));
        return item;
    }

    /** The model alone, where that is enough to tell it from the others. */
    String name(DeploymentId deployment) {
        return context.services().exchange().inUse().stream().filter(other -> other.model().equals(deployment.model())).count() > 1
                ? deployment.toString() : deployment.model();
    }

    /** The tier whose colour the model wears: the one that it answers for. */
    Optional<Tier> tierOf(DeploymentId deployment) {
        return context.services().catalog().tierOf(deployment.model());
    }
}
