package dev.katman.cli;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Tier;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.KeptDocument;
import dev.katman.journal.UsageRow;
import dev.katman.quota.Level;
import dev.katman.settings.Texts;
import dev.katman.words.DocumentWords;
import dev.katman.words.Words;

import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the panels show, as columns for a terminal. */
final class Tables {
    private static final int EXCERPT = 48;

    private Tables() {
    }

    /** A line for each deployment that can serve, tightest figure of each axis. */
    static void levels(Session session, PrintStream out) {
        Words words = session.words();
        var byDeployment = new LinkedHashMap<String, List<Level>>();
        session.exchange().inUse().forEach(id -> byDeployment.put(id.toString(), new ArrayList<>()));
        session.ledger().levels(session.clock().instant()).stream().filter(l -> byDeployment.containsKey(l.deployment().toString()))
                .forEach(l -> byDeployment.get(l.deployment().toString()).add(l));
        var rows = new ArrayList<List<String>>();
        byDeployment.forEach((deployment, levels) -> {
            var row = new ArrayList<String>();
            String model = deployment.substring(0, deployment.lastIndexOf('@'));
            row.add(session.catalog().tiersOf(model).stream().map(words::tier).collect(Collectors.joining(" + ")));
            row.add(deployment);
            for (Axis axis : List.of(Axis.TPD, Axis.TPM, Axis.RPD, Axis.RPM)) {
                row.add(levels.stream().filter(l -> l.axis() == axis).findFirst()
                        .map(l -> words.texts().number(l.left()) + " / " + words.limit(l.limit())).orElse("–"));
            }
            rows.add(row);
        });
        print(out, List.of(words.texts().get("cli.column.tier"), words.texts().get("cli.column.model"), words.axis(Axis.TPD),
                words.axis(Axis.TPM), words.axis(Axis.RPD), words.axis(Axis.RPM)), rows);
    }

    /** @param saved by the rows' keys; a column of its own where there is any */
    static void usage(List<UsageRow> rows, UsageRow.By by, Map<String, Long> saved, Words words, PrintStream out) {
        boolean timed = by == UsageRow.By.DAY || by == UsageRow.By.HOUR;
        int columns = saved.isEmpty() ? 5 : 6;
        print(out, List.of(timed ? "time" : "model", "calls", "answered", "prompt", "completion", "saved").stream().limit(columns)
                        .map(k -> words.texts().get("cli.column." + k)).toList(),
                rows.stream().map(r -> List.of(by == UsageRow.By.TIER ? Tier.of(Integer.parseInt(r.key())).map(words::tier).orElse(r.key())
                                : r.key(), words.texts().number(r.calls()), words.texts().number(r.answered()),
                        words.texts().number(r.promptTokens()), words.texts().number(r.completionTokens()),
                        words.texts().number(saved.getOrDefault(r.key(), 0L))).subList(0, columns)).toList());
    }

    static void decisions(List<DecisionRecord> records, Session session, PrintStream out) {
        Words words = session.words();
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(words.texts().locale()).withZone(session.clock().getZone());
        print(out, List.of("time", "message", "type", "difficulty", "tier", "model", "tokens").stream()
                        .map(k -> words.texts().get("cli.column." + k)).toList(),
                records.stream().map(r -> List.of(time.format(r.at()), excerpt(r.text()), words.type(r.decision().assessment().type()),
                        String.valueOf(r.decision().assessment().difficulty()), words.tier(r.servedTier()), words.served(r),
                        words.texts().number(r.tokens()))).toList());
    }

    static void kept(List<KeptDocument> documents, Session session, PrintStream out) {
        Texts texts = session.words().texts();
        var words = new DocumentWords(texts);
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale()).withZone(session.clock().getZone());
        print(out, List.of("document", "size", "since", "id").stream().map(k -> texts.get("cli.column." + k)).toList(),
                documents.stream().map(kept -> List.of(kept.name(), words.size(kept.bytes()), day.format(kept.since()), kept.id().value())).toList());
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }

    private static void print(PrintStream out, List<String> head, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(head);
        all.addAll(rows);
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        for (List<String> row : all) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
