package dev.katman.catalog;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who runs models behind an OpenAI-compatible API.
 *
 * @param id       short name, as in {@code model@id}
 * @param name     for people
 * @param baseUrl  what {@code /chat/completions} is appended to; empty for the embedded provider, which picks a free port
 * @param keyEnv   the environment variable that holds the key; empty where no key is needed
 * @param kind     where it runs
 * @param law      how its limits refill
 * @param capField how it calls the cap on completion tokens
 * @param keyPage  the page of the web where one gets a key, http or https
 */
public record Provider(String id, String name, Optional<URI> baseUrl, Optional<String> keyEnv, Kind kind, Law law, CapField capField,
        Optional<URI> keyPage) {
    /** Where a provider runs, which decides when it may serve. */
    public enum Kind {
        /** Somewhere on the network: serves when its key is there, or when it needs none. */
        REMOTE,
        /** A model server of the user's own on this machine: no key, no limits. */
        LOCAL,
        /** The sandbox inside this program: serves when nothing else can, or when asked for. */
        EMBEDDED
    }

    /** The two names that the field has had. */
    public enum CapField {
        MAX_COMPLETION_TOKENS("max_completion_tokens"),
        MAX_TOKENS("max_tokens");

        private final String json;

        CapField(String json) {
            this.json = json;
        }

        public String json() {
            return json;
        }
    }

    public Provider {
        Objects.requireNonNull(id);
        Objects.requireNonNull(law);
        if (baseUrl.isEmpty() != (kind == Kind.EMBEDDED)) {
            throw new IllegalArgumentException("a provider has a baseUrl, the embedded one has none: " + id);
        }
    }

    /** Where nobody knows a page for keys. */
    public Provider(String id, String name, Optional<URI> baseUrl, Optional<String> keyEnv, Kind kind, Law law, CapField capField) {
        this(id, name, baseUrl, keyEnv, kind, law, capField, Optional.empty());
    }

    public boolean embedded() {
        return kind == Kind.EMBEDDED;
    }
}
