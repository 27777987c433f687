package dev.katman.ui.usage;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.journal.FailoverRow;
import dev.katman.journal.LatencyRow;
import dev.katman.journal.LatencyRow.Percentiles;
import dev.katman.journal.UsageCell;
import dev.katman.ui.usage.ChartData.Category;
import dev.katman.ui.usage.ChartData.Form;
import dev.katman.ui.usage.ChartData.Note;
import dev.katman.ui.usage.ChartData.Series;
import dev.katman.ui.usage.ChartData.Shape;
import dev.katman.ui.usage.ChartData.Tick;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The charts by who serves and by when it is used: what went wrong, how long it took, the hours of the week, how long budgets last. */
final class ServiceCharts {
    private static final int HOURS = 24;
    private static final int WEEK = DayOfWeek.values().length * HOURS;
    private static final int HOUR_TICK = 6;
    /** How far budgets are looked ahead: a day, after which a draining one has given everything back once. */
    private static final int AHEAD = 24;
    /** Half hours, so that a budget's end is not drawn an hour off. */
    private static final int STEPS = 2;

    /** No hour's pace tells of a day after tomorrow. */
    private static final Duration FORESEEN = Duration.ofDays(2);

    private final UsageWords words;
    private final Reading reading;
    private final Measure measure;
    private final Tones tones;

    ServiceCharts(UsageWords words, Reading reading, Measure measure, Tones tones) {
        this.words = words;
        this.reading = reading;
        this.measure = measure;
        this.tones = tones;
    }

    ChartData troubles() {
        List<DeploymentId> asked = tones.inOrder().stream()
                .filter(id -> reading.cells().stream().anyMatch(cell -> cell.deployment().equals(id))).toList();
        List<Series> series = List.of(
                trouble("ui.usage.troubles.refused", 0, asked, UsageCell::refused),
                trouble("ui.usage.troubles.failed", 1, asked, UsageCell::failed),
                trouble("ui.usage.troubles.interrupted", 2, asked, UsageCell::interrupted));
        List<Note> notes = reading.failovers().stream().sorted(Comparator.comparing(FailoverRow::times).reversed())
                .map(row -> new Note(Optional.of(tones.of(row.deployment())),
                        words.text("ui.usage.troubles.failover", tones.name(row.deployment()),
                                words.count("ui.usage.times", row.times())))).toList();
        return new ChartData("troubles", Form.ROWS, words.text("ui.usage.troubles.title"), words.text("ui.usage.troubles.about"),
                words.text("ui.usage.axis.model"), Unit.REQUESTS, models(asked), List.of(), series, OptionalDouble.empty(), notes);
    }

    private Series trouble(String key, int shade, List<DeploymentId> asked, ToLongFunction<UsageCell> count) {
        List<Double> values = asked.stream().map(id -> (double) reading.cells().stream().filter(cell -> cell.deployment().equals(id))
                .mapToLong(count).sum()).toList();
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return new Series(words.text(key), words.figure(Unit.REQUESTS, sum), new Tone(Ink.TROUBLE, shade), Shape.SQUARE, values);
    }

    ChartData latencies() {
        List<LatencyRow> rows = tones.inOrder().stream().flatMap(id -> reading.latencies().stream().filter(row -> row.deployment().equals(id)))
                .toList();
        List<Category> categories = rows.stream().map(row -> {
            String name = row.router() ? words.text("ui.usage.latency.router", tones.name(row.deployment()), words.tier(Tier.ROUTER))
                    : tones.name(row.deployment());
            return new Category(name, name, Optional.of(row.router() ? Tone.of(Ink.ROUTER) : tones.of(row.deployment())));
        }).toList();
        List<Series> series = List.of(
                latency("ui.usage.latency.firstMedian", Shape.DOT, rows, row -> row.firstToken().map(Percentiles::median)),
                latency("ui.usage.latency.firstP95", Shape.RING, rows, row -> row.firstToken().map(Percentiles::p95)),
                latency("ui.usage.latency.wholeMedian", Shape.SQUARE, rows, row -> Optional.of(row.whole().median())),
                latency("ui.usage.latency.wholeP95", Shape.FRAME, rows, row -> Optional.of(row.whole().p95())));
        return new ChartData("latency", Form.MARKS, words.text("ui.usage.latency.title"), words.text("ui.usage.latency.about"),
                words.text("ui.usage.axis.model"), Unit.SECONDS, categories, List.of(), series, OptionalDouble.empty(), List.of());
    }

