package dev.katman.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.katman.conversation.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** The system's key store. Opened for each use: a desktop may lock it in between, and a connection held for days would be found dead. */
final class SystemKeyStore implements KeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyStore.class);
    private static final String SERVICE = "Katman";

    /** What is done while it is open. */
    private interface Use<T> {
        T of(Keyring keyring) throws PasswordAccessException;
    }

    /** The library says "not found" and "may not be read" in the same way; we only look for what we have put there. */
    @Override
    public Optional<Secret> find(String name) throws Unavailable {
        return use(keyring -> Optional.ofNullable(keyring.getPassword(SERVICE, name))).filter(key -> !key.isBlank()).map(Secret::new);
    }

    @Override
    public void put(String name, Secret key) throws Unavailable {
        use(keyring -> {
            keyring.setPassword(SERVICE, name, key.reveal());
            return name;
        });
    }

    @Override
    public void remove(String name) throws Unavailable {
        use(keyring -> {
            keyring.deletePassword(SERVICE, name);
            return name;
        });
    }

    private static synchronized <T> T use(Use<T> use) throws Unavailable {
        Keyring keyring = opened();
        try {
            return use.of(keyring);
        } catch (PasswordAccessException e) {
            throw new Unavailable("the key store does not give access", e);
        } catch (RuntimeException | LinkageError e) { // what the desktop's bus or a native library throws
            throw new Unavailable("the key store does not work", e);
        } finally {
            close(keyring);
        }
    }

    private static Keyring opened() throws Unavailable {
        try {
            return Keyring.create();
        } catch (BackendNotSupportedException e) {
            throw new Unavailable("there is no key store on this system", e);
        } catch (RuntimeException | LinkageError e) {
            throw new Unavailable("the key store does not work", e);
        }
    }

    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.info("the key store could not be closed", e);
        }
    }
}
