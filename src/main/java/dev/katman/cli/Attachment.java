package dev.katman.cli;

import dev.katman.conversation.Cancellation;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Progress;
import dev.katman.documents.Reading;
import dev.katman.settings.Texts;
import dev.katman.words.DocumentWords;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files and folders for a command. */
final class Attachment {
    private final DocumentReader reader = new DocumentReader();
    private final Console console;
    private final Texts texts;

    Attachment(Console console, Texts texts) {
        this.console = console;
        this.texts = texts;
    }

    /**
     * Reads them. Of a folder, what cannot be read is named and left out.
     *
     * @throws Refusal where a file cannot be read, or nothing of a folder can: nothing is asked then
     */
    List<Document> read(List<Path> paths) throws Refusal {
        var documents = new ArrayList<Document>();
        var words = new DocumentWords(texts);
        for (Path path : paths) {
            List<Reading> readings = reader.read(path, Progress.NONE, new Cancellation());
            boolean some = readings.stream().anyMatch(Reading.Read.class::isInstance);
            for (Reading reading : readings) {
                switch (reading) {
                    case Reading.Read(var document) -> documents.add(document);
                    case Reading.Unread unread when Files.isDirectory(path) && some -> console.err().println("· " + words.unread(unread));
                    case Reading.Unread unread -> throw new Refusal(Commands.WRONG_USE, words.unread(unread));
                }
            }
        }
        return documents;
    }
}
