package dev.katman.classify;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The labelled prompts: public ones that lie beside the project, and our own examples. */
final class Corpus {
    /** Topics of plain facts: "capital of Australia?" is small work to some and talk to others. */
    private static final Set<String> OPEN = Set.of("factual", "capital", "author");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Corpus() {
    }

    static List<Example> routing(Path file) throws IOException {
        var examples = new ArrayList<Example>();
        for (var line : Files.readAllLines(file)) {
            var row = JSON.readTree(line);
            var source = row.get("source").asString();
            Set<Integer> tiers = new HashSet<>();
            row.get("tiers_ok").forEach(t -> tiers.add(t.asInt()));
            boolean open = row.get("type").asString().equals("AMBIG");
            int band = open ? -1 : band(row.get("type").asString(), row.get("band").asString());
            examples.add(new Example(row.get("text").asString(), row.get("lang").asString().equals("tr"), band, tiers, source,
                    group(source), source.startsWith("arena") || source.startsWith("prompts"), false, false, false));
        }
        return examples;
    }

    private static int band(String type, String band) {
        return type.equals("CHAT") ? 0 : switch (band) {
            case "low" -> 1;
            case "mid" -> 2;
            default -> 3;
        };
    }

    private static String group(String source) {
        return source.replaceFirst("[-: (].*", "").replaceFirst("\\.chat.*", "");
    }

    /**
     * Our own: a file for each language, {@code en.tsv} and {@code tr.tsv}, with type, difficulty, topic and text (line breaks, tabs and
     * backslashes escaped) in each line; and those that are only measured with, in {@code heldout-….tsv}. Topics are left out together,
     * a quarter of them at a time.
     */
    static List<Example> own(Path folder) throws IOException {
        var examples = new ArrayList<Example>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
        }
        for (var file : files) {
            var name = file.getFileName().toString().replace(".tsv", "");
            for (var line : Files.readAllLines(file)) {
                examples.add(own(line.split("\t", 4), name));
            }
        }
        return examples;
    }

    private static Example own(String[] row, String name) {
        var band = Band.of(MessageType.valueOf(row[0]), Integer.parseInt(row[1]));
        Set<Integer> tiers = OPEN.contains(row[2]) ? Set.of(1, 2) : band == Band.MID ? Set.of(2, 3) : Set.of(band.tier() + 1);
        boolean heldOut = name.startsWith("heldout");
        var group = heldOut ? "held out" : "own " + (row[2].hashCode() & 3);
        return new Example(unescaped(row[3]), name.endsWith("tr"), band.ordinal(), tiers, "own " + name, group, true, true,
                row[2].startsWith("reading-") || row[2].startsWith("okuma-"), heldOut);
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                plain.append(switch (text.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    default -> text.charAt(i);
                });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
