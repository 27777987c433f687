package dev.katman.cli;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.PreparationPrice;
import dev.katman.exchange.PreparationProgress;
import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparedTable;
import dev.katman.exchange.Preparer;
import dev.katman.exchange.Proposal;
import dev.katman.exchange.WholeDocument;
import dev.katman.journal.PreparationGoal;
import dev.katman.words.ColumnWords;
import dev.katman.words.PreparationWords;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Prepares documents one after the other, and shows how far it is; or says what it would take. */
final class Prepare {
    private static final int WIDTH = 30;

    private final Session session;
    private final Console console;
    private final PreparationGoal goal;
    private final Form form;
    private final boolean anew;
    private final Preparer preparer;
    private final PreparationWords words;
    private final ColumnWords columnWords;

    /** How results are written. */
    enum Form {
        /** As Markdown. */
        TEXT,
        CSV,
        JSON
    }

    /** @param anew whether also what was prepared or proposed before; what is not done yet goes on in any case */
    Prepare(Session session, Console console, PreparationGoal goal, Form form, boolean anew) {
        this.session = session;
        this.console = console;
        this.goal = goal;
        this.form = form;
        this.anew = anew;
        preparer = session.exchange().preparer();
        words = new PreparationWords(session.words());
        columnWords = new ColumnWords(session.words().texts());
    }

    /** What of each document is still to be paid for. */
    int price(List<WholeDocument> documents) {
        for (WholeDocument document : documents) {
            PreparationGoal wanted = wanted(document);
            PreparationPrice price = before(document, wanted).map(preparer::price).orElseGet(() -> preparer.price(document, wanted));
            if (form == Form.JSON) {
                console.out().println(Json.price(document.name(), price));
            } else {
                console.out().println(document.name() + ": " + said(price));
                price.shares().forEach(share -> console.out().println("  " + words.share(share)));
            }
        }
        return 0;
    }

    /** What the worker proposes as the columns of a table; or, where that alone is wanted, what asking it would take. */
    int propose(List<WholeDocument> documents, boolean onlyPrice, Cancellation stop) {
        for (WholeDocument document : documents) {
            Optional<Proposal> before = anew ? Optional.empty() : preparer.proposed(document);
            PreparationPrice price = before.isPresent() ? new PreparationPrice(0, List.of(), 0, 0, Duration.ZERO) : preparer.proposalPrice(document);
            if (onlyPrice) {
                console.out().println(form == Form.JSON ? Json.price(document.name(), price) : document.name() + ": " + said(price));
                continue;
            }
            console.err().println(document.name() + ": " + said(price));
            Optional<Proposal> proposal = before.isPresent() ? before : preparer.propose(document, waiting ->
                    waiting.map(wait -> words.waits(wait, session.clock().instant())).ifPresent(console.err()::println), stop);
            if (proposal.isEmpty()) {
                return Commands.PARKED;
            }
            String columns = columnWords.written(proposal.get().columns(), ",");
            console.out().println(form == Form.JSON ? Json.columns(document.name(), proposal.get())
                    : documents.size() == 1 ? columns : document.name() + ": " + columns);
        }
        console.out().flush();
        return 0;
    }

    /**
     * What is made of that document: where the columns are left to the worker and it proposed some before, a table with these, which is told. Where it
     * was let choose them in a table of this document, that is gone on with.
     */
    private PreparationGoal wanted(WholeDocument document) {
        boolean left = goal instanceof PreparationGoal.Table(var named) && named.isEmpty();
        Optional<List<Column>> kept = left && !anew && preparer.find(document, goal).isEmpty() ? preparer.proposed(document).map(Proposal::columns)
                : Optional.empty();
        kept.ifPresent(columns -> console.err().println(session.words().texts().get("cli.prepare.kept", document.name(), columnWords.written(columns, ", "))));
        return kept.<PreparationGoal>map(PreparationGoal.Table::new).orElse(goal);
    }

