package dev.katman.launch;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogException;
import dev.katman.catalog.CatalogReader;
import dev.katman.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The user's catalogue if there is one and it is right, else the embedded one. */
final class Catalogues {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);

    private Catalogues() {
    }

    /** @param notices hears, in the reader's language, what is wrong with the user's own */
    static Catalog in(Path home, Words words, Consumer<String> notices) {
        Path file = home.resolve("catalog.json");
        if (Files.exists(file)) {
            try {
                return CatalogReader.read(Files.readString(file));
            } catch (CatalogException e) {
                LOG.warn("{} is refused: {}", file.getFileName(), e.getMessage());
                notices.accept(words.catalog(e, file));
            } catch (IOException e) {
                LOG.warn("{} cannot be read", file.getFileName(), e);
                notices.accept(words.texts().get("words.catalog.unreadable", file));
            }
        }
        return CatalogReader.embedded();
    }
}
