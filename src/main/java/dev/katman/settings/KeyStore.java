package dev.katman.settings;

import dev.katman.conversation.Secret;

import java.util.Optional;

/** A place that keeps keys by name, safe from other people's eyes. Safe for use by many threads. */
public interface KeyStore {
    /** A place that cannot be used: it is not there, it is locked, or what it holds cannot be read. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String what, Throwable cause) {
            super(what, cause);
        }
    }

    Optional<Secret> find(String name) throws Unavailable;

    /** Keeps it in place of what was kept under that name. */
    void put(String name, Secret key) throws Unavailable;

    /** Does nothing where there is none. */
    void remove(String name) throws Unavailable;

    /** The system's own: the Keychain of a Mac, the credentials of Windows, the secret service or the wallet of a Linux desktop. */
    static KeyStore system() {
        return new SystemKeyStore();
    }

    /** For a program that shall leave the system's alone. */
    static KeyStore none() {
        return new KeyStore() {
            @Override
            public Optional<Secret> find(String name) throws Unavailable {
                throw new Unavailable("no key store", null);
            }

            @Override
            public void put(String name, Secret key) throws Unavailable {
                throw new Unavailable("no key store", null);
            }

            @Override
            public void remove(String name) throws Unavailable {
                throw new Unavailable("no key store", null);
            }
        };
    }
}
