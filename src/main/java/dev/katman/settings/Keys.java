package dev.katman.settings;

import dev.katman.conversation.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The reader's keys, one for each provider: from the system's key store, else from an encrypted file in the data folder, else from the
 * environment variable that the catalogue names. The preferences remember which ones lie in the system's key store, so that it is
 * opened, and a desktop asks for leave, only where there is something to fetch. Safe for use by many threads.
 */
public final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final String IN_SYSTEM = "keys.system";

    private final Path home;
    private final Map<String, String> environment;
    private final Preferences preferences;
    private final KeyStore system;
    private final KeyStore file;

    /** Where a key lies. */
    public enum Place {
        SYSTEM,
        FILE,
        ENVIRONMENT
    }

    /** What was found for a provider. */
    public sealed interface Found {
        record Key(Secret secret, Place place) implements Found {
        }

        record None() implements Found {
        }

        /** A key was kept there and cannot be fetched now: the key store is locked or away, or the file is damaged. */
        record Unreachable(Place place) implements Found {
        }
    }

    /**
     * @param home   the data folder
     * @param system the system's key store
     */
    public Keys(Path home, Map<String, String> environment, Preferences preferences, KeyStore system) {
        this(home, environment, preferences, system, new KeyFile(home));
    }

    Keys(Path home, Map<String, String> environment, Preferences preferences, KeyStore system, KeyStore file) {
        this.home = home.toAbsolutePath();
        this.environment = environment;
        this.preferences = preferences;
        this.system = system;
        this.file = file;
    }

    /** Opens the file, which takes its time, while something else is done. */
    public void warmUp() {
        try {
            file.find("");
        } catch (KeyStore.Unavailable e) {
            LOG.debug("whoever asks for a key is told", e);
        }
    }

    /** @param variable the one that the catalogue names, if it names one */
    public synchronized Found find(String provider, Optional<String> variable) {
        Found kept = kept(provider);
        Optional<Found> named = variable.map(environment::get).filter(value -> !value.isBlank())
                .map(value -> new Found.Key(new Secret(value), Place.ENVIRONMENT));
        return kept instanceof Found.Key ? kept : named.orElse(kept);
    }

    private Found kept(String provider) {
        try {
            if (inSystem().contains(provider)) {
                Optional<Secret> key = system.find(account(provider));
                if (key.isPresent()) {
                    return new Found.Key(key.get(), Place.SYSTEM);
                }
            }
        } catch (KeyStore.Unavailable e) {
            LOG.warn("the key of {} lies in the system's key store, which cannot be reached", provider, e);
            return new Found.Unreachable(Place.SYSTEM);
        }
        try {
            return file.find(provider).<Found>map(key -> new Found.Key(key, Place.FILE)).orElseGet(Found.None::new);
        } catch (KeyStore.Unavailable e) {
            LOG.warn("the file of keys cannot be read", e);
            return new Found.Unreachable(Place.FILE);
        }
    }

    /**
     * Keeps a key in place of the one before.
     *
     * @return where it lies
     * @throws KeyStore.Unavailable             if nothing can keep it
     * @throws java.io.UncheckedIOException if the preferences cannot be written
     */
    public synchronized Place keep(String provider, Secret key) throws KeyStore.Unavailable {
        try {
            system.put(account(provider), key);
        } catch (KeyStore.Unavailable e) {
            LOG.info("no key store of the system, so the key goes into the file: {}", e.getMessage());
            file.put(provider, key);
            remember(provider, false);
            return Place.FILE;
        }
        remember(provider, true);
        try {
            file.remove(provider);
        } catch (KeyStore.Unavailable e) {
            LOG.warn("an older key may be left in the file of keys, which cannot be read", e);
        }
        return Place.SYSTEM;
    }

    /**
     * Removes what was kept for a provider. A variable of the environment is not ours to remove.
     *
     * @throws KeyStore.Unavailable             if it lies where nobody gets at it now; it stays kept
     * @throws java.io.UncheckedIOException if the preferences cannot be written
     */
    public synchronized void forget(String provider) throws KeyStore.Unavailable {
        if (inSystem().contains(provider)) {
            system.remove(account(provider));
            remember(provider, false);
        }
        file.remove(provider);
    }

    /** Two data folders have keys of their own. */
    private String account(String provider) {
        return provider + " @ " + home;
    }

    private TreeSet<String> inSystem() {
        return new TreeSet<>(preferences.get(IN_SYSTEM).map(all -> List.of(all.split(" "))).orElse(List.of()));
    }

    private void remember(String provider, boolean there) {
        TreeSet<String> all = inSystem();
        boolean changed = there ? all.add(provider) : all.remove(provider);
        if (changed) {
            preferences.put(IN_SYSTEM, String.join(" ", all));
        }
    }
}
