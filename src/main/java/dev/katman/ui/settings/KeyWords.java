package dev.katman.ui.settings;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Provider;
import dev.katman.exchange.Providers.Access;
import dev.katman.provider.Failure;
import dev.katman.provider.ModelList;
import dev.katman.settings.Keys.Found;
import dev.katman.words.Words;

import java.util.Locale;

/** Sentences about a provider's key. None of them holds more of it than its last four characters. */
final class KeyWords {
    private final Words words;

    KeyWords(Words words) {
        this.words = words;
    }

    /** Whether there is a key, and where it lies. */
    String state(Access access) {
        return switch (access.key()) {
            case Found.Key(var secret, var place) -> text("ui.settings.keys.state", access.ending().filter(e -> !e.isEmpty())
                    .map(ending -> text("ui.settings.keys.ending", ending)).orElseGet(() -> text("ui.settings.keys.some")),
                    text("ui.settings.keys.place." + key(place), access.provider().keyEnv().orElse("–")));
            case Found.None none -> text(access.provider().keyEnv().isPresent() ? "ui.settings.keys.none" : "ui.settings.keys.needsNone");
            case Found.Unreachable(var place) -> text("ui.settings.keys.unreachable." + key(place));
        };
    }

    /** What came of asking the provider with a key that is there. */
    String tested(Provider provider, ModelList said, Catalog catalog) {
        return switch (said) {
            case ModelList.Served(var names) -> text("ui.settings.keys.answers", provider.name(), names.size(), catalog.deployments()
                    .stream().filter(d -> d.provider().equals(provider) && names.contains(d.name())).count());
            case ModelList.Unknown(Failure.KeyRefused why) -> text("ui.settings.keys.refused", provider.name());
            case ModelList.Unknown(Failure why) -> text("ui.settings.keys.untested", provider.name(), words.failure(why));
        };
    }

    private String text(String key, Object... values) {
        return words.texts().get(key, values);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
