package dev.katman.ui.usage;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.journal.SavedCell;
import dev.katman.journal.UsageCell;
import dev.katman.ui.usage.ChartData.Category;
import dev.katman.ui.usage.ChartData.Form;
import dev.katman.ui.usage.ChartData.Note;
import dev.katman.ui.usage.ChartData.Series;
import dev.katman.ui.usage.ChartData.Shape;
import dev.katman.ui.usage.ChartData.Tick;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The charts over the bins of the span: by model, by tier, the router's share, and what dear models were spared. */
final class TimeCharts {
    private static final int HOUR_TICK = 10;
    private static final int DAY_TICK = 4;
    /** Where a day ends it is not yet the next one's first hour. */
    private static final String END_OF_DAY = "24:00";
    private static final int MONTH_TICK = 5;

    private final UsageWords words;
    private final Reading reading;
    private final Measure measure;
    private final UsageSpan span;

    TimeCharts(UsageWords words, Reading reading, Measure measure) {
        this.words = words;
        this.reading = reading;
        this.measure = measure;
        span = reading.span();
    }

    ChartData byModel(Tones tones) {
        var series = new ArrayList<Series>();
        for (DeploymentId id : tones.inOrder()) {
            double[] bins = bins(cell -> cell.deployment().equals(id));
            if (Arrays.stream(bins).sum() > 0) {
                series.add(area(tones.name(id), words.brief(unit(), Arrays.stream(bins).sum()), tones.of(id), bins));
            }
        }
        return chart("models", Form.STACK, measure == Measure.TOKENS ? "ui.usage.models.tokens" : "ui.usage.models.requests", "", unit(),
                series, List.of());
    }

    ChartData byTier() {
        double whole = reading.cells().stream().mapToLong(measure::of).sum();
        var series = new ArrayList<Series>();
        for (Tier tier : Tier.values()) {
            double[] bins = bins(cell -> cell.tier() == tier);
            double sum = Arrays.stream(bins).sum();
            if (sum > 0) {
                series.add(area(words.tier(tier), words.full(Unit.SHARE, sum / whole), Tone.of(Ink.of(tier)), bins));
            }
        }
        return chart("tiers", Form.STACK, measure == Measure.TOKENS ? "ui.usage.tiers.tokens" : "ui.usage.tiers.requests", "", unit(),
                series, List.of());
    }

    /** Where nothing was asked, the router has no share, which is not a share of nothing. */
    ChartData routerShare() {
        double[] router = bins(cell -> cell.tier() == Tier.ROUTER);
        double[] all = bins(cell -> true);
        double[] share = IntStream.range(0, span.bins()).mapToDouble(bin -> all[bin] == 0 ? Double.NaN : router[bin] / all[bin]).toArray();
        double whole = Arrays.stream(all).sum();
        List<Series> series = whole == 0 ? List.of() : List.of(area(words.tier(Tier.ROUTER),
                words.full(Unit.SHARE, Arrays.stream(router).sum() / whole), Tone.of(Ink.ROUTER), share));
        return chart("router-share", Form.LINES, measure == Measure.TOKENS ? "ui.usage.router.tokens" : "ui.usage.router.requests",
                words.text("ui.usage.router.about"), Unit.SHARE, series, List.of());
    }

    /** Always in tokens: they are what the deep model's day is made of. */
    ChartData deep() {
        Optional<AlwaysDeep.Estimate> found = reading.deep();
        if (found.isEmpty()) {
            return chart("always-deep", Form.STACK, "ui.usage.deep.title", words.text("ui.usage.deep.nobody"), Unit.TOKENS, List.of(),
                    List.of());
        }
        AlwaysDeep.Estimate deep = found.get();
        var series = List.of(deepSeries("ui.usage.deep.own", 0, deep.own()), deepSeries("ui.usage.deep.others", 1, deep.others()));
        return chart("always-deep", Form.STACK, "ui.usage.deep.title", words.text("ui.usage.deep.about", deep.deep().model()), Unit.TOKENS,
                series, List.of(new Note(Optional.empty(), dry(deep))));
    }

    private Series deepSeries(String key, int shade, List<Long> bins) {
        double[] values = bins.stream().mapToDouble(Long::doubleValue).toArray();
        return area(words.text(key), words.brief(Unit.TOKENS, Arrays.stream(values).sum()), new Tone(Ink.DEEP, shade), values);
    }