    /** The same, begun before. */
    private Optional<MessageId> before(WholeDocument document, PreparationGoal wanted) {
        return preparer.find(document, wanted).filter(id -> !anew || preparer.price(id).steps() > 0);
    }

    private String said(PreparationPrice price) {
        return price.steps() == 0 ? session.words().texts().get("cli.prepare.there") : words.price(price);
    }

    /** Prepares each, or shows what was made of it before. */
    int run(List<WholeDocument> documents, Cancellation pause) {
        var done = new ArrayList<Prepared>();
        for (WholeDocument document : documents) {
            PreparationGoal wanted = wanted(document);
            Optional<MessageId> before = before(document, wanted);
            console.err().println(document.name() + ": " + said(before.map(preparer::price).orElseGet(() -> preparer.price(document, wanted))));
            Optional<ConversationId> where = done.stream().findFirst().map(one -> one.row().document().conversation());
            MessageId id = before.orElseGet(() -> preparer.begin(where, document, wanted, words.message(document.name(), wanted)));
            Prepared prepared = preparer.run(id, bar(), pause);
            console.err().println((console.terminal() ? "\r\u001B[K" : "") + document.name() + ": " + words.outcome(prepared));
            if (wanted instanceof PreparationGoal.Table(var named) && named.isEmpty() && prepared.row().goal() instanceof PreparationGoal.Table(var found)
                    && !found.isEmpty()) {
                console.err().println(session.words().texts().get("cli.prepare.columns", document.name(), columnWords.written(found, ", ")));
            }
            switch (prepared.state()) {
                case DONE -> done.add(prepared);
                case PAUSED -> {
                    return stopped("cli.prepare.paused", done);
                }
                case GONE -> { } // there is nothing of it left to write
                case OUT_OF_REACH -> {
                    return stopped("cli.prepare.out_of_reach", done);
                }
            }
        }
        write(done);
        return 0;
    }

    private int stopped(String why, List<Prepared> done) {
        console.err().println(session.words().texts().get(why));
        write(done);
        return Commands.PARKED;
    }

    /** A terminal's line is written over; elsewhere a line stands for each tenth. */
    private Consumer<PreparationProgress> bar() {
        var tenth = new int[] {0};
        return progress -> {
            int steps = Math.max(1, progress.steps());
            if (console.terminal()) {
                int filled = WIDTH * progress.done() / steps;
                console.err().print("\r\u001B[K" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " "
                        + words.progress(progress, session.clock().getZone()));
                console.err().flush();
            } else if (progress.done() * 10 / steps > tenth[0]) {
                tenth[0] = progress.done() * 10 / steps;
                console.err().println(words.progress(progress, session.clock().getZone()));
            }
        };
    }

    private void write(List<Prepared> done) {
        switch (form) {
            case JSON -> done.forEach(prepared -> console.out().println(Json.prepared(prepared)));
            case CSV -> csv(done);
            case TEXT -> done.forEach(prepared -> console.out().println((done.size() > 1 ? "## " + prepared.row().document().name() + "\n\n" : "")
                    + prepared.text()));
        }
        console.out().flush();
    }

    /** One table of all that have the same columns, with the document in front where there are several; else one after the other. */
    private void csv(List<Prepared> done) {
        List<PreparedTable> tables = done.stream().map(prepared -> done.size() == 1 ? prepared.table().orElseThrow() : named(prepared)).toList();
        boolean alike = tables.stream().map(PreparedTable::columns).distinct().count() == 1;
        if (alike) {
            console.out().print(new PreparedTable(tables.getFirst().columns(), tables.stream().flatMap(table -> table.rows().stream()).toList()).csv());
        } else {
            tables.forEach(table -> console.out().print(table.csv()));
        }
    }

    private PreparedTable named(Prepared prepared) {
        String name = prepared.row().document().name();
        PreparedTable table = prepared.table().orElseThrow();
        return new PreparedTable(with(Column.text(session.words().texts().get("cli.column.document")), table.columns()),
                table.rows().stream().map(row -> with(name, row)).toList());
    }

    private static <T> List<T> with(T first, List<T> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
