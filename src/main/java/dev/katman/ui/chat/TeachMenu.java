package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Tiers;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/** "Should have been…": which tier an answer should have come from. */
final class TeachMenu extends MenuButton {
    private static final Tier[] TIERS = {Tier.CONVERSATION, Tier.WORKER, Tier.DEEP};

    /** @param said hears which tier it should have been */
    TeachMenu(Context context, DecisionRecord record, Consumer<Tier> said) {
        setId("message-teach");
        getStyleClass().setAll("menu-button", "icon-button", "no-arrow");
        Icons.named(this, Feather.CORNER_UP_RIGHT, context.text("ui.teach.menu"));
        setMinWidth(Region.USE_PREF_SIZE);
        var heading = new MenuItem(context.text("ui.teach.menu"));
        heading.setDisable(true);
        getItems().add(heading);
        var group = new ToggleGroup();
        Tier got = record.decision().tier();
        for (Tier tier : TIERS) {
            if (tier != got) {
                getItems().add(item(context.words().tier(tier), Tiers.dot(tier), tier, record, group, said));
            }
        }
        getItems().addAll(new SeparatorMenuItem(), item(context.text("ui.teach.right"), null, got, record, group, said));
    }

    private static RadioMenuItem item(String name, Node dot, Tier tier, DecisionRecord record, ToggleGroup group, Consumer<Tier> said) {
        var item = new RadioMenuItem(name, dot);
        item.setToggleGroup(group);
        item.setSelected(record.shouldBe().filter(should -> should == tier).isPresent());
        item.setOnAction(event -> said.accept(tier));
        return item;
    }
}
