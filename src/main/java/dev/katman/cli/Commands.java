package dev.katman.cli;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Law;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.journal.UsageRow;
import dev.katman.pacing.Demand;
import dev.katman.settings.Texts;
import dev.katman.simulation.Clairvoyant;
import dev.katman.simulation.Shape;
import dev.katman.simulation.Simulation;
import dev.katman.simulation.Traffic;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The commands, as picocli sees them. Each opens the program only once its words have been understood. */
@Command(name = "katman", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class)
final class Commands implements Callable<Integer> {
    static final int PARKED = 75;
    static final int WRONG_USE = 2;
    /** Tokens from which made traffic takes its measure where the model's day has no limit. */
    private static final long A_DAY = 200_000;

    private final Host host;
    private final Console console;
    private final Texts texts;

    @Option(names = "--sandbox", scope = CommandLine.ScopeType.INHERIT, descriptionKey = "sandbox")
    boolean sandbox;

    Commands(Host host, Console console, Texts texts) {
        this.host = host;
        this.console = console;
        this.texts = texts;
    }

    /** Alone: the window; without a screen, the terminal. */
    @Override
    public Integer call() throws Refusal, IOException {
        if (host.window(sandbox)) {
            return 0;
        }
        console.err().println(texts.get("cli.no_screen"));
        if (console.terminal()) {
            try (Session session = host.open(sandbox)) {
                announce(session);
                return new WithoutScreen(session, console).chat(Optional.empty());
            }
        }
        Optional<String> first = firstMessage();
        try (Session session = host.open(sandbox || first.isEmpty())) { // the guided run must not spend anybody's tokens
            announce(session);
            var without = new WithoutScreen(session, console);
            return first.isPresent() ? without.lines(first.get()) : without.guide();
        }
    }

    private Optional<String> firstMessage() throws IOException {
        String line = console.in().readLine();
        while (line != null && line.isBlank()) {
            line = console.in().readLine();
        }
        return Optional.ofNullable(line);
    }

