package dev.katman.launch;

import dev.katman.cli.Refusal;
import dev.katman.journal.Erasure;

import java.util.Optional;

/** The window is opened, and opened anew for as long as somebody wants it. Knows no toolkit. */
final class Openings {
    private final Opener opener;

    Openings(Opener opener) {
        this.opener = opener;
    }

    /** A window closed to be opened anew. */
    record Ending(Optional<Erasure> erase) {
    }

    /** How it is done. */
    interface Opener {
        /**
         * Opens a window and waits until it is closed.
         *
         * @return empty where the reader has closed it
         * @throws Refusal if the data cannot be used
         */
        Optional<Ending> untilClosed() throws Refusal, InterruptedException;

        /**
         * Says why there is no window, and waits for what is said to that.
         *
         * @return whether it is to be tried again
         */
        boolean isTriedAgain(Refusal why) throws InterruptedException;

        /** While no window is open. */
        void erase(Erasure what);
    }

    /**
     * Returns when the reader has closed the window.
     *
     * @throws Refusal if the data could not be used, and it is not to be tried again
     */
    void run() throws Refusal, InterruptedException {
        boolean wanted = true;
        while (wanted) {
            try {
                Optional<Ending> ending = opener.untilClosed();
                ending.flatMap(Ending::erase).ifPresent(opener::erase);
                wanted = ending.isPresent();
            } catch (Refusal why) {
                if (!opener.isTriedAgain(why)) {
                    throw why;
                }
            }
        }
    }
}
