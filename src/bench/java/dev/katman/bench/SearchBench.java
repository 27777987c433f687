package dev.katman.bench;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.exchange.Found;
import dev.katman.exchange.Search;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Journal;
import dev.katman.journal.KeptConversation;
import dev.katman.journal.MessageRow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long it takes to find something in 100 000 messages of 10 000 conversations, typed letter by letter; and how long the index takes to
 * be made, to be opened again, and to follow.
 */
public final class SearchBench {
    private static final int CONVERSATIONS = 10_000;
    private static final int MESSAGES = 10;
    private static final int MOST = 60;
    private static final List<String> QUERIES = List.of("toplantı özeti", "ozet cikar", "sql query users", "python fonksiyon", "hava nasil",
            "the", "bir", "istanbul gezi plani", "explain step by step", "zebra", "İSTANBUL", "e-mail address", "merhaba", "asal sayı");

    private SearchBench() {
    }

    public static void main(String[] args) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String language : List.of("en", "tr")) {
            for (String line : Files.readAllLines(Path.of("src/train/examples/" + language + ".tsv"))) {
                lines.add(line.substring(line.lastIndexOf('\t') + 1));
            }
        }
        Path home = Files.createTempDirectory("katman-search-bench");
        try (Journal journal = Journal.open(home, Instant.now())) {
            fill(journal, lines, new Random(1));
            run(journal, home.resolve("search"));
        } finally {
            delete(home);
        }
    }

    private static void run(Journal journal, Path folder) throws Exception {
        long start = System.nanoTime();
        var search = new Search(folder, journal);
        search.find("zebra", MOST);
        say("index made in %.1f s, %d MB on disk", seconds(start), size(folder) >> 20);
        search.close();
        start = System.nanoTime();
        search = new Search(folder, journal);
        search.find("zebra", MOST);
        say("opened again and compared in %.2f s", seconds(start));
        for (int warm = 0; warm < 3; warm++) {
            type(search);
        }
        double[] took = type(search);
        say("%d searches while typing: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms", took.length, took[took.length / 2],
                took[took.length * 95 / 100], took[took.length * 99 / 100], took[took.length - 1]);
        ConversationId some = journal.conversations().getFirst().id();
        start = System.nanoTime();
        journal.shelf().rename(some, "zebra crossing");
        Found found = search.find("zebra cro", MOST);
        say("a change and its first search: %.1f ms, found %s", seconds(start) * 1_000, found.titles().size() == 1);
        start = System.nanoTime();
        List<ConversationRow> all = journal.conversations();
        say("%d conversations read in %.0f ms", all.size(), seconds(start) * 1_000);
        search.close();
    }

    /** Each letter of each query, on a thread of its own as in the window. Milliseconds, in order of size. */
    private static double[] type(Search search) throws InterruptedException {
        var took = new ArrayList<Double>();
        for (String query : QUERIES) {
            for (int letters = 1; letters <= query.length(); letters++) {
                String typed = query.substring(0, letters);
                Thread.ofVirtual().start(() -> {
                    long start = System.nanoTime();
                    search.find(typed, MOST);
                    took.add(seconds(start) * 1_000);
                }).join();
            }
        }
        return took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static void fill(Journal journal, List<String> lines, Random random) {
        var now = new Instant[] {Instant.parse("2025-01-01T00:00:00Z")};
        var ids = new Ids(() -> now[0], random);
        journal.archive().take(take -> {
            for (int i = 0; i < CONVERSATIONS; i++) {
                ConversationId talk = ids.conversation();
                Instant created = now[0];
                var messages = new ArrayList<MessageRow>();
                for (int m = 0; m < MESSAGES; m++) {
                    now[0] = now[0].plusSeconds(200);
                    boolean user = m % 2 == 0;
                    var text = new StringBuilder();
                    for (int l = user ? 1 : 2 + random.nextInt(8); l > 0; l--) {
                        text.append(lines.get(random.nextInt(lines.size()))).append(user ? "" : "\n");
                    }
                    messages.add(new MessageRow(ids.message(), talk, user ? Role.USER : Role.ASSISTANT, text.toString(), now[0],
                            MessageRow.State.DONE, ids.decision()));
                }
                take.accept(KeptConversation.inOrder(new ConversationRow(talk, messages.getFirst().text(), created, now[0], false,
                        Optional.empty()), messages));
            }
        });
    }

    private static void say(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
