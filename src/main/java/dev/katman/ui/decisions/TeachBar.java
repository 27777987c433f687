package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Tiers;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** "Was that right?" One click says it, another one changes it. */
final class TeachBar extends VBox {
    private static final List<Tier> TIERS = List.of(Tier.CONVERSATION, Tier.WORKER, Tier.DEEP);

    /** @param said hears which tier it should have been */
    TeachBar(Context context, DecisionRecord record, Consumer<Tier> said) {
        getStyleClass().addAll("card", "teach");
        setId("path-teach");
        Tier got = record.decision().tier();
        var group = new ToggleGroup();
        var chips = new FlowPane();
        chips.getStyleClass().add("teach-chips");
        chips.getChildren().add(chip(context.text("ui.teach.yes"), got, "teach-yes", group));
        chips.getChildren().add(Parts.label(context.text("ui.teach.shouldHaveBeen"), "muted", "small"));
        TIERS.stream().filter(tier -> tier != got).forEach(tier -> {
            ToggleButton chip = chip(context.words().tier(tier), tier, "teach-" + tier.name().toLowerCase(Locale.ROOT), group);
            chip.setGraphic(Tiers.dot(tier));
            chip.setAccessibleText(context.text("ui.teach.shouldHaveBeen") + " " + context.words().tier(tier));
            chips.getChildren().add(chip);
        });
        group.getToggles().stream().filter(t -> record.shouldBe().filter(t.getUserData()::equals).isPresent()).findFirst()
                .ifPresent(group::selectToggle);
        group.selectedToggleProperty().addListener((toggle, before, now) -> {
            if (now == null) {
                group.selectToggle(before); // what was said can be changed, and not unsaid
            } else if (before == null || !before.getUserData().equals(now.getUserData())) {
                said.accept((Tier) now.getUserData());
            }
        });
        var line = new HBox(12, Parts.label(context.text("ui.teach.ask"), "strong", "small"), chips);
        ((Region) line.getChildren().getFirst()).setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(chips, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        record.shouldBe().ifPresent(tier -> getChildren().add(Parts.wrapped(context.text(tier == got ? "ui.teach.saidYes" : "ui.teach.said",
                context.words().tier(tier)) + " " + context.text(context.services().preferences().learns() ? "ui.teach.learns"
                        : "ui.teach.learnsNot"), "card-line")));
    }

    private static ToggleButton chip(String text, Tier tier, String id, ToggleGroup group) {
        var chip = new ToggleButton(text);
        chip.getStyleClass().setAll("toggle-button", "toggle-chip");
        chip.setId(id);
        chip.setUserData(tier);
        chip.setToggleGroup(group);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
