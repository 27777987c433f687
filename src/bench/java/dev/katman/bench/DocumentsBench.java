package dev.katman.bench;

import dev.katman.context.IndexedText;
import dev.katman.context.TextIndex;
import dev.katman.context.TextQuery;
import dev.katman.conversation.Cancellation;
import dev.katman.documents.Cutter;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Fragment;
import dev.katman.documents.Progress;
import dev.katman.documents.Reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** 1 000 documents of 50 KB, Turkish and English: read and cut, indexed in memory, and asked 500 questions. */
public final class DocumentsBench {
    private static final int DOCUMENTS = 1_000;
    private static final int BYTES = 50_000;
    private static final int QUESTIONS = 500;
    private static final String SYLLABLES = "ka lem bah çe su yol dağ göz el ışık ta şım ev ler ri ver mek in ter na tion al pro ject wa ter ing sys tem work er";

    private DocumentsBench() {
    }

    public static void main(String[] args) throws IOException {
        var random = new Random(1);
        List<String> words = words(random);
        Path folder = Files.createTempDirectory("katman-bench");
        try {
            for (int i = 0; i < DOCUMENTS; i++) {
                Files.writeString(folder.resolve(i + ".txt"), text(random, words, i));
            }
            var reader = new DocumentReader();
            long start = System.nanoTime();
            List<Document> documents = reader.read(folder, Progress.NONE, new Cancellation()).stream()
                    .map(reading -> ((Reading.Read) reading).document()).toList();
            long read = System.nanoTime();
            try (TextIndex index = TextIndex.inMemory()) {
                int fragments = index(index, documents);
                long indexed = System.nanoTime();
                long[] took = new long[QUESTIONS];
                int right = 0;
                for (int i = 0; i < QUESTIONS; i++) {
                    int wanted = random.nextInt(DOCUMENTS);
                    long asked = System.nanoTime();
                    var hits = index.find(TextQuery.about("Numarası n" + wanted + "q olan kayıt " + words.get(random.nextInt(words.size()))
                            + " için ne söylüyor, what does it say?", Set.of(), 40));
                    took[i] = System.nanoTime() - asked;
                    right += hits.getFirst().text().group().equals(wanted + ".txt") ? 1 : 0;
                }
                Arrays.sort(took);
                System.out.printf(Locale.ROOT, "%d documents, %d MB: read in %.1f s, cut into %d fragments and indexed in %.1f s%n"
                        + "search: p50 %.1f ms, p95 %.1f ms, most %.1f ms; %d of %d found their document first%n", DOCUMENTS,
                        (long) DOCUMENTS * BYTES / 1_000_000, (read - start) / 1e9, fragments, (indexed - read) / 1e9, took[QUESTIONS / 2] / 1e6,
                        took[QUESTIONS * 95 / 100] / 1e6, took[QUESTIONS - 1] / 1e6, right, QUESTIONS);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static int index(TextIndex index, List<Document> documents) {
        int count = 0;
        for (Document document : documents) {
            String name = document.name().substring(document.name().indexOf('/') + 1);
            var texts = new ArrayList<IndexedText>();
            for (Fragment fragment : Cutter.cut(document)) {
                texts.add(new IndexedText(name + "/" + fragment.number(), name, fragment.text(), Instant.EPOCH));
            }
            index.put(texts);
            count += texts.size();
        }
        return count;
    }

    /** Some 20 000 words of made syllables, so that there are as many terms as in real text. */
    private static List<String> words(Random random) {
        String[] syllables = SYLLABLES.split(" ");
        var words = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            var word = new StringBuilder();
            for (int j = 0; j < 2 + random.nextInt(3); j++) {
                word.append(syllables[random.nextInt(syllables.length)]);
            }
            words.add(word.toString());
        }
        return words;
    }

    /** Words as often as in real text: the first ones much, the last ones hardly ever. */
    private static String text(Random random, List<String> words, int number) {
        var text = new StringBuilder("1. Kayıt n" + number + "q\n\n");
        while (text.length() < BYTES) {
            for (int i = 0; i < 12; i++) {
                text.append(words.get((int) (words.size() * Math.pow(random.nextDouble(), 4)))).append(i == 11 ? ". " : " ");
            }
            text.append(random.nextInt(5) == 0 ? "\n\n" : "");
        }
        return text.toString();
    }
}
