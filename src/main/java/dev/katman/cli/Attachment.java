package dev.katman.cli;

import dev.katman.settings.Texts;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file that goes along with a message. */
final class Attachment {
    /** About the most that the widest founding limit (30 000 tokens a minute) takes in one call. */
    private static final long MOST_BYTES = 100_000;

    private Attachment() {
    }

    /** The message with the files below it, each under its name. */
    static String with(String text, Iterable<Path> files, Texts texts) throws Refusal {
        var all = new StringBuilder(text);
        for (Path file : files) {
            all.append("\n\n").append(file.getFileName()).append(":\n\n").append(read(file, texts));
        }
        return all.toString();
    }

    private static String read(Path file, Texts texts) throws Refusal {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refusal(2, texts.get("cli.file.too_large", file, MOST_BYTES / 1000));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refusal(2, texts.get("cli.file.not_text", file), e);
        } catch (IOException e) {
            throw new Refusal(2, texts.get("cli.file.unreadable", file), e);
        }
    }
}
