package dev.katman.pacing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Law;
import dev.katman.quota.Level;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
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
 * <p>It is told of every message that wanted the model ({@link #saw}), learns the reader's {@link Habits} from them, watches how today
 * differs ({@link Busyness}), and solves a {@link PricePlan} for the coming two days whenever what it knows has changed. Between two plans a
 * price is a look into a table. On a new machine a {@link Threshold} that needs no forecast speaks along, and falls silent as hours go by.
 *
 * <p>Safe for use by many threads. The same messages and questions give the same prices.
 */
public final class Pacer {
    /** How far {@link Quote#usualShare} looks ahead. */
    public static final Duration AHEAD = Duration.ofHours(12);

    private static final double MILLIS_AN_HOUR = 3_600_000;
    private static final Duration SLOT = Duration.ofMinutes((long) (60 * PricePlan.SLOT_HOURS));
    /** Watched hours at which the threshold and the forecast have the same say. */
    private static final double THRESHOLD_HOURS = 1.2;
    /** A plan knows lumps up to this share of the bucket. */
    private static final double LARGEST_LUMP = .25;
    /** Where less than this share of the requests is expected to be asked for in a day, only tokens are scarce. */
    private static final double IDLE = .3;
    private static final double NEW_PLAN_AFTER_DRIFT = .15;

    private final Worth worth;
    private final double[] values;
    private final int[] classOf = new int[11];
    private final Law law;
    private final ZoneId zone;
    private final Habits habits;
    private final Busyness busyness = new Busyness();
    private final Map<Axis, Plan> plans = new EnumMap<>(Axis.class);
    private double[][][] rates;
    /** The budget from which a new reader's appetite is guessed; 0 before it is known. */
    private double guess;
    private Instant first;
    private Instant watched;

    /**
     * @param plan  empty where the axis can hardly become scarce
     * @param limit it was solved for
     * @param drift it was solved with
     */
    private record Plan(Optional<PricePlan> plan, double limit, Instant solved, double drift) {
    }

    /**
     * @param worth what a token is worth, by difficulty
     * @param law   how the model's budget comes back
     * @param zone  the reader's, in which there are mornings and evenings
     */
    public Pacer(Worth worth, Law law, ZoneId zone) {
        this.worth = worth;
        this.law = law;
        this.zone = zone;
        values = worth.classes();
        for (int d = 1; d <= 10; d++) {
            classOf[d] = Arrays.binarySearch(values, worth.of(d));
        }
        habits = new Habits(zone, values.length);
    }

    /** Somebody wanted the model. What is worth nothing, or older than what was told before, is counted as of now or not at all. */
    public synchronized void saw(Demand demand) {
        if (classOf[demand.difficulty()] < 0) {
            return;
        }
        watch(demand.at());
        busyness.saw(demand.tokens(), habits.size());
        habits.saw(watched, classOf[demand.difficulty()], demand.tokens());
    }

    /**
     * What the model costs now, and what it is worth for a message.
     *
     * @param tokens that the message would take
     * @param daily  the model's levels; only those a day matter
     */
    public synchronized Quote quote(int difficulty, long tokens, List<Level> daily, Instant now) {
        watch(now);
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

    /** A price a token; of requests too, so that the two can be compared. */
    private double price(Level level, long tokens) {
        Plan plan = plan(level);
        double left = 1 - (double) level.used() / level.limit();
        boolean requests = level.axis().countsRequests();
        double need = (double) (requests ? 1 : tokens) / level.limit();
        double price = plan.plan().map(p -> p.price(hours(watched), left, need, busyness.belief())).orElse(0.);
        double known = Duration.between(first, watched).toMillis() / MILLIS_AN_HOUR;
        double forecast = known / (known + THRESHOLD_HOURS);
        if (values.length > 0 && plan.plan().isPresent()) {
            double spent = 1 - left + need / 2;
            price = forecast * price + (1 - forecast) * Threshold.price(spent, values[0], values[values.length - 1]);
        }
        return requests ? price * habits.meanSize() / Math.max(1, tokens) : price;
    }

    /** The coming day, as far as it can be expected. */
    public synchronized Outlook outlook(Level day, Instant now) {
        watch(now);
        Plan plan = plan(day);
        double limit = limitInTokens(day);
        double[][] arrivals = arrivals(limit);
        PricePlan.Refill[] refills = refills();
        double factor = busyness.mean();
        double planned = 1 - (double) day.used() / day.limit();
        double unpaced = planned;
        var plannedAtHours = new ArrayList<Double>(List.of(Math.clamp(planned, 0, 1)));
        var unpacedAtHours = new ArrayList<Double>(List.of(Math.clamp(unpaced, 0, 1)));
        Optional<Duration> dryIn = Optional.empty();
        for (int slot = 0; slot < PricePlan.CELLS; slot++) {
            double at = hours(watched) + slot * PricePlan.SLOT_HOURS;
            double towardsUsual = 1 + (factor - 1) * Math.exp(-slot * PricePlan.SLOT_HOURS / 12);
            for (int k = values.length - 1; k >= 0; k--) {
                double asked = towardsUsual * arrivals[slot][k];
                unpaced -= asked;
                double left = planned;
                double value = values[k];
                if (plan.plan().map(p -> p.price(at, left, 0, busyness.belief()) <= value).orElse(true)) {
                    planned = Math.max(0, planned - asked);
                }
            }
            if (unpaced <= 0 && dryIn.isEmpty()) {
                dryIn = Optional.of(Duration.ofMinutes(Math.round(slot * PricePlan.SLOT_HOURS * 60)));
            }
            planned = refilled(refills[slot], planned);
            unpaced = refilled(refills[slot], Math.max(0, unpaced));
            if ((slot + 1) % 4 == 0) {
                plannedAtHours.add(planned);
                unpacedAtHours.add(unpaced);
            }
        }
        double price = price(day, Math.round(habits.meanSize()));
        return new Outlook(knowsADay(), plannedAtHours, unpacedAtHours, dryIn, price);
    }

    private static double refilled(PricePlan.Refill refill, double left) {
        return switch (refill) {
            case CELL -> Math.min(1, left + 1.0 / PricePlan.CELLS);
            case NOTHING -> left;
            case ALL -> 1;
        };
    }

    private boolean knowsADay() {
        return Duration.between(first, watched).compareTo(Duration.ofDays(1)) >= 0;
    }

    /** What is worth more than that usually asks for in the next hours, as a share of the budget. */
    private OptionalDouble usual(double value, double limit) {
        if (!knowsADay()) {
            return OptionalDouble.empty();
        }
        double[][] arrivals = arrivals(limit);
        double sum = 0;
        for (int slot = 0; slot < AHEAD.toMinutes() / (60 * PricePlan.SLOT_HOURS); slot++) {
            for (int k = 0; k < values.length; k++) {
                sum += values[k] > value ? arrivals[slot][k] : 0;
            }
        }
        return OptionalDouble.of(sum);
    }

    /** Time goes by, slot by slot; a clock that goes back stands still. */
    private void watch(Instant now) {
        if (first == null) {
            first = now;
            watched = now;
            habits.advance(now);
            learn();
        }
        while (watched.isBefore(now)) {
            long slot = SLOT.toMillis();
            Instant end = Instant.ofEpochMilli(Math.floorDiv(watched.toEpochMilli(), slot) * slot + slot);
            Instant next = end.isBefore(now) ? end : now;
            ZonedDateTime local = watched.atZone(zone);
            double[] expected = rates[habits.kindAt(local)][local.getHour()];
            busyness.pass(Duration.between(watched, next).toMillis() / MILLIS_AN_HOUR, Arrays.stream(expected).sum(), habits.size());
            watched = next;
            habits.advance(watched);
            if (watched.toEpochMilli() % (long) MILLIS_AN_HOUR == 0) {
                busyness.closeHour();
                learn();
            }
        }
    }

    private void learn() {
        rates = habits.tokensAnHour(guess);
    }

    /** The plan of that axis, made anew where what it rests on has changed. */
    private Plan plan(Level level) {
        double limit = limitInTokens(level);
        guess = Math.max(guess, limit);
        Plan plan = plans.get(level.axis());
        if (plan == null || isStale(plan, level.limit())) {
            learn();
            double[][] arrivals = arrivals(limit);
            boolean scarce = !level.axis().countsRequests() || askedInADay(arrivals) >= IDLE;
            double lump = Math.min(LARGEST_LUMP, busyness.lump(habits.size()) / limit);
            plan = new Plan(scarce ? Optional.of(PricePlan.solve(hours(watched), arrivals, values, lump, refills())) : Optional.empty(),
                    level.limit(), watched, busyness.drift(habits.size()));
            plans.put(level.axis(), plan);
        }
        return plan;
    }

    private boolean isStale(Plan plan, long limit) {
        Duration known = Duration.between(first, watched);
        Duration holds = known.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofMinutes(15)
                : known.compareTo(Duration.ofDays(3)) < 0 ? Duration.ofHours(1) : Duration.ofHours(6);
        return plan.limit() != limit || Duration.between(plan.solved(), watched).compareTo(holds) >= 0
                || Math.abs(Math.log(busyness.drift(habits.size()) / plan.drift())) > NEW_PLAN_AFTER_DRIFT;
    }

    private static double askedInADay(double[][] arrivals) {
        double sum = 0;
        for (int slot = 0; slot < PricePlan.CELLS; slot++) {
            sum += Arrays.stream(arrivals[slot]).sum();
        }
        return sum;
    }

    /** A request counts as many tokens as a message has in the mean. */
    private double limitInTokens(Level level) {
        return level.axis().countsRequests() ? level.limit() * habits.meanSize() : level.limit();
    }

    /** For each slot of a plan and each class, the share of the budget to expect. */
    private double[][] arrivals(double limit) {
        var arrivals = new double[PricePlan.SLOTS][values.length];
        double scale = busyness.drift(habits.size()) * PricePlan.SLOT_HOURS / limit;
        for (int slot = 0; slot < PricePlan.SLOTS; slot++) {
            ZonedDateTime local = slotStart(slot).plus(SLOT.dividedBy(2)).atZone(zone);
            double[] expected = rates[habits.kindAt(local)][local.getHour()];
            for (int k = 0; k < values.length; k++) {
                arrivals[slot][k] = expected[k] * scale;
            }
        }
        return arrivals;
    }

    private PricePlan.Refill[] refills() {
        var refills = new PricePlan.Refill[PricePlan.SLOTS];
        for (int slot = 0; slot < PricePlan.SLOTS; slot++) {
            refills[slot] = switch (law) {
                case Law.Draining draining -> PricePlan.Refill.CELL;
                case Law.Calendar(var there, var time) -> {
                    ZonedDateTime start = slotStart(slot).atZone(there);
                    ZonedDateTime end = slotStart(slot + 1).atZone(there);
                    Instant reset = LocalDate.from(end).atTime(time).atZone(there).toInstant();
                    yield reset.isAfter(start.toInstant()) && !reset.isAfter(end.toInstant()) ? PricePlan.Refill.ALL
                            : PricePlan.Refill.NOTHING;
                }
            };
        }
        return refills;
    }

    private Instant slotStart(int slot) {
        return watched.plus(SLOT.multipliedBy(slot));
    }

    private static double hours(Instant at) {
        return at.toEpochMilli() / MILLIS_AN_HOUR;
    }
}
