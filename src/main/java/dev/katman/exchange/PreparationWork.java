package dev.katman.exchange;

import dev.katman.context.TokenCounter;
import dev.katman.conversation.Column;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Fragment;
import dev.katman.exchange.PreparationForecast.Ahead;
import dev.katman.exchange.PreparePrompts.Order;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationStep;
import dev.katman.journal.Preparations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/**
 * A document's steps, those that are done and those to come. What changes is in the journal before it is here.
 *
 * <p>Not safe for use by many threads.
 */
final class PreparationWork {
    /** Of an order, beside the text. */
    private static final int SYSTEM_TOKENS = 130;
    /** Columns that are still to be proposed will likely be something like it. */
    private static final List<Column> OF_EACH_KIND = List.of(new Column("amount", Column.Kind.NUMBER), new Column("date", Column.Kind.DATE));
    private final String name;
    private final List<Fragment> fragments;
    private final PreparationGoal goal;
    private final TokenCounter counter;
    private final DoubleSupplier usual;
    private final List<PreparationStep> steps;
    /** Tokens of what a step is given, and of what it has come to: counted once, because a long document is told of many times. */
    private final Map<PreparationStep, Long> measured = new HashMap<>();
    private final Map<PreparationStep, Long> results = new HashMap<>();
    /** Tokens of what each call is told beside that. */
    private final long told;

    /**
     * @param name  of the document
     * @param usual of its cap, what an answer will likely use, until some are there to learn from
     */
    PreparationWork(String name, List<Fragment> fragments, PreparationGoal goal, List<PreparationStep> steps, TokenCounter counter,
            DoubleSupplier usual) {
        this.name = name;
        this.fragments = fragments;
        this.goal = goal;
        this.counter = counter;
        this.usual = usual;
        this.steps = new ArrayList<>(steps);
        told = SYSTEM_TOKENS + switch (goal) {
            case PreparationGoal.Summary summary -> 0;
            case PreparationGoal.Table(var columns) -> counter.measure(PreparePrompts.kinds(columns.isEmpty() ? OF_EACH_KIND : columns));
        };
    }

    /** One that has not begun. */
    static PreparationWork fresh(WholeDocument document, PreparationGoal goal, TokenCounter counter, DoubleSupplier usual) {
        return new PreparationWork(document.name(), document.fragments(), goal, Portions.of(document.fragments(), goal, counter), counter, usual);
    }

    List<PreparationStep> steps() {
        return List.copyOf(steps);
    }

    int done() {
        return (int) steps.stream().filter(step -> step.result().isPresent()).count();
    }

    int unaided() {
        return (int) steps.stream().flatMap(step -> step.madeBy().stream()).filter(Unaided::did).count();
    }

    /**
     * What is to be done next. Where a level is done and its results are more than one, the level above is begun.
     *
     * @return empty where all is done
     */
    Optional<PreparationStep> next(Preparations kept, MessageId message) {
        Optional<PreparationStep> open = steps.stream().filter(step -> step.result().isEmpty()).findFirst();
        int top = top();
        if (open.isPresent() || goal instanceof PreparationGoal.Table || level(top).size() == 1) {
            return open;
        }
        List<PreparationStep> above = Portions.above(top + 1, level(top).stream().map(this::measureResult).toList());
        kept.keep(message, above);
        steps.addAll(above);
        return Optional.of(above.getFirst());
    }

    /** A step has its result. */
    void done(PreparationStep step) {
        steps.replaceAll(one -> one.level() == step.level() && one.first() == step.first() ? step : one);
    }

    /** Whether a step can be done in two halves. */
    static boolean canSplit(PreparationStep step) {
        return step.last() > step.first();
    }

    /** A step is done in two halves, for its answer was too long. */
    void split(PreparationStep step, Preparations kept, MessageId message) {
        int middle = (step.first() + step.last()) / 2;
        List<PreparationStep> halves = List.of(PreparationStep.open(step.level(), step.first(), middle),
                PreparationStep.open(step.level(), middle + 1, step.last()));
        kept.keep(message, halves);
        steps.remove(step);
        steps.addAll(halves);
        steps.sort(Comparator.comparingInt(PreparationStep::level).thenComparingInt(PreparationStep::first));
    }

    /** What a step over the document is about. */
    List<Fragment> fragments(PreparationStep step) {
        return fragments.subList(step.first(), step.last() + 1);
    }

