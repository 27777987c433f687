package dev.katman.ui.settings;

import dev.katman.catalog.Provider;
import dev.katman.ui.kit.Context;

/** What providers are called: by their own names, and the sandbox, which is no brand, in the reader's language. */
final class ProviderNames {
    private ProviderNames() {
    }

    static String of(Context context, Provider provider) {
        return provider.embedded() ? context.text("ui.settings.sandbox") : provider.name();
    }
}
