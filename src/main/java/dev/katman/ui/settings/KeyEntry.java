package dev.katman.ui.settings;

import dev.katman.catalog.Provider;
import dev.katman.conversation.Secret;
import dev.katman.provider.Failure;
import dev.katman.provider.ModelList;
import dev.katman.settings.KeyStore;
import dev.katman.ui.kit.Context;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.util.function.BiConsumer;

/** Where a key is written. It is tried before it is kept, and one that the provider refuses is not kept. */
final class KeyEntry extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(KeyEntry.class);

    private final Context context;
    private final Provider provider;
    private final BiConsumer<Tone, String> said;
    private final PasswordField field = new PasswordField();
    private final Button keep;

    /** What came of it: whether the key is kept now, and what to say. */
    private record Outcome(boolean kept, Tone tone, String sentence) {
    }

    /** @param said hears what came of it; the key is kept unless it is bad */
    KeyEntry(Context context, Provider provider, BiConsumer<Tone, String> said) {
        this.context = context;
        this.provider = provider;
        this.said = said;
        field.setId("key-" + provider.id());
        field.setPromptText(context.text("ui.settings.keys.prompt", provider.name()));
        field.setAccessibleText(context.text("ui.settings.keys.field", provider.name()));
        field.setOnAction(event -> keep());
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        keep = Controls.button(context.text("ui.settings.keys.keep"), this::keep);
        keep.setId("keep-" + provider.id());
        keep.getStyleClass().add("accent");
        keep.setMaxHeight(Double.MAX_VALUE);
        keep.disableProperty().bind(Bindings.createBooleanBinding(() -> field.getText().isBlank(), field.textProperty()));
        getChildren().add(new HBox(8, field, keep));
    }

    void focus() {
        field.requestFocus();
    }

    Node field() {
        return field;
    }

    private void keep() {
        if (field.getText().isBlank()) {
            return;
        }
        var key = new Secret(field.getText());
        field.clear(); // from here on it is shown nowhere
        field.setDisable(true);
        said.accept(Tone.PLAIN, context.text("ui.settings.keys.testing", provider.name()));
        context.work().run("keep a key", () -> tried(key), outcome -> {
            field.setDisable(false);
            said.accept(outcome.tone(), outcome.sentence());
            if (!outcome.kept()) {
                field.requestFocus();
            }
        });
    }

    private Outcome tried(Secret key) {
        var providers = context.services().providers();
        ModelList list = providers.test(provider, key);
        var words = new KeyWords(context.words());
        if (list instanceof ModelList.Unknown(Failure.KeyRefused why)) {
            return new Outcome(false, Tone.BAD, context.text("ui.settings.keys.notKept", provider.name()));
        }
        try {
            providers.keep(provider, key);
        } catch (KeyStore.Unavailable | UncheckedIOException e) {
            LOG.warn("a key could not be kept", e);
            return new Outcome(false, Tone.BAD, context.text("ui.settings.keys.cannotKeep"));
        }
        return list instanceof ModelList.Served ? new Outcome(true, Tone.GOOD, words.tested(provider, list, context.services().catalog()))
                : new Outcome(true, Tone.PLAIN, words.tested(provider, list, context.services().catalog()) + " " + context.text("ui.settings.keys.keptAllTheSame"));
    }
}