    private Series latency(String key, Shape shape, List<LatencyRow> rows, Function<LatencyRow, Optional<Duration>> time) {
        return new Series(words.text(key), "", Tone.of(Ink.MUTED), shape,
                rows.stream().map(row -> time.apply(row).map(t -> t.toMillis() / 1000.0).orElse(Double.NaN)).toList());
    }

    /** By the reader's clock: an hour that the clock repeats goes into the same field, one that it skips adds nothing. */
    ChartData hours() {
        var fields = new EnumMap<Tier, double[]>(Tier.class);
        reading.weeks().forEach(cell -> {
            ZonedDateTime at = words.at(cell.start());
            fields.computeIfAbsent(cell.tier(), tier -> new double[WEEK])[(at.getDayOfWeek().getValue() - 1) * HOURS + at.getHour()]
                    += measure.of(cell);
        });
        List<Category> categories = IntStream.range(0, WEEK).mapToObj(field -> {
            DayOfWeek day = DayOfWeek.of(field / HOURS + 1);
            return new Category("%d %02d:00".formatted(day.getValue(), field % HOURS), words.hourOfWeek(day, field % HOURS), Optional.empty());
        }).toList();
        Unit unit = measure == Measure.TOKENS ? Unit.TOKENS : Unit.REQUESTS;
        List<Series> series = fields.entrySet().stream().map(entry -> new Series(words.tier(entry.getKey()),
                words.brief(unit, Arrays.stream(entry.getValue()).sum()), Tone.of(Ink.of(entry.getKey())), Shape.SQUARE,
                Arrays.stream(entry.getValue()).boxed().toList())).toList();
        List<Tick> ticks = Stream.iterate(0, hour -> hour <= HOURS, hour -> hour + HOUR_TICK)
                .map(hour -> new Tick(hour, "%02d:00".formatted(hour))).toList();
        return new ChartData("hours", Form.HOURS, words.text("ui.usage.hours.title"),
                words.text(measure == Measure.TOKENS ? "ui.usage.hours.tokens" : "ui.usage.hours.requests"),
                words.text("ui.usage.axis.hour"), unit, categories, ticks, series, OptionalDouble.empty(), List.of());
    }

    ChartData budgets() {
        List<Category> categories = IntStream.rangeClosed(0, AHEAD * STEPS).mapToObj(step -> {
            var at = reading.now().plus(ahead(step));
            return new Category(words.iso(at), words.when(at, reading.now()), Optional.empty());
        }).toList();
        var series = new ArrayList<Series>();
        var notes = new ArrayList<Note>();
        for (Budget budget : reading.budgets()) {
            DeploymentId id = budget.level().deployment();
            series.add(new Series(tones.name(id), words.full(Unit.SHARE, budget.level().leftShare()), tones.of(id), Shape.DOT,
                    IntStream.rangeClosed(0, AHEAD * STEPS).mapToObj(step -> budget.leftShare(ahead(step))).toList()));
            notes.add(new Note(Optional.of(tones.of(id)), words.text("ui.usage.budgets.line", tones.name(id),
                    words.axis(budget.level().axis()), forecast(budget))));
        }
        List<Tick> ticks = Stream.iterate(0, hour -> hour <= AHEAD, hour -> hour + HOUR_TICK)
                .map(hour -> new Tick(hour * STEPS + 0.5, hour == 0 ? words.text("ui.usage.now")
                        : words.time(reading.now().plus(ahead(hour * STEPS)))))
                .toList();
        return new ChartData("budgets", Form.LINES, words.text("ui.usage.budgets.title"), words.text("ui.usage.budgets.about"),
                words.text("ui.usage.axis.time"), Unit.SHARE, categories, ticks, series, OptionalDouble.empty(), notes);
    }

    private String forecast(Budget budget) {
        return switch (budget.forecast()) {
            case Forecast.AtRest rest -> words.text("ui.usage.budgets.atRest");
            case Forecast.Empty empty -> words.text("ui.usage.budgets.empty");
            case Forecast.Never never -> words.text("ui.usage.budgets.never");
            case Forecast.RunsOut(var at) when at.isAfter(reading.now().plus(FORESEEN)) -> words.text("ui.usage.budgets.lasts");
            case Forecast.RunsOut(var at) -> words.text("ui.usage.budgets.runsOut", words.moment(at, reading.now()));
            case Forecast.StartsAfresh(var at) -> words.text("ui.usage.budgets.afresh", words.moment(at, reading.now()));
        };
    }

    private static Duration ahead(int step) {
        return Duration.ofMinutes(60L / STEPS * step);
    }

    private List<Category> models(List<DeploymentId> ids) {
        return ids.stream().map(id -> new Category(id.toString(), tones.name(id), Optional.of(tones.of(id)))).toList();
    }
}
