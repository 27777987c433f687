package dev.katman.cli;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
import dev.katman.exchange.WholeDocument;
import dev.katman.journal.PreparationGoal;
import dev.katman.settings.Texts;
import dev.katman.words.ColumnWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Prepares whole documents: {@code katman prepare}. Stopped by Ctrl+C, it lets the piece under way end, and goes on there the next time. */
@Command(name = "prepare", mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(PrepareCommand.class);
    private static final String PROPOSED = "auto";
    /** For a call to come to its end and the data to be closed, when the program is told to end. */
    private static final Duration TO_END = Duration.ofSeconds(20);

    private final Host host;
    private final Console console;
    private final Texts texts;

    @ParentCommand
    private Commands katman;

    @Option(names = "--summary", descriptionKey = "summary")
    private boolean summary;

    @Option(names = "--table", paramLabel = "COLUMN[:KIND],COLUMN[:KIND]|auto", descriptionKey = "table")
    private String table;

    @Option(names = "--propose", descriptionKey = "propose")
    private boolean propose;

    @Option(names = "--csv", descriptionKey = "csv")
    private boolean csv;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--price", descriptionKey = "price")
    private boolean price;

    @Option(names = "--anew", descriptionKey = "anew")
    private boolean anew;

    @Parameters(arity = "1..*", paramLabel = "FILE|NAME", descriptionKey = "prepareFile")
    private List<String> files;

    PrepareCommand(Host host, Console console, Texts texts) {
        this.host = host;
        this.console = console;
        this.texts = texts;
    }

    @Override
    public Integer call() throws Refusal {
        PreparationGoal goal = goal();
        if (csv && json) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.prepare.one_form"));
        }
        if (csv && (propose || goal instanceof PreparationGoal.Summary)) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.prepare.csv_of_summary"));
        }
        var brought = new Brought(console, texts, files);
        var pause = new Cancellation();
        var closed = new CountDownLatch(1);
        var ending = new Thread(() -> {
            pause.cancel();
            await(closed);
        }, "katman-pause");
        Runtime.getRuntime().addShutdownHook(ending);
        try (Session session = host.open(katman.sandbox)) {
            List<WholeDocument> documents = brought.documents(session.exchange().library()).stream().map(WholeDocument::of).toList();
            katman.announce(session);
            var prepare = new Prepare(session, console, goal, form(), anew);
            return propose ? prepare.propose(documents, price, pause) : price ? prepare.price(documents) : prepare.run(documents, pause);
        } finally {
            closed.countDown();
            forget(ending);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the program is ending, and it is the hook that has paused", e);
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Prepare.Form form() {
        return csv ? Prepare.Form.CSV : json ? Prepare.Form.JSON : Prepare.Form.TEXT;
    }

    private PreparationGoal goal() throws Refusal {
        if (summary && table != null || propose && (summary || table != null)) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.prepare.one_goal"));
        }
        if (table == null) {
            return new PreparationGoal.Summary();
        }
        List<Column> columns = table.strip().equals(PROPOSED) ? List.of() : columns();
        if (!PreparationGoal.Table.canHave(columns)) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.prepare.bad_columns", PreparationGoal.MOST_COLUMNS, PreparationGoal.LONGEST_COLUMN));
        }
        return new PreparationGoal.Table(columns);
    }

    private List<Column> columns() throws Refusal {
        var columns = new ArrayList<Column>();
        for (String written : table.split(",", -1)) {
            columns.add(Column.parse(written).orElseThrow(() -> new Refusal(Commands.WRONG_USE,
                    texts.get("cli.prepare.bad_kind", written.strip(), new ColumnWords(texts).kinds()))));
        }
        return columns;
    }
}