    @Command(mixinStandardHelpOptions = true)
    int ask(@Option(names = "--json", descriptionKey = "json") boolean json,
            @Option(names = "--conversation", paramLabel = "ID", descriptionKey = "conversation") String conversation,
            @Option(names = "--tier", paramLabel = "N", descriptionKey = "tier") Integer tier,
            @Option(names = "--model", paramLabel = "ID", descriptionKey = "model") String model,
            @Option(names = "--attach", paramLabel = "FILE|NAME", descriptionKey = "attach") List<String> attach,
            @Parameters(arity = "1..*", paramLabel = "TEXT", descriptionKey = "text") List<String> words) throws Refusal {
        if (tier != null && (tier < 1 || tier > 3)) {
            throw new Refusal(WRONG_USE, texts.get("cli.bad_tier", tier));
        }
        String text = words.equals(List.of("-")) ? console.in().lines().collect(Collectors.joining("\n")) : String.join(" ", words);
        if (text.isBlank()) {
            throw new Refusal(WRONG_USE, texts.get("cli.empty_message"));
        }
        Optional<ConversationId> where = conversation(conversation);
        var brought = new Brought(console, texts, attach == null ? List.of() : attach);
        try (Session session = host.open(sandbox)) {
            Ask ask = new Ask(where, text, Optional.ofNullable(tier).flatMap(Tier::of), Optional.ofNullable(model))
                    .with(brought.documents(session.exchange().library()));
            check(session, ask);
            announce(session);
            if (json) {
                Answer answer = session.exchange().send(ask, event -> { }, new Cancellation());
                console.out().println(Json.answer(answer.id().value(), answer, session.journal().documents().fitting(answer.record().id())));
                if (answer.result() != Answer.Result.ANSWERED) {
                    console.err().println(session.words().unanswered(answer.record()));
                }
                return status(answer);
            }
            return status(new Talk(session, console).say(ask));
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int chat(@Option(names = "--conversation", paramLabel = "ID", descriptionKey = "conversation") String conversation)
            throws Refusal, IOException {
        Optional<ConversationId> where = conversation(conversation);
        try (Session session = host.open(sandbox)) {
            checkExists(session, where);
            announce(session);
            return new WithoutScreen(session, console).chat(where);
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int batch(@Option(names = "--concurrency", paramLabel = "N", defaultValue = "4", descriptionKey = "concurrency") int concurrency,
            @Parameters(paramLabel = "IN.jsonl", descriptionKey = "in") Path in,
            @Parameters(paramLabel = "OUT.jsonl", descriptionKey = "out") Path out) throws Refusal, InterruptedException {
        if (concurrency < 1 || concurrency > 256) {
            throw new Refusal(WRONG_USE, texts.get("cli.bad_concurrency", concurrency));
        }
        BatchInput.read(in, texts); // before the data is opened: a bad file costs nothing
        try (Session session = host.open(sandbox)) {
            announce(session);
            return new Batch(session, console, concurrency).run(in, out);
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int classify(@Option(names = "--local", descriptionKey = "local") boolean local,
            @Parameters(paramLabel = "IN.jsonl", descriptionKey = "in") Path in) throws Refusal, InterruptedException {
        List<BatchInput> messages = BatchInput.read(in, texts);
        try (Session session = host.open(sandbox)) {
            announce(session);
            return new Classify(session, console).run(messages, local);
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int quota(@Option(names = "--json", descriptionKey = "json") boolean json) throws Refusal {
        try (Session session = host.open(sandbox)) {
            announce(session);
            if (json) {
                var inUse = session.exchange().inUse();
                session.ledger().levels(session.clock().instant()).stream().filter(l -> inUse.contains(l.deployment()))
                        .forEach(l -> console.out().println(Json.level(l, session.catalog())));
            } else {
                Tables.levels(session, console.out());
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int decisions(@Option(names = "--json", descriptionKey = "json") boolean json,
            @Option(names = "--last", paramLabel = "N", defaultValue = "20", descriptionKey = "last") int last) throws Refusal {
        if (last < 1) {
            throw new Refusal(WRONG_USE, texts.get("cli.bad_last", last));
        }
        try (Session session = host.open(sandbox)) {
            announce(session);
            var newest = session.journal().decisions(last);
            if (json) {
                newest.forEach(d -> console.out().println(Json.decision(d, d.at().toString())));
            } else {
                Tables.decisions(newest, session, console.out());
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int usage(@Option(names = "--json", descriptionKey = "json") boolean json,
            @Option(names = "--by", paramLabel = "model|tier|hour|day", defaultValue = "model", descriptionKey = "by") String by)
            throws Refusal {
        UsageRow.By gathered = by(by);
        try (Session session = host.open(sandbox)) {
            announce(session);
            List<UsageRow> rows = session.journal().usage(gathered, session.clock().getZone());
            Map<String, Long> saved = Savings.by(gathered, session.journal().history(), session.clock().instant(), session.clock().getZone());
            if (json) {
                rows.forEach(r -> console.out().println(Json.usage(r, Optional.ofNullable(saved.get(r.key())))));
            } else {
                Tables.usage(rows, gathered, saved, session.words(), console.out());
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int simulate(@Option(names = "--trace", paramLabel = "IN.jsonl", descriptionKey = "trace") Path trace,
            @Option(names = "--synthetic", paramLabel = "SHAPE", descriptionKey = "synthetic") String shape,
            @Option(names = "--load", paramLabel = "X", defaultValue = "1.5", descriptionKey = "load") double load,
            @Option(names = "--days", paramLabel = "N", defaultValue = "7", descriptionKey = "days") int days,
            @Option(names = "--seed", paramLabel = "S", defaultValue = "1", descriptionKey = "seed") long seed,
            @Option(names = "--journal", descriptionKey = "journal") boolean journal,
            @Option(names = "--policy", paramLabel = "paced|generous|strict", defaultValue = "paced", descriptionKey = "policy")
            String policy,
            @Option(names = "--limits", paramLabel = "tpd=N,tpm=N,rpd=N,rpm=N", descriptionKey = "limits") String limits,
            @Option(names = "--json", descriptionKey = "json") boolean json) throws Refusal {
        if ((trace == null ? 0 : 1) + (shape == null ? 0 : 1) + (journal ? 1 : 0) != 1) {
            throw new Refusal(WRONG_USE, texts.get("cli.simulate.one_source"));
        }
        if (!(load > 0 && load <= 1_000)) {
            throw new Refusal(WRONG_USE, texts.get("cli.simulate.bad_load", load));
        }
        if (days < 1 || days > 3_660) {
            throw new Refusal(WRONG_USE, texts.get("cli.simulate.bad_days", days));
        }
        var simulate = new Simulate(console, texts);
        Mode mode = simulate.mode(policy);
        Optional<Shape> made = shape == null ? Optional.empty() : Optional.of(simulate.shape(shape));
        Catalog catalog = host.catalog();
        Limits limited = limits == null ? Simulation.deep(catalog).limits() : simulate.limits(limits);
        List<TraceInput> messages;
        if (trace != null) {
            messages = TraceInput.read(trace, texts);
        } else if (made.isPresent()) {
            var traffic = new Traffic(made.get(), load, limited.of(Axis.TPD).orElse(A_DAY));
            Instant monday = LocalDate.of(2026, 1, 5).atStartOfDay(host.zone()).toInstant();
            messages = traffic.days(days, monday, host.zone(), new SplittableRandom(seed)).stream().map(TraceInput::new).toList();
        } else {
            try (Session session = host.open(sandbox)) {
                announce(session);
                messages = session.exchange().demands().stream().map(TraceInput::new).toList();
            }
        }
        return simulate.run(new Simulation(catalog, mode, limited, host.zone()), messages, mode, best(messages, catalog, limited), json);
    }

    /** Known where tokens a day are limited by a bucket that drains; other limits would only lower it. */
    private static OptionalDouble best(List<TraceInput> messages, Catalog catalog, Limits limits) {
        OptionalLong day = limits.of(Axis.TPD);
        if (messages.isEmpty() || day.isEmpty() || !(Simulation.deep(catalog).provider().law() instanceof Law.Draining)) {
            return OptionalDouble.empty();
        }
        List<Demand> demands = messages.stream().map(TraceInput::demand).toList();
        return OptionalDouble.of(Clairvoyant.optimum(demands, catalog.policy().values(), day.getAsLong(), 0, demands.getFirst().at()));
    }

    @Command(name = "export", mixinStandardHelpOptions = true)
    int exportAll(@Parameters(paramLabel = "FILE", descriptionKey = "exportFile") Path file) throws Refusal {
        try (Session session = host.open(sandbox)) {
            announce(session);
            return new Carrier(session, console).out(file);
        }
    }

    @Command(name = "import", mixinStandardHelpOptions = true)
    int importAll(@Parameters(paramLabel = "FILE", descriptionKey = "importFile") Path file) throws Refusal {
        try (Session session = host.open(sandbox)) {
            announce(session);
            return new Carrier(session, console).in(file);
        }
    }

    @Command(mixinStandardHelpOptions = true)
    int tour(@Parameters(paramLabel = "DIR", descriptionKey = "dir") Path folder) throws Refusal {
        int pictures = host.tour(folder);
        console.err().println(texts.get("cli.tour.done", pictures, folder));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int backup(@Parameters(paramLabel = "FILE", descriptionKey = "backup_file") Path file) throws Refusal {
        host.backup(file);
        console.err().println(texts.get("cli.backup.done", file));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int restore(@Parameters(paramLabel = "FILE", descriptionKey = "restore_file") Path file) throws Refusal {
        Optional<Path> before = host.restore(file);
        console.err().println(before.map(path -> texts.get("cli.restore.done", file, path)).orElseGet(() -> texts.get("cli.restore.fresh", file)));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int doctor() throws Refusal {
        try (Session session = host.open(sandbox)) {
            announce(session);
            return new Doctor(session, console).run(host.hasScreen());
        }
    }

    /** What the reader should know of this start; said once it is clear that the command makes sense. */
    void announce(Session session) {
        session.notices().forEach(console.err()::println);
    }

    /** 0 answered, 75 parked, 1 anything else. */
    static int status(Answer answer) {
        return switch (answer.result()) {
            case ANSWERED -> 0;
            case PARKED -> PARKED;
            case UNANSWERED, STOPPED -> 1;
        };
    }

    private Optional<ConversationId> conversation(String id) throws Refusal {
        if (id != null && !Ids.isId(id)) {
            throw new Refusal(WRONG_USE, texts.get("cli.unknown_conversation", id));
        }
        return Optional.ofNullable(id).map(ConversationId::new);
    }

    private void check(Session session, Ask ask) throws Refusal {
        if (ask.model().isPresent() && !session.exchange().knows(ask.model().get())) {
            throw new Refusal(WRONG_USE, texts.get("cli.unknown_model", ask.model().get(),
                    session.catalog().models().stream().map(m -> m.id()).collect(Collectors.joining(", "))));
        }
        checkExists(session, ask.conversation());
    }

    private void checkExists(Session session, Optional<ConversationId> conversation) throws Refusal {
        if (conversation.isPresent() && !session.journal().exists(conversation.get())) {
            throw new Refusal(WRONG_USE, texts.get("cli.unknown_conversation", conversation.get()));
        }
    }

    private UsageRow.By by(String name) throws Refusal {
        for (UsageRow.By by : UsageRow.By.values()) {
            if (by.name().toLowerCase(Locale.ROOT).equals(name)) {
                return by;
            }
        }
        throw new Refusal(WRONG_USE, texts.get("cli.bad_by", name));
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"katman " + (version == null ? "(development)" : version)};
        }
    }
}