    /** What a step is given: of the document, or of the level below. */
    String text(PreparationStep step) {
        return step.level() == 0 ? Portions.text(fragments(step))
                : String.join("\n\n", results(step.level() - 1).subList(step.first(), step.last() + 1));
    }

    /** Whether its result is the summary of the whole. */
    boolean isLast(PreparationStep step) {
        return step.level() == top() && level(step.level()).size() == 1;
    }

    /** What the worker is asked. */
    Order order(PreparationStep step, List<Column> columns) {
        String text = text(step);
        return switch (goal) {
            case PreparationGoal.Table table -> PreparePrompts.rows(columns, under(step), text);
            case PreparationGoal.Summary summary when isLast(step) -> PreparePrompts.all(step.level() > 0, text);
            case PreparationGoal.Summary summary when step.level() > 0 -> PreparePrompts.parts(text);
            case PreparationGoal.Summary summary -> PreparePrompts.part(name, level(0).indexOf(step) + 1, level(0).size(), under(step), text);
        };
    }

    private String under(PreparationStep step) {
        return step.level() == 0 ? Portions.under(fragments(step)) : "";
    }

    /** The text of the first step, which the columns are proposed from. */
    List<Fragment> first() {
        return fragments(steps.getFirst());
    }

    /** The results of a level, in order. */
    List<String> results(int level) {
        return level(level).stream().map(step -> step.result().orElseThrow()).collect(Collectors.toList());
    }

    /** The highest level that has begun. */
    int top() {
        return steps.stream().mapToInt(PreparationStep::level).max().orElseThrow();
    }

    private List<PreparationStep> level(int level) {
        return steps.stream().filter(step -> step.level() == level).toList();
    }

    /**
     * The calls that are still to come, in order; of levels that have not begun, as many as there will be if answers are of the usual length.
     *
     * @param proposes whether the columns are still to be proposed
     */
    List<Ahead> ahead(boolean proposes) {
        var calls = new ArrayList<Ahead>();
        double share = written();
        if (proposes) {
            calls.add(ahead(measure(steps.getFirst()), PreparePrompts.COLUMNS_CAP, share));
        }
        steps.stream().filter(step -> step.result().isEmpty()).forEach(step -> calls.add(ahead(measure(step), cap(step), share)));
        if (goal instanceof PreparationGoal.Summary) {
            List<Long> below = level(top()).stream()
                    .map(step -> step.result().isPresent() ? measureResult(step) : Math.round(share * cap(step))).toList();
            while (below.size() > 1) {
                below = above(below, calls, share);
            }
        }
        return calls;
    }

    private List<Long> above(List<Long> below, List<Ahead> calls, double share) {
        List<PreparationStep> groups = Portions.above(1, below);
        var written = new ArrayList<Long>();
        for (PreparationStep group : groups) {
            long measured = below.subList(group.first(), group.last() + 1).stream().mapToLong(Long::longValue).sum();
            Ahead call = ahead(measured, groups.size() == 1 ? PreparePrompts.ALL_CAP : PreparePrompts.PARTS_CAP, share);
            calls.add(call);
            written.add(call.written());
        }
        return written;
    }

    private Ahead ahead(long measured, int cap, double share) {
        return new Ahead(told + measured, cap, Math.round(share * cap));
    }

    /** Of their caps, what answers used so far. */
    private double written() {
        return steps.stream().filter(step -> step.madeBy().filter(by -> !Unaided.did(by)).isPresent())
                .mapToDouble(step -> Math.min(1, (double) measureResult(step) / cap(step))).average().orElseGet(usual);
    }

    private long measure(PreparationStep step) {
        return measured.computeIfAbsent(open(step), key -> counter.measure(under(key) + text(key)));
    }

    private long measureResult(PreparationStep step) {
        return results.computeIfAbsent(open(step), key -> counter.measure(step.result().orElseThrow()));
    }

    private static PreparationStep open(PreparationStep step) {
        return PreparationStep.open(step.level(), step.first(), step.last());
    }

    private int cap(PreparationStep step) {
        return switch (goal) {
            case PreparationGoal.Table table -> PreparePrompts.ROWS_CAP;
            case PreparationGoal.Summary summary -> isLast(step) ? PreparePrompts.ALL_CAP : step.level() > 0 ? PreparePrompts.PARTS_CAP : PreparePrompts.PART_CAP;
        };
    }
}
