package dev.katman.pacing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Law;
import dev.katman.catalog.Limits;
import dev.katman.quota.Level;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Prices the day of one scarce model: what a token of it is worth now, from what is left, what refills, and what is likely still to come.
 * Value and price share one scale, 0 to 1.
 *
 * <p>It is told of every message that wanted the model ({@link #saw}), makes a {@link Forecast} of them, and solves a {@link PricePlan} for
 * the coming two days whenever what it knows has changed. Between two plans a price is a look into a table. On a new machine a
 * {@link Threshold} that needs no forecast speaks along, and falls silent as hours go by.
 *
 * <p>Safe for use by many threads. The same messages and questions give the same prices.
 */
public final class Pacer {
    /** How far {@link Quote#usualShare} looks ahead. */
    public static final Duration AHEAD = Duration.ofHours(12);

    private static final Duration A_DAY = Duration.ofDays(1);
    /** Watched hours at which the threshold and the forecast have the same say. */
    private static final double THRESHOLD_HOURS = 1.2;
    /** A plan knows lumps up to this share of the bucket. */
    private static final double LARGEST_LUMP = .25;
    /** Where less than this share of the requests is expected to be asked for in a day, only tokens are scarce. */
    private static final double IDLE = .3;
    private static final double NEW_PLAN_AFTER_DRIFT = .15;

    private final Worth worth;
    private final double[] values;
    private final Law law;
    /** Of a message that the model can ever admit; a larger one never competes for it. */
    private final long mostTokens;
    private final Forecast forecast;
    private final Map<Axis, Plan> plans = new EnumMap<>(Axis.class);

    /**
     * @param plan  empty where the axis can hardly become scarce
     * @param limit it was solved for
     * @param drift it was solved with
     */
    private record Plan(Optional<PricePlan> plan, double limit, Instant solved, double drift) {
    }

    /**
     * @param worth  what a token is worth, by difficulty
     * @param law    how the model's budget comes back
     * @param limits of the model
     * @param zone   the reader's, in which there are mornings and evenings
     */
    public Pacer(Worth worth, Law law, Limits limits, ZoneId zone) {
        this.worth = worth;
        this.law = law;
        mostTokens = limits.mostTokensAtOnce();
        values = worth.classes();
        forecast = new Forecast(zone, values.length, limits);
    }

    /**
     * Somebody wanted the model. What is worth nothing, or never fits, does not count; what is older than what was told before counts as of
     * now.
     */
    public synchronized void saw(Demand demand) {
        double value = worth.of(demand.difficulty());
        if (value > 0 && demand.tokens() <= mostTokens) {
            forecast.watch(demand.at());
            forecast.saw(Arrays.binarySearch(values, value), demand.tokens());
        }
    }

    /**
     * What the model costs now, and what it is worth for a message.
     *
     * @param tokens that the message would take
     * @param daily  the model's levels; only those a day matter
     */
    public synchronized Quote quote(int difficulty, long tokens, List<Level> daily, Instant now) {
        forecast.watch(now);
        double price = 0;
        double left = 1;
        double limit = 0;
        for (Level level : daily) {
            if (!level.axis().isDaily()) {
                continue;
            }
            price = Math.max(price, price(level, tokens));
            if (limit == 0 || level.axis() == Axis.TPD) {
                left = level.leftShare();
                limit = limitInTokens(level);
            }
        }
        double value = worth.of(difficulty);
        return new Quote(price, value, left, limit > 0 ? usual(value, limit) : OptionalDouble.empty());
    }

    /** The coming day, as far as it can be expected. */
    public synchronized Outlook outlook(Level day, Instant now) {
        forecast.watch(now);
        Plan plan = plan(day);
        var projection = new Projection(1 - (double) day.used() / day.limit());
        double[][] arrivals = arrivals(limitInTokens(day));
        PricePlan.Refill[] refills = refills();
        for (int slot = 0; slot < PricePlan.CELLS; slot++) {
            double at = forecast.hours() + slot * PricePlan.SLOT_HOURS;
            double factor = forecast.factorIn(slot * PricePlan.SLOT_HOURS);
            for (int k = values.length - 1; k >= 0; k--) {
                double value = values[k];
                projection.ask(factor * arrivals[slot][k],
                        left -> plan.plan().map(p -> p.price(at, left, 0, forecast.belief()) <= value).orElse(true));
            }
            projection.closeSlot(slot, refills[slot]);
        }
        return projection.outlook(knowsADay(), price(day, Math.round(forecast.meanSize())));
    }

    /** A price a token; of requests too, so that the two can be compared. */
    private double price(Level level, long tokens) {
        Plan plan = plan(level);
        double left = 1 - (double) level.used() / level.limit();
        boolean requests = level.axis().countsRequests();
        double need = (double) (requests ? 1 : tokens) / level.limit();
        double price = plan.plan().map(p -> p.price(forecast.hours(), left, need, forecast.belief())).orElse(0.);
        if (values.length > 0 && plan.plan().isPresent()) {
            double known = forecast.known().toMillis() / 3_600_000.0;
            double trust = known / (known + THRESHOLD_HOURS);
            double spent = 1 - left + need / 2;
            price = trust * price + (1 - trust) * Threshold.price(spent, values[0], values[values.length - 1]);
        }
        return requests ? Math.min(1, price * forecast.meanSize() / Math.max(1, tokens)) : price;
    }

    private boolean knowsADay() {
        return forecast.known().compareTo(A_DAY) >= 0;
    }

    /** What is worth more than that will likely ask for in the next hours, as a share of the budget. */
    private OptionalDouble usual(double value, double limit) {
        if (!knowsADay()) {
            return OptionalDouble.empty();
        }
        int harder = 0;
        while (harder < values.length && values[harder] <= value) {
            harder++;
        }
        return OptionalDouble.of(forecast.arrivals(harder, (int) AHEAD.toHours()) / limit);
    }

    /** The plan of that axis, made anew where what it rests on has changed. */
    private Plan plan(Level level) {
        double limit = limitInTokens(level);
        Plan plan = plans.get(level.axis());
        if (plan == null || isStale(plan, level.limit())) {
            forecast.learn();
            double[][] arrivals = arrivals(limit);
            boolean scarce = !level.axis().countsRequests() || askedInADay(arrivals) >= IDLE;
            double lump = Math.min(LARGEST_LUMP, forecast.lump() / limit);
            plan = new Plan(scarce ? Optional.of(PricePlan.solve(forecast.hours(), arrivals, values, lump, refills())) : Optional.empty(),
                    level.limit(), forecast.now(), forecast.drift());
            plans.put(level.axis(), plan);
        }
        return plan;
    }

    private boolean isStale(Plan plan, long limit) {
        Duration known = forecast.known();
        Duration holds = known.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofMinutes(15)
                : known.compareTo(Duration.ofDays(3)) < 0 ? Duration.ofHours(1) : Duration.ofHours(6);
        return plan.limit() != limit || Duration.between(plan.solved(), forecast.now()).compareTo(holds) >= 0
                || Math.abs(Math.log(forecast.drift() / plan.drift())) > NEW_PLAN_AFTER_DRIFT;
    }

    private static double askedInADay(double[][] arrivals) {
        return Arrays.stream(arrivals, 0, PricePlan.CELLS).mapToDouble(slot -> Arrays.stream(slot).sum()).sum();
    }

    /** A request counts as many tokens as a message has in the mean. */
    private double limitInTokens(Level level) {
        return level.axis().countsRequests() ? level.limit() * forecast.meanSize() : level.limit();
    }

    /** For each slot of a plan and each class, the share of the budget to expect. */
    private double[][] arrivals(double limit) {
        double[][] arrivals = forecast.arrivals();
        for (double[] slot : arrivals) {
            for (int k = 0; k < slot.length; k++) {
                slot[k] /= limit;
            }
        }
        return arrivals;
    }

    private PricePlan.Refill[] refills() {
        var refills = new PricePlan.Refill[PricePlan.SLOTS];
        for (int slot = 0; slot < PricePlan.SLOTS; slot++) {
            refills[slot] = PricePlan.Refill.of(law, forecast.slotStart(slot), forecast.slotStart(slot + 1));
        }
        return refills;
    }
}
