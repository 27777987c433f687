package dev.katman.cli;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Mode;
import dev.katman.settings.Texts;
import dev.katman.simulation.Shape;
import dev.katman.simulation.Simulation;
import dev.katman.words.Words;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs a trace through the pacer and tells what the deep brain took. */
final class Simulate {
    private static final List<Axis> AXES = List.of(Axis.TPD, Axis.TPM, Axis.RPD, Axis.RPM);

    private final Console console;
    private final Texts texts;

    Simulate(Console console, Texts texts) {
        this.console = console;
        this.texts = texts;
    }

    /** What a run came to. */
    private static final class Totals {
        private int messages;
        private long tokens;
        private long deepTokens;
        private double value;
        private final Map<Simulation.Fate, Integer> fates = new EnumMap<>(Simulation.Fate.class);
        private final Map<Integer, Double> byDifficulty = new TreeMap<>();

        void add(Simulation.Step step) {
            messages++;
            tokens += step.demand().tokens();
            fates.merge(step.fate(), 1, Integer::sum);
            if (step.deep()) {
                deepTokens += step.demand().tokens();
                double gained = step.quote().value() * step.demand().tokens();
                value += gained;
                byDifficulty.merge(step.demand().difficulty(), gained, Double::sum);
            }
        }

        int of(Simulation.Fate fate) {
            return fates.getOrDefault(fate, 0);
        }
    }

    /** @param best what somebody who knew the whole trace could have had; empty where that is not known */
    int run(Simulation simulation, List<TraceInput> trace, Mode mode, OptionalDouble best, boolean json) {
        var totals = new Totals();
        var out = new PrintWriter(console.out(), false);
        for (TraceInput message : trace) {
            Simulation.Step step = simulation.next(message.demand());
            totals.add(step);
            if (json) {
                out.println(Json.step(message.at(), step));
            }
        }
        if (json) {
            out.println(Json.totals(mode, totals.messages, totals.tokens, totals.of(Simulation.Fate.DEEP), totals.deepTokens, totals.value,
                    totals.byDifficulty, best, totals.of(Simulation.Fate.EMERGENCY), totals.of(Simulation.Fate.WORKER),
                    totals.of(Simulation.Fate.NO_ROOM)));
        } else {
            tell(totals, best, out);
        }
        out.flush();
        return 0;
    }

    private void tell(Totals totals, OptionalDouble best, PrintWriter out) {
        var words = new Words(texts);
        out.println(texts.get("cli.simulate.messages", totals.messages, words.tokens(totals.tokens)));
        out.println(texts.get("cli.simulate.deep", totals.of(Simulation.Fate.DEEP), words.tokens(totals.deepTokens)));
        out.println(texts.get("cli.simulate.others", totals.of(Simulation.Fate.EMERGENCY), totals.of(Simulation.Fate.WORKER),
                totals.of(Simulation.Fate.NO_ROOM)));
        out.println(texts.get("cli.simulate.value", Math.round(totals.value)));
        best.ifPresent(most -> out.println(texts.get("cli.simulate.best", words.percent(most == 0 ? 1 : totals.value / most))));
        totals.byDifficulty.forEach((difficulty, value) ->
                out.println(texts.get("cli.simulate.of_difficulty", difficulty, Math.round(value))));
    }

    /** @throws Refusal naming what is known, if it is not one of them */
    Shape shape(String name) throws Refusal {
        return Arrays.stream(Shape.values()).filter(shape -> shape.written().equals(name)).findFirst()
                .orElseThrow(() -> new Refusal(Commands.WRONG_USE, texts.get("cli.simulate.bad_shape", name,
                        Arrays.stream(Shape.values()).map(Shape::written).collect(Collectors.joining(", ")))));
    }

    Mode mode(String name) throws Refusal {
        return Arrays.stream(Mode.values()).filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> new Refusal(Commands.WRONG_USE, texts.get("cli.simulate.bad_policy", name)));
    }

    /** {@code tpd=200000,rpm=30}; an axis that is not named is not limited. */
    Limits limits(String written) throws Refusal {
        var limits = new EnumMap<Axis, Long>(Axis.class);
        for (String part : written.split(",", -1)) {
            String[] sides = part.split("=", -1);
            Axis axis = AXES.stream().filter(a -> a.name().equals(sides[0].strip().toUpperCase(Locale.ROOT))).findFirst().orElse(null);
            if (sides.length != 2 || axis == null || !sides[1].strip().matches("[1-9][0-9]{0,9}")
                    || Long.parseLong(sides[1].strip()) > Limits.MOST || limits.put(axis, Long.parseLong(sides[1].strip())) != null) {
                throw new Refusal(Commands.WRONG_USE, texts.get("cli.simulate.bad_limits", part));
            }
        }
        return new Limits(limits);
    }
}