    /** "Its day would have run dry at 15:02", "on 3 days", or that it would have held. */
    private String dry(AlwaysDeep.Estimate deep) {
        if (deep.firstDry().isEmpty()) {
            return words.text("ui.usage.deep.held");
        }
        return switch (span.kind()) {
            case HOUR, DAY -> words.text("ui.usage.deep.dryAt", words.time(deep.firstDry().get()));
            case WEEK, MONTH -> words.count("ui.usage.deep.dryDays", deep.dryDays());
        };
    }

    /** Always in tokens too. What the worker spent hangs below, so that both together are what was saved. */
    ChartData spared() {
        double[] unsent = new double[span.bins()];
        double[] paid = new double[span.bins()];
        reading.saved().forEach(cell -> span.bin(cell.start()).ifPresent(bin -> {
            unsent[bin] += cell.unsent();
            paid[bin] -= cell.paid();
        }));
        if (reading.saved().isEmpty()) {
            return chart("spared", Form.STACK, "ui.usage.spared.title", words.text("ui.usage.spared.nothing"), Unit.TOKENS, List.of(), List.of());
        }
        long saved = reading.saved().stream().mapToLong(SavedCell::saved).sum();
        String came = saved >= 0 ? words.text("ui.usage.spared.saved", words.full(Unit.TOKENS, saved))
                : words.text("ui.usage.spared.ahead", words.full(Unit.TOKENS, -saved));
        return chart("spared", Form.STACK, "ui.usage.spared.title", words.text("ui.usage.spared.about"), Unit.TOKENS,
                List.of(spared("ui.usage.spared.paid", Ink.WORKER, paid), spared("ui.usage.spared.unsent", Ink.HEAT, unsent)),
                List.of(new Note(Optional.empty(), came)));
    }

    private Series spared(String key, Ink ink, double[] bins) {
        return area(words.text(key), words.brief(Unit.TOKENS, Math.abs(Arrays.stream(bins).sum())), Tone.of(ink), bins);
    }

    private Unit unit() {
        return measure == Measure.TOKENS ? Unit.TOKENS : Unit.REQUESTS;
    }

    private double[] bins(Predicate<UsageCell> which) {
        var bins = new double[span.bins()];
        reading.cells().stream().filter(which).forEach(cell -> span.bin(cell.start()).ifPresent(bin -> bins[bin] += measure.of(cell)));
        return bins;
    }

    private static Series area(String name, String detail, Tone tone, double[] values) {
        return new Series(name, detail, tone, Shape.SQUARE, Arrays.stream(values).boxed().toList());
    }

    private ChartData chart(String id, Form form, String title, String about, Unit unit, List<Series> series, List<Note> notes) {
        List<Category> categories = IntStream.range(0, span.bins())
                .mapToObj(bin -> new Category(words.iso(span.start(bin)), words.bin(span, bin), Optional.empty())).toList();
        return new ChartData(id, form, words.text(title), about, words.text("ui.usage.axis.time"), unit, categories, ticks(), series, now(),
                notes);
    }

    private OptionalDouble now() {
        var bin = span.bin(reading.now());
        if (bin.isEmpty() || span.kind() == UsageSpan.Kind.HOUR) {
            return OptionalDouble.empty();
        }
        double length = Duration.between(span.start(bin.getAsInt()), span.end(bin.getAsInt())).toMillis();
        return OptionalDouble.of(bin.getAsInt() + Duration.between(span.start(bin.getAsInt()), reading.now()).toMillis() / length);
    }

    private List<Tick> ticks() {
        return switch (span.kind()) {
            case HOUR -> every(HOUR_TICK, 0, bin -> words.time(span.edges().get(bin)));
            case DAY -> every(DAY_TICK, 0, bin -> bin == span.bins() ? END_OF_DAY : words.time(span.edges().get(bin)));
            case WEEK -> every(DAY_TICK, 2, bin -> words.weekdayTick(span.edges().get(bin))).subList(0, 7);
            case MONTH -> every(MONTH_TICK, 0.5, bin -> String.valueOf(words.at(span.edges().get(bin)).getDayOfMonth()))
                    .stream().filter(tick -> tick.at() < span.bins()).toList();
        };
    }

    /** The end has one too, where the step meets it. */
    private List<Tick> every(int step, double shift, IntFunction<String> text) {
        var ticks = new ArrayList<Tick>();
        for (int bin = 0; bin <= span.bins(); bin += step) {
            ticks.add(new Tick(bin + shift, text.apply(bin)));
        }
        return Collections.unmodifiableList(ticks);
    }
}
