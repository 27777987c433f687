package dev.katman.classify;

import dev.katman.classify.TrainedJudge.Look;
import dev.katman.conversation.Message;

import java.util.List;

/**
 * The trained judge, and what it has learned here. Two thin layers lie on top of the trained weights: one moves the verdict of messages
 * like those it was taught about, the other its confidence in them. Each is a logistic regression that learns one lesson at a time
 * (normalised gradient steps); the second learns only from how the verdict fared <em>before</em> the lesson, so it cannot praise itself
 * for what it has just been told. Words that every message has carry little of a lesson, so other kinds of message stay as they were.
 *
 * <p>The same lessons in the same order leave the same judge. What is learned takes 160 KB, however many lessons there are. Safe for use
 * by many threads: whoever judges reads the last finished lesson and never waits.
 */
public final class AdaptiveJudge implements LocalJudge, Pupil {
    private static final int SLOTS = 1 << 13;

    /** How far one lesson moves the logits of its own message, for an error of 1. */
    private static final double STEP = 0.5;
    private static final double TRUST_STEP = 1;

    /** A reader's lesson is repeated until its band is this likely, but not for ever. */
    private static final double TAUGHT = 0.8;
    private static final int REPEATS = 12;

    /** No single feature may decide, and no amount of agreement makes the judge surer than this many logits more. */
    private static final float MOST_WEIGHT = 3;
    private static final double MOST_TRUST = 3;

    /** A feature that this share of all messages has carries nothing of a lesson; one a hundred times rarer carries all. */
    private static final double COMMON = 0.03;
    private static final double RARE = 0.0003;

    /** Below this norm a message is made of common features only, and must not be blown up. */
    private static final double LEAST_NORM = 1;

    /** The part of a lesson about confidence that goes to all messages of its kind, beside those with its words. */
    private static final double KIND = 0.6;

    private final TrainedJudge base;
    private volatile Learned learned = Learned.NOTHING;

    /** Never changed once it can be seen. */
    private record Learned(float[] bands, float[] trust) {
        static final Learned NOTHING = new Learned(new float[Band.COUNT * SLOTS], new float[SLOTS]);

        Learned copy() {
            return new Learned(bands.clone(), trust.clone());
        }
    }

    /** A message's features, as lessons see them. */
    private record Traits(int[] at, float[] value, double norm) {
    }

    /** A message as it is judged now. */
    private record View(Look look, Traits traits, double[] bands, int[] kinds, double trust) {
    }

    public AdaptiveJudge(TrainedJudge base) {
        this.base = base;
    }

    @Override
    public Assessment judge(String message, List<Message> before) {
        long start = System.nanoTime();
        var view = view(base.look(message, before), learned);
        return view.look.assessment(view.bands, Confidence.logistic(view.trust), start);
    }

    @Override
    public double sureAt() {
        return base.sureAt();
    }

    @Override
    public synchronized void learn(String message, List<Message> before, Verdict verdict, Teacher teacher) {
        var target = Band.of(verdict.type(), verdict.difficulty());
        var look = base.look(message, before);
        var next = learned.copy();
        var view = view(look, next);
        boolean right = Band.best(Band.tiers(view.bands)) == target.tier();
        teachTrust(next, view, right || teacher == Teacher.READER ? 1 : 0);
        int repeats = teacher == Teacher.READER ? REPEATS : 1;
        for (int i = 0; i < repeats && view.bands[target.ordinal()] < (teacher == Teacher.READER ? TAUGHT : 1); i++) {
            teachBands(next, view, target, teacher == Teacher.READER ? 2 * STEP : STEP);
            view = view(look, next);
        }
        learned = next;
    }

    @Override
    public synchronized void forget() {
        learned = Learned.NOTHING;
    }

    private View view(Look look, Learned known) {
        var traits = traits(look.features());
        var bands = new double[Band.COUNT];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = StrictMath.log(Math.max(1e-6, look.bands()[band]));
        }
        for (int i = 0; i < traits.at.length; i++) {
            int at = traits.at[i] * Band.COUNT;
            for (int band = 0; band < bands.length; band++) {
                bands[band] += known.bands[at + band] * traits.value[i];
            }
        }
        Band.softmax(bands);
        int best = Band.best(Band.tiers(bands));
        int[] kinds = kinds(look.features(), best);
        double more = 0;
        for (int i = 0; i < traits.at.length; i++) {
            more += known.trust[traits.at[i] ^ best + 1] * traits.value[i];
        }
        for (int kind : kinds) {
            more += known.trust[kind] * KIND;
        }
        return new View(look, traits, bands, kinds, base.trust(look.features(), bands) + Math.clamp(more, -2 * MOST_TRUST, MOST_TRUST));
    }

    private static void teachBands(Learned next, View view, Band target, double step) {
        var traits = view.traits;
        for (int i = 0; i < traits.at.length; i++) {
            double scaled = step * traits.value[i] / traits.norm;
            int at = traits.at[i] * Band.COUNT;
            for (int band = 0; band < Band.COUNT; band++) {
                double error = (band == target.ordinal() ? 1 : 0) - view.bands[band];
                next.bands[at + band] = bounded(next.bands[at + band] + scaled * error);
            }
        }
    }

    private static void teachTrust(Learned next, View view, double agreed) {
        int best = Band.best(Band.tiers(view.bands));
        double error = agreed - Confidence.logistic(view.trust);
        var traits = view.traits;
        for (int i = 0; i < traits.at.length; i++) {
            int at = traits.at[i] ^ best + 1;
            next.trust[at] = bounded(next.trust[at] + TRUST_STEP * error * traits.value[i] / traits.norm);
        }
        for (int kind : view.kinds) {
            next.trust[kind] = bounded(next.trust[kind] + TRUST_STEP * error * KIND / view.kinds.length);
        }
    }

    private static float bounded(double weight) {
        return (float) Math.clamp(weight, -MOST_WEIGHT, MOST_WEIGHT);
    }

    /** What the message is about, by the lexicon and by the rules, with what it was judged to be. */
    private static int[] kinds(Features features, int tier) {
        int language = features.shape().turkish() ? 1 : 0;
        return new int[]{slot(1, tier * 2 + language, top(features.lexicon())), slot(2, tier * 2 + language, top(features.opinion().topics()))};
    }

    private static int top(double[] scores) {
        int top = 0;
        for (int i = 1; i < scores.length; i++) {
            top = scores[i] > scores[top] ? i : top;
        }
        return scores[top] > 0 ? top + 1 : 0;
    }

    private static int slot(int kind, int verdict, int topic) {
        return ((kind * 31 + verdict) * 131 + topic) * 0x9E3779B1 >>> 32 - 13; // Knuth's multiplicative hashing
    }

    private Traits traits(Features features) {
        var at = new int[features.size()];
        var value = new float[features.size()];
        double norm = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = features.at(i) & SLOTS - 1;
            value[i] = (float) (features.value(i) * base.rarity(features.at(i)));
            norm += value[i] * value[i];
        }
        return new Traits(at, value, Math.max(LEAST_NORM, norm));
    }

    /** 0 for what many messages have, 1 for what few have. */
    static double rarity(double share) {
        return share <= RARE ? 1 : Math.clamp(StrictMath.log(share / COMMON) / StrictMath.log(RARE / COMMON), 0, 1);
    }
}
