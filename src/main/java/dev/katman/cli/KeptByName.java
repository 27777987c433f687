package dev.katman.cli;

import dev.katman.conversation.Folded;
import dev.katman.journal.KeptDocument;
import dev.katman.settings.Texts;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Documents of the library as a person names them: by their name, with or without its ending, or by their identifier. */
final class KeptByName {
    /** So many names that are like the one that is sought are told. */
    private static final int MOST_TOLD = 3;

    private final List<KeptDocument> all;
    private final Texts texts;

    /** @param all that there are */
    KeptByName(List<KeptDocument> all, Texts texts) {
        this.all = List.copyOf(all);
        this.texts = texts;
    }

    /**
     * The one of that name.
     *
     * @param none the text that says that there is none
     * @throws Refusal if there is none, or more than one
     */
    KeptDocument find(String sought, String none) throws Refusal {
        String name = Folded.of(sought.strip());
        List<KeptDocument> found = those(document -> document.id().value().equals(sought));
        if (found.isEmpty()) {
            found = those(document -> Folded.of(document.name()).equals(name));
        }
        if (found.isEmpty()) {
            found = those(document -> withoutEnding(Folded.of(document.name())).equals(name));
        }
        if (found.isEmpty()) {
            throw new Refusal(Commands.WRONG_USE, texts.get(none, sought) + like(name));
        }
        if (found.size() > 1) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.library.several", found.size(), sought,
                    found.stream().map(document -> document.id() + " (" + document.name() + ")").collect(Collectors.joining(", "))));
        }
        return found.getFirst();
    }

    private List<KeptDocument> those(Predicate<KeptDocument> which) {
        return all.stream().filter(which).toList();
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Names that have the one that is sought in them. */
    private String like(String name) {
        String part = withoutEnding(name);
        String names = part.isEmpty() ? "" : those(document -> Folded.of(document.name()).contains(part)).stream().map(KeptDocument::name).distinct()
                .limit(MOST_TOLD).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " " + texts.get("cli.library.like", names);
    }
}
