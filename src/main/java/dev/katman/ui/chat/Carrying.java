package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Imported;
import dev.katman.exchange.Transcript;
import dev.katman.exchange.Transfer;
import dev.katman.journal.Archive;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Carries conversations into files and out of them, and says what came of it. Of the FX thread. */
final class Carrying {
    private final Context context;
    private final Archive archive;
    private final Transfer transfer;
    private final Runnable changed;
    private final Consumer<Notice> say;

    /**
     * @param changed told when conversations have come in
     * @param say     shows a sentence
     */
    Carrying(Context context, Runnable changed, Consumer<Notice> say) {
        this.context = context;
        archive = context.services().journal().archive();
        transfer = new Transfer(archive);
        this.changed = changed;
        this.say = say;
    }

    /** Everything, for another Katman. */
    void allOut(Path file) {
        context.work().run("export conversations", () -> written(archive.conversations(), file), say);
    }

    /** As JSON, or as Markdown where the file's name ends so. */
    void out(List<ConversationId> conversations, Path file) {
        context.work().run("export a conversation", () -> written(conversations, file), say);
    }

    private Notice written(List<ConversationId> conversations, Path file) {
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(context.texts().locale())
                .withZone(context.zone());
        var labels = new Transcript.Labels(context.words().texts().get("words.exported.you"),
                context.words().texts().get("words.exported.answer"), time::format);
        try {
            Transfer.Written written = file.toString().toLowerCase(Locale.ROOT).endsWith(".md")
                    ? transfer.writeMarkdown(conversations, file, labels) : transfer.writeJson(conversations, file);
            return Notice.done(context.texts().count("ui.side.exported", written.conversations()));
        } catch (IOException e) {
            return Notice.trouble(context.words().texts().get("words.exported.failed", file));
        }
    }

    /** Takes in what a file holds. */
    void in(Path file) {
        say.accept(Notice.news(context.text("ui.side.importing")));
        context.work().run("import conversations", () -> imported(transfer.read(file), file), notice -> {
            say.accept(notice);
            changed.run();
        });
    }

    private Notice imported(Imported imported, Path file) {
        String told = context.words().imported(imported, file);
        return switch (imported) {
            case Imported.Taken taken -> Notice.done(told);
            case Imported.Refused refused -> Notice.trouble(told);
        };
    }
}
