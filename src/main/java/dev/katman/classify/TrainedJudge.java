package dev.katman.classify;

import dev.katman.conversation.Message;
import dev.katman.conversation.Role;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Judges by what it was trained on: a linear model on hashed features ({@link Features}), with a calibrated confidence. A message
 * that points back ("and now in SQL", "peki neden?") is judged with the turns that it belongs to.
 *
 * <p>The verdict depends on the message, the turns before it and the weights alone, bit by bit the same on every platform and under
 * every locale. Safe for use by many threads.
 */
public final class TrainedJudge implements LocalJudge {
    private static final String EMBEDDED = "/assets/judge.bin";

    /** So many turns of the reader are looked through for what a message points back to. */
    private static final int LOOKED_BACK = 4;

    private final Weights weights;
    private final RuleJudge rules = new RuleJudge();
    private final RuleBook lexicon = RuleBook.read("lexicon.txt");
    private final PointingBack pointing = new PointingBack(lexicon);

    private final double[] rarity = new double[Byte.MAX_VALUE];

    TrainedJudge(Weights weights) {
        this.weights = weights;
        for (int step = 0; step < rarity.length; step++) {
            rarity[step] = AdaptiveJudge.rarity(weights.share(step));
        }
    }

    /** The judge that comes with the program. */
    public static TrainedJudge embedded() {
        try (var in = TrainedJudge.class.getResourceAsStream(EMBEDDED)) {
            if (in == null) {
                throw new IllegalStateException("assets/judge.bin is missing from the program; train it (see the README) and build again");
            }
            return new TrainedJudge(Weights.read(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException("assets/judge.bin cannot be read; train it again (see the README)", e);
        }
    }

    /**
     * The confidence from which a verdict needs no router: at least 95 of 100 verdicts that sure were right on free-form prompts of
     * sources that the judge had not been trained on.
     */
    @Override
    public double sureAt() {
        return weights.sureAt();
    }

    @Override
    public Assessment judge(String message, List<Message> before) {
        long start = System.nanoTime();
        return look(message, before).assessment(start);
    }

    /**
     * A message as it was understood, before anybody says how sure that is.
     *
     * @param bands a probability for each {@link Band}
     * @param trust how sure, as a logit
     */
    record Look(Features features, double[] bands, double trust) {
        Assessment assessment(long start) {
            return assessment(bands, Confidence.logistic(trust), start);
        }

        Assessment assessment(double[] bands, double confidence, long start) {
            var band = band(bands);
            return new Assessment(band.type(), Difficulty.of(band, bands, features), confidence, Assessment.LOCAL,
                    Duration.ofNanos(System.nanoTime() - start));
        }

        static Band band(double[] bands) {
            int tier = Band.best(Band.tiers(bands));
            return Band.of(tier < Band.TIERS - 1 ? tier : bands[2] > bands[3] ? 2 : 3);
        }
    }

    Look look(String message, List<Message> before) {
        return look(message, before, before.size(), LOOKED_BACK);
    }

    private Look look(String message, List<Message> turns, int end, int turnsLeft) {
        var features = Features.of(message, rules, lexicon);
        var bands = new double[Band.COUNT];
        weights.addLogits(features, bands);
        Band.softmax(bands);
        int earlier = turnsLeft > 0 ? asked(turns, end) : -1;
        if (earlier >= 0) {
            double back = pointing.share(features, bands);
            if (back > 0) {
                var origin = look(turns.get(earlier).text(), turns, earlier, turnsLeft - 1);
                for (int i = 0; i < bands.length; i++) {
                    bands[i] = back * origin.bands[i] + (1 - back) * bands[i];
                }
            }
        }
        return new Look(features, bands, trust(features, bands));
    }

    /** How sure to be of such a verdict, as a logit. */
    double trust(Features features, double[] bands) {
        return Confidence.logit(inputs(features, Band.tiers(bands)), weights.trust());
    }

    static double[] inputs(Features features, double[] tiers) {
        var opinion = features.opinion();
        return Confidence.inputs(tiers, Band.best(tiers), features.shape().turkish(), Band.of(opinion.type(), opinion.difficulty()).tier(),
                features.reading().words());
    }

    /** How much a feature tells one message from others: 0 for what many have, 1 for what few or none have. */
    double rarity(int slot) {
        return rarity[weights.common()[slot]];
    }

    /** The reader's last turn before {@code end}, or -1. */
    private static int asked(List<Message> turns, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (turns.get(i).role() == Role.USER && !turns.get(i).text().isBlank()) {
                return i;
            }
        }
        return -1;
    }
}
