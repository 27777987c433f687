package dev.katman.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that everything lives in, held by one program at a time: a second one on the same data would make two ledgers that know
 * nothing of each other.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** What keeps a folder from being used. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Unusable(Reason reason, Throwable cause) {
            super(reason + (cause == null ? "" : ": " + cause), cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** Why, by what the user can do about it. */
    public enum Reason {
        IN_USE,
        READ_ONLY,
        FULL
    }

    /**
     * {@code KATMAN_HOME}, else where this platform keeps a program's data.
     *
     * @param environment the environment's variables
     * @param system      {@code os.name}
     * @param userHome    {@code user.home}
     */
    public static Path locate(Map<String, String> environment, String system, Path userHome) {
        String chosen = environment.getOrDefault("KATMAN_HOME", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return Optional.ofNullable(environment.get("APPDATA")).map(Path::of).orElse(userHome).resolve("Katman");
        }
        if (os.startsWith("mac")) {
            return userHome.resolve("Library/Application Support/Katman");
        }
        return Optional.ofNullable(environment.get("XDG_DATA_HOME")).filter(d -> d.startsWith("/")).map(Path::of)
                .orElse(userHome.resolve(".local/share")).resolve("katman");
    }

    /** Makes the folder if need be, and holds it. */
    public static DataFolder claim(Path path) throws Unusable {
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("katman.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Unusable(isFull(e) ? Reason.FULL : Reason.READ_ONLY, e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(path, channel, lock);
            }
            channel.close();
            throw new Unusable(Reason.IN_USE, null);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel, e);
            throw new Unusable(Reason.IN_USE, e);
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new Unusable(Reason.READ_ONLY, e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private static boolean isFull(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space left");
    }

    private static void closeQuietly(FileChannel channel, Exception because) {
        try {
            channel.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
