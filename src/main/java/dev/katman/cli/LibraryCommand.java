package dev.katman.cli;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Document;
import dev.katman.journal.KeptDocument;
import dev.katman.settings.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The documents that are kept for any conversation: {@code katman library}. */
@Command(name = "library", mixinStandardHelpOptions = true)
final class LibraryCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;
    private final Texts texts;

    @ParentCommand
    private Commands katman;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    LibraryCommand(Host host, Console console, Texts texts) {
        this.host = host;
        this.console = console;
        this.texts = texts;
    }

    /** Lists them. */
    @Override
    public Integer call() throws Refusal {
        try (Session session = host.open(katman.sandbox)) {
            katman.announce(session);
            List<KeptDocument> all = session.exchange().library().all();
            if (json) {
                all.forEach(document -> console.out().println(Json.kept(document)));
            } else if (all.isEmpty()) {
                console.err().println(texts.get("cli.library.empty"));
            } else {
                Tables.kept(all, session, console.out());
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int add(@Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "keptFile") List<Path> files) throws Refusal {
        List<Document> documents = new Attachment(console, texts).read(files);
        try (Session session = host.open(katman.sandbox)) {
            katman.announce(session);
            session.exchange().library().keep(documents);
        }
        console.err().println(texts.get("cli.library.added", documents.stream().map(Document::name).distinct().collect(Collectors.joining(", "))));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int remove(@Parameters(arity = "1..*", paramLabel = "NAME", descriptionKey = "keptName") List<String> names) throws Refusal {
        try (Session session = host.open(katman.sandbox)) {
            var kept = new KeptByName(session.exchange().library().all(), texts);
            var those = new ArrayList<KeptDocument>();
            for (String name : names) {
                those.add(kept.find(name, "cli.library.none"));
            }
            katman.announce(session);
            List<DocumentId> ids = those.stream().map(KeptDocument::id).distinct().toList();
            session.exchange().library().remove(ids);
            session.exchange().library().erase(ids);
            console.err().println(texts.get("cli.library.removed", those.stream().map(KeptDocument::name).distinct().collect(Collectors.joining(", "))));
            return 0;
        }
    }
}
