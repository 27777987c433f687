package dev.katman.exchange;

import dev.katman.context.TokenCounter;
import dev.katman.documents.Fragment;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationStep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Parts a document into what the worker takes at one time: so little that with prompt and answer it is within every worker's minute. */
final class Portions {
    /** Tokens of o200k. With a summary, or the thinking before one, it is still within the 6 000 a minute of the narrowest backup. */
    static final long TO_SUMMARISE = 2_400;
    /** A table can be as long as what it is drawn from. */
    static final long TO_TABULATE = 1_200;

    private Portions() {
    }

    /** The steps over a document, in its order; at least one. */
    static List<PreparationStep> of(List<Fragment> fragments, PreparationGoal goal, TokenCounter counter) {
        return stretches(0, fragments.size(), most(goal), place -> counter.measure(fragments.get((int) place).text()));
    }

    /** The steps over results of the level below, which have so many tokens each. */
    static List<PreparationStep> above(int level, List<Long> tokens) {
        return stretches(level, tokens.size(), TO_SUMMARISE, place -> tokens.get((int) place));
    }

    private static long most(PreparationGoal goal) {
        return switch (goal) {
            case PreparationGoal.Summary summary -> TO_SUMMARISE;
            case PreparationGoal.Table table -> TO_TABULATE;
        };
    }

    private static List<PreparationStep> stretches(int level, int count, long most, LongUnaryOperator tokens) {
        var steps = new ArrayList<PreparationStep>();
        int first = 0;
        long sum = 0;
        for (int place = 0; place < count; place++) {
            long more = tokens.applyAsLong(place);
            if (place > first && sum + more > most && !lonely(level, place - first)) {
                steps.add(PreparationStep.open(level, first, place - 1));
                first = place;
                sum = 0;
            }
            sum += more;
        }
        steps.add(PreparationStep.open(level, first, count - 1));
        return steps;
    }

    /** One result alone is summed up already; only with another does a level get shorter. */
    private static boolean lonely(int level, int gathered) {
        return level > 0 && gathered < 2;
    }

    /** What a step over the document says to the worker: the text, and within it the columns of a further table, which no text says. */
    static String text(List<Fragment> fragments) {
        var text = new StringBuilder();
        String heading = fragments.getFirst().place().heading();
        for (Fragment fragment : fragments) {
            String now = fragment.place().heading();
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            if (!now.equals(heading) && !fragment.text().startsWith(lastOf(now)) && text.indexOf(lastOf(now)) < 0) {
                text.append(now).append("\n\n");
            }
            heading = now;
            text.append(fragment.text());
        }
        return text.toString();
    }

    /**
     * What the text of a step stands under, where it does not open with it itself. It is no part of the text: what it tells of is told with the
     * piece that it stands in.
     *
     * @return empty where there is nothing to say
     */
    static String under(List<Fragment> fragments) {
        Fragment first = fragments.getFirst();
        return first.text().startsWith(lastOf(first.place().heading())) ? "" : first.place().heading();
    }

    /** Of nested headings the innermost, which a fragment often opens with. */
    private static String lastOf(String heading) {
        int at = heading.lastIndexOf(" › ");
        return at < 0 ? heading : heading.substring(at + 3);
    }
}
