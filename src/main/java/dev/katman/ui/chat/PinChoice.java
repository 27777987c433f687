package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.exchange.Ask;
import dev.katman.exchange.Preview;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Find;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Tiers;
import dev.katman.ui.kit.Work;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is to answer the next message: what the reader insists on, else who is likely to; what that would take, and whether there is room. */
final class PinChoice extends HBox {
    private static final Duration REST = Duration.ofMillis(150);

    private final Context context;
    private final ModelChoice models;
    private final Consumer<Pin> pinned;
    private final Work.Latest previews;
    private final MenuButton choice = new MenuButton();
    private final Button unpin;
    private final Label room = new Label();
    private Pin pin = Pin.NONE;

    /** @param pinned hears what the reader insists on from now on */
    PinChoice(Context context, Consumer<Pin> pinned) {
        super(2);
        this.context = context;
        this.pinned = pinned;
        models = new ModelChoice(context);
        previews = context.work().latest("preview", REST);
        choice.getStyleClass().setAll("menu-button", "tier-choice");
        choice.setId("tier-choice");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMnemonicParsing(false);
        choice.setOnShowing(event -> choices()); // a day that has begun may have taken a model away
        choices();
        unpin = Icons.button(Feather.X, context.text("ui.composer.unpin"));
        unpin.setId("unpin");
        unpin.setOnAction(event -> pinned.accept(Pin.NONE));
        unpin.managedProperty().bind(unpin.visibleProperty());
        room.getStyleClass().add("meta");
        room.setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(choice, unpin);
    }

    private void choices() {
        choice.getItems().setAll(models.items(context.text("ui.composer.decide"), pin, pinned));
    }

    /** Says whether there is room; it gives way where there is little of it. */
    Node room() {
        return room;
    }

    /** That is insisted on. */
    void use(Pin other) {
        pin = other;
        unpin.setVisible(!pin.equals(Pin.NONE));
    }

    /** Shows what a message would take, as soon as it is known. */
    void foresee(Ask ask) {
        previews.ask(() -> context.services().exchange().preview(ask), this::foreseen);
    }

    /** There is nothing to foresee. */
    void foreseeNothing(String why) {
        previews.forget();
        say(name().orElseGet(() -> context.text("ui.composer.decide")), Optional.empty(), why);
    }

    private void foreseen(Preview preview) {
        String cost = preview.tokens() == 0 ? ""
                : " · " + context.text("ui.composer.about", context.words().tokens(preview.tokens()));
        String where = name().orElseGet(() -> context.text("ui.composer.likely", context.words().tier(preview.tier())));
        String space = preview.chosen().isPresent() ? context.text("ui.composer.room")
                : preview.roomIn().isPositive() ? context.text("ui.composer.roomIn", context.words().duration(preview.roomIn()))
                : context.text("ui.composer.noRoom");
        say(where + cost, Optional.of(preview.tier()), space);
    }

    /**
     * The models that can be insisted on.
     *
     * @param then follows
     */
    List<Find> finds(Runnable then) {
        return context.services().exchange().inUse().stream().map(each -> new Find("pin:" + each,
                context.text("ui.composer.pinned", models.name(each)), context.text("ui.palette.model"), () -> {
                    pinned.accept(Pin.of(each));
                    then.run();
                })).toList();
    }

    private Optional<String> name() {
        return pin.model().map(models::name).or(() -> pin.tier().map(context.words()::tier))
                .map(name -> context.text("ui.composer.pinned", name));
    }

    private void say(String text, Optional<Tier> foreseen, String space) {
        Optional<Tier> dot = pin.tier().or(() -> pin.model().flatMap(models::tierOf)).or(() -> foreseen);
        choice.setText(text);
        choice.setGraphic(dot.map(Tiers::dot).orElse(null));
        choice.setAccessibleText(context.text("ui.composer.choice", text));
        room.setText(space);
    }
}
