package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Provider;

import java.time.Instant;

/** Something that only the user can mend, or should know. */
public sealed interface Trouble {
    /** When it was found. */
    Instant since();

    /**
     * The provider does not accept the key; nothing is asked of it until the program starts again.
     *
     * @param provider whose key it is; its {@code keyEnv} names the place to mend
     */
    record KeyRefused(Provider provider, Instant since) implements Trouble {
    }

    /**
     * The provider no longer serves the model. It is passed over, and asked about again a day later.
     *
     * @param deployment which
     */
    record ModelGone(DeploymentId deployment, Instant since) implements Trouble {
    }
}
