package dev.katman.cli;

import dev.katman.exchange.Imported;
import dev.katman.exchange.Transcript;
import dev.katman.exchange.Transfer;
import dev.katman.settings.Texts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Carries conversations out into a file and in from one. */
final class Carrier {
    private final Session session;
    private final Console console;
    private final Transfer transfer;
    private final Texts texts;

    Carrier(Session session, Console console) {
        this.session = session;
        this.console = console;
        transfer = new Transfer(session.journal().archive());
        texts = session.words().texts();
    }

    /** JSON, or Markdown where the file's name ends so. */
    int out(Path file) throws Refusal {
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(texts.locale())
                .withZone(session.clock().getZone());
        try {
            boolean markdown = file.toString().toLowerCase(Locale.ROOT).endsWith(".md");
            Transfer.Written written = markdown
                    ? transfer.writeMarkdown(session.journal().archive().conversations(), file,
                            new Transcript.Labels(texts.get("words.exported.you"), texts.get("words.exported.answer"), time::format))
                    : transfer.writeAll(file);
            console.err().println(texts.get("cli.export.done", written.conversations(), written.messages(), file));
            return 0;
        } catch (IOException e) {
            throw new Refusal(1, texts.get("words.exported.failed", file), e);
        }
    }

    int in(Path file) throws Refusal {
        Imported imported = transfer.read(file);
        String sentence = session.words().imported(imported, file);
        return switch (imported) {
            case Imported.Taken taken -> {
                console.err().println(sentence);
                yield 0;
            }
            case Imported.Refused refused -> throw new Refusal(1, sentence);
        };
    }
}
