package dev.katman.documents;

/** Hears how far the reading of a file has come; must be quick. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (name, done) -> { };

    /**
     * @param name of the file
     * @param done 0 to 1
     */
    void read(String name, double done);
}
