package dev.katman.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What the user chose, kept in {@code preferences.properties} in the data folder. Written whole to a file beside it and then moved into
 * place, so that a crash leaves the old or the new one. A value that makes no sense counts as not chosen. Safe for use by many threads.
 */
public final class Preferences {
    /** Of the usual size of text, in percent. */
    public static final int LEAST_TEXT = 80;
    public static final int USUAL_TEXT = 100;
    public static final int MOST_TEXT = 200;

    private final Path file;
    private final Properties values = new Properties();

    private Preferences(Path file) {
        this.file = file;
    }

    /** @throws UncheckedIOException if the file is there and cannot be read */
    public static Preferences load(Path home) {
        var preferences = new Preferences(home.resolve("preferences.properties"));
        if (Files.exists(preferences.file)) {
            try (var in = Files.newBufferedReader(preferences.file)) {
                preferences.values.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + preferences.file, e);
            }
        }
        return preferences;
    }

    /** The language chosen, else the system's. */
    public Language language() {
        return chosen("language", Language.class).orElseGet(() -> Language.of(Locale.getDefault()));
    }

    public void language(Language language) {
        put("language", language.name());
    }

    public Theme theme() {
        return chosen("theme", Theme.class).orElse(Theme.SYSTEM);
    }

    public void theme(Theme theme) {
        put("theme", theme.name());
    }

    /** Whether the local judge may learn from the router's verdicts and from the reader's word. */
    public boolean learns() {
        return get("learns").map(Boolean::parseBoolean).orElse(true);
    }

    public void learns(boolean learns) {
        put("learns", String.valueOf(learns));
    }

    /** Whether conversations are given titles by a model. */
    public boolean titles() {
        return get("titles").map(Boolean::parseBoolean).orElse(true);
    }

    public void titles(boolean titles) {
        put("titles", String.valueOf(titles));
    }

    /** How large text is, in percent of the usual size: {@link #LEAST_TEXT} to {@link #MOST_TEXT}. */
    public int textSize() {
        try {
            return get("text.size").map(Integer::parseInt).filter(p -> p >= LEAST_TEXT && p <= MOST_TEXT).orElse(USUAL_TEXT);
        } catch (NumberFormatException e) {
            return USUAL_TEXT;
        }
    }

    public void textSize(int percent) {
        put("text.size", String.valueOf(percent));
    }

    /** Any other choice, by a name of the window's own: its place, what is folded. */
    public synchronized Optional<String> get(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** @throws UncheckedIOException if it cannot be kept */
    public synchronized void put(String name, String value) {
        values.setProperty(name, value);
        write();
    }

    /**
     * Chosen no longer.
     *
     * @throws UncheckedIOException if that cannot be kept
     */
    public synchronized void forget(String name) {
        if (values.remove(name) != null) {
            write();
        }
    }

    private void write() {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = Files.newBufferedWriter(draft)) {
                values.store(out, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Forgets all choices.
     *
     * @throws UncheckedIOException if the file cannot be deleted
     */
    public synchronized void erase() {
        values.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private <E extends Enum<E>> Optional<E> chosen(String name, Class<E> type) {
        return get(name).flatMap(text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        });
    }
}
