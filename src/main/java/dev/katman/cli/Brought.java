package dev.katman.cli;

import dev.katman.documents.Document;
import dev.katman.exchange.Library;
import dev.katman.settings.Texts;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is named to go along with a message, or to be prepared: files and folders, and documents of the library. A file goes before a document of its
 * name. Files are read before the data is opened, so that a bad one costs nothing.
 */
final class Brought {
    private final List<Named> all = new ArrayList<>();
    private final Texts texts;

    /** What one name stands for. */
    private sealed interface Named {
        record Read(List<Document> documents) implements Named {
        }

        /** There is no such file. */
        record Kept(String name) implements Named {
        }
    }

    /** @throws Refusal where a file cannot be read, or nothing of a folder can */
    Brought(Console console, Texts texts, List<String> names) throws Refusal {
        this.texts = texts;
        var files = new Attachment(console, texts);
        for (String name : names) {
            all.add(isFile(name) ? new Named.Read(files.read(List.of(Path.of(name)))) : new Named.Kept(name));
        }
    }

    private static boolean isFile(String name) {
        try {
            return !Files.notExists(Path.of(name));
        } catch (InvalidPathException e) {
            return false; // no file can have such a name
        }
    }

    /**
     * All of them, in the order in which they were named.
     *
     * @throws Refusal where the library has no such document, or several
     */
    List<Document> documents(Library library) throws Refusal {
        var documents = new ArrayList<Document>();
        for (Named named : all) {
            switch (named) {
                case Named.Read(var read) -> documents.addAll(read);
                case Named.Kept(var name) -> {
                    var id = new KeptByName(library.all(), texts).find(name, "cli.attach.none").id();
                    documents.add(library.find(id).orElseThrow(() -> new IllegalStateException("taken out meanwhile: " + id)));
                }
            }
        }
        return documents;
    }
}
