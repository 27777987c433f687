package dev.katman.ui.settings;

import dev.katman.catalog.Provider;
import dev.katman.exchange.Providers.Access;
import dev.katman.provider.Failure;
import dev.katman.provider.ModelList;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys.Found;
import dev.katman.settings.Keys.Place;
import dev.katman.ui.kit.Browser;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.util.Optional;

/** One provider: its key, whether it serves, and what can be done about it. */
final class KeyCard extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(KeyCard.class);

    private final Context context;
    private final Provider provider;
    private final KeyWords words;
    private final Label badge = Parts.label("", "settings-badge");
    private final Label state = Parts.wrapped("", "settings-line");
    private final Said said = new Said();
    private final Button test;
    private final Button remove;

    KeyCard(Context context, Provider provider) {
        this.context = context;
        this.provider = provider;
        words = new KeyWords(context.words());
        setId("provider-" + provider.id());
        getStyleClass().addAll("card", "settings-card");
        setSpacing(8);
        setMinSize(0, Region.USE_PREF_SIZE);
        test = Controls.button(context.text("ui.settings.keys.test"), this::test);
        test.setId("test-" + provider.id());
        test.setAccessibleText(context.text("ui.settings.keys.test.of", provider.name()));
        remove = Controls.button(context.text("ui.settings.keys.remove"), this::remove);
        remove.setId("remove-" + provider.id());
        remove.setAccessibleText(context.text("ui.settings.keys.remove.of", provider.name()));
        var head = new HBox(8, Parts.label(provider.name(), "card-name"), badge, Parts.gap(), test, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, state, new KeyEntry(context, provider, said::say), said);
        provider.keyPage().ifPresent(page -> getChildren().add(Controls.link(
                context.text("ui.settings.keys.where", page.getHost() + page.getPath()), () -> Browser.open(page))));
    }

    /** @param refused whether the provider does not accept the key */
    void show(Access access, boolean serves, boolean refused) {
        state.setText(words.state(access));
        badge.setText(context.text(refused ? "ui.settings.keys.badge.refused" : serves ? "ui.settings.keys.badge.serves"
                : "ui.settings.keys.badge.idle"));
        badge.getStyleClass().setAll("label", "settings-badge", refused ? "bad" : serves ? "good" : "idle");
        boolean kept = access.key() instanceof Found.Key(var secret, var place) && place != Place.ENVIRONMENT
                || access.key() instanceof Found.Unreachable;
        test.setVisible(!(access.key() instanceof Found.None));
        remove.setVisible(kept);
        remove.setManaged(kept);
    }

    private void test() {
        test.setDisable(true);
        said.say(Tone.PLAIN, context.text("ui.settings.keys.testing", provider.name()));
        context.work().run("test a key", () -> context.services().providers().test(provider), list -> {
            test.setDisable(false);
            said.say(tone(list), list.map(l -> words.tested(provider, l, context.services().catalog()))
                    .orElseGet(() -> context.text("ui.settings.keys.nothingToTest")));
        });
    }

    private static Tone tone(Optional<ModelList> list) {
        return list.map(l -> switch (l) {
            case ModelList.Served served -> Tone.GOOD;
            case ModelList.Unknown(Failure.KeyRefused why) -> Tone.BAD;
            case ModelList.Unknown unknown -> Tone.PLAIN;
        }).orElse(Tone.PLAIN);
    }

    private void remove() {
        context.work().run("remove a key", () -> {
            try {
                context.services().providers().forget(provider);
                return true;
            } catch (KeyStore.Unavailable | UncheckedIOException e) {
                LOG.warn("a key could not be removed", e);
                return false;
            }
        }, gone -> said.say(gone ? Tone.PLAIN : Tone.BAD,
                context.text(gone ? "ui.settings.keys.removed" : "ui.settings.keys.cannotRemove", provider.name())));
    }
}
