package dev.katman.cli;

import dev.katman.catalog.Catalog;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** What the composition root does for the commands: they need a running program, and only some of them. */
public interface Host {
    /**
     * Opens the data and everything on it.
     *
     * @param sandbox whether the sandbox was asked for, also where a key is there
     * @throws Refusal if it cannot, with the sentence to show
     */
    Session open(boolean sandbox) throws Refusal;

    /**
     * Opens the window and returns when it is closed.
     *
     * @return false where no screen is found; nothing is open then
     * @throws Refusal if the data cannot be opened
     */
    boolean window(boolean sandbox) throws Refusal;

    /** The catalogue in force, without opening any data. */
    Catalog catalog();

    /** The reader's, in which there are mornings and evenings. */
    ZoneId zone();

    /** Whether a window could open here. */
    boolean hasScreen();

    /**
     * Writes all data into one file.
     *
     * @throws Refusal if it cannot, with the sentence to show
     */
    void backup(Path file) throws Refusal;

    /**
     * Puts what a backup holds in the place of all data, which is backed up first.
     *
     * @return where the data from before was put; empty where there was none
     * @throws Refusal if it cannot, with the sentence to show; nothing is changed then
     */
    Optional<Path> restore(Path file) throws Refusal;

    /** Photographs the window, page by page, into that folder; returns how many pictures there are. */
    int tour(Path folder) throws Refusal;
}
