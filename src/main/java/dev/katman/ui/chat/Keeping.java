package dev.katman.ui.chat;

import dev.katman.documents.Document;
import dev.katman.journal.DocumentRow;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;

import java.util.List;
import java.util.function.Consumer;

/** Puts documents into the library, and says so. */
final class Keeping {
    private final Context context;
    private final Consumer<Notice> say;

    Keeping(Context context, Consumer<Notice> say) {
        this.context = context;
        this.say = say;
    }

    void keep(List<Document> documents) {
        context.work().run("keep in the library", () -> {
            context.services().exchange().library().keep(documents);
            return documents.size() == 1 ? documents.getFirst().name() : context.texts().count("ui.library.documents", documents.size());
        }, what -> say.accept(Notice.done(context.text("ui.library.kept", what))));
    }

    /** What was sent already. */
    void keep(DocumentRow document) {
        context.work().run("keep in the library", () -> context.services().exchange().library().keep(document.id()),
                there -> say.accept(there ? Notice.done(context.text("ui.library.kept", document.name())) : Notice.trouble(context.text("ui.library.gone"))));
    }
}
