/**
 * Tier 0: what a message is (conversation or task) and how hard, before anything is spent on it. What the local judge is sure of costs no
 * call; else the router model is asked when it can be afforded, and what it says teaches the local judge. The decision always says who
 * judged.
 *
 * <p>Three judges stand on each other: {@link dev.katman.classify.RuleJudge} listens for phrases,
 * {@link dev.katman.classify.TrainedJudge} has learned which words, phrases, subjects and shapes speak for which verdict, and
 * {@link dev.katman.classify.AdaptiveJudge} adds what it is taught here.
 *
 * <p><strong>Training.</strong> {@code mvn -Ptrain process-classes -Dkatman.routing=PATH/train.jsonl} compiles {@code src/train/java} (this
 * package), reads labelled public prompts from outside the project and our own from {@code src/train/examples}, and writes
 * {@code assets/judge.bin}. A linear model with a weight for each hashed feature and band is learned by AdaGrad; a row counts the less
 * the more rows of its source look alike; features are left out at random, so that no verdict hangs on one of them. Each group of sources
 * is then judged by a model that has not seen it: that is the report, and what the confidence is fitted to. Threshold
 * {@code sureAt} is the worst of four: the lowest confidence above which 95 of 100 verdicts were right on free-form prompts, English and
 * Turkish, public and our own. One thread, one seed, {@link java.lang.StrictMath} where results may differ: the same data give the
 * same bytes. The rules were written with a look at the public prompts, so figures on those flatter them; the held-out examples do not.
 */
package dev.katman.classify;
