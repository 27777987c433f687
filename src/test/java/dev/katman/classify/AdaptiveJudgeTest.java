package dev.katman.classify;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

/** A trade that the judge was not trained for: beekeeping notes, with a jargon of their own. */
class AdaptiveJudgeTest {
    private static final TrainedJudge TRAINED = TrainedJudge.embedded();

    /** What the trained judge is used to, to see whether it still judges it alike. */
    private static final List<String> ELSEWHERE = List.of("Write a SQL query that counts orders per customer", "Tell me a joke about cats",
            "Summarise the following text: The council met on Tuesday.", "Prove that the square root of 2 is irrational", "merhaba",
            "Aşk hakkında bir şiir yaz", "Translate this to German: where is the station?", "Why does my docker container exit with code 137?",
            "Annemle kavga ettim, ne yapmalıyım?", "Bir fonksiyonun türevini al: x^2 + 3x", "Şu metni özetle: Komite salı günü toplandı.",
            "What should I cook tonight?", "Write a bash script that renames all files", "Bana bir masal anlat");

    private record Prompt(String text, Verdict label) {
        int tier() {
            return AdaptiveJudgeTest.tier(label.type(), label.difficulty());
        }
    }

    private static List<Prompt> trade(int count, long seed) {
        var random = new Random(seed);
        var hive = List.of("kuvan A7", "kuvan B2", "the north nuc", "colony Elif", "row four", "the Langstroth by the gate", "hive 12", "the Warré");
        var finding = List.of("spotty brood", "no capped honey", "three queen cells", "varroa on drones", "a weak cluster", "chalkbrood", "robbing");
        var prompts = new ArrayList<Prompt>();
        for (int i = 0; i < count; i++) {
            var h = hive.get(random.nextInt(hive.size()));
            var f = finding.get(random.nextInt(finding.size()));
            prompts.add(switch (random.nextInt(3)) {
                case 0 -> new Prompt("log sheet " + h + ": " + f + ", frames " + random.nextInt(10) + ", fill the apiary card",
                        new Verdict(MessageType.TASK, 3));
                case 1 -> new Prompt("forage model for " + h + " given " + f + " and " + random.nextInt(40) + " supers, optimum split date",
                        new Verdict(MessageType.TASK, 8));
                default -> new Prompt("funny how " + h + " hums when there is " + f + ", bees are such moody ladies",
                        new Verdict(MessageType.CHAT, 2));
            });
        }
        return prompts;
    }

    @Test
    void whereTheRouterAgreesMoreIsJudgedHereAndItIsRight() {
        var judge = new AdaptiveJudge(TRAINED);
        var prompts = trade(600, 7);
        long sureUntaught = prompts.stream().filter(p -> sure(TRAINED.judge(p.text))).count();
        int sure = 0;
        int right = 0;
        for (var prompt : prompts) { // as the cascade does: what is sure costs no call, so it teaches nothing
            var assessment = judge.judge(prompt.text);
            if (sure(assessment)) {
                sure++;
                right += tier(assessment) == prompt.tier() ? 1 : 0;
            } else {
                judge.learn(prompt.text, List.of(), prompt.label, Teacher.ROUTER);
            }
        }
        long sureInTheEnd = prompts.stream().filter(p -> sure(judge.judge(p.text))).count();
        assertThat(sureInTheEnd).as("sure at first: " + sureUntaught).isGreaterThan(sureUntaught + 100).isGreaterThan(500);
        assertThat(right / (double) sure).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aRouterThatRollsDiceMakesNobodySure() {
        var judge = new AdaptiveJudge(TRAINED);
        var random = new Random(3);
        var verdicts = List.of(new Verdict(MessageType.CHAT, 2), new Verdict(MessageType.TASK, 3), new Verdict(MessageType.TASK, 8));
        var prompts = trade(600, 8);
        prompts.forEach(prompt -> judge.learn(prompt.text, List.of(), verdicts.get(random.nextInt(3)), Teacher.ROUTER));
        long sure = prompts.stream().filter(prompt -> sure(judge.judge(prompt.text))).count();
        double mean = prompts.stream().mapToDouble(prompt -> judge.judge(prompt.text).confidence()).average().orElseThrow();
        assertThat(sure).isZero();
        assertThat(mean).isLessThan(0.55);
    }

    @Test
    void whatWasNotTaughtIsJudgedAsBefore() {
        var judge = new AdaptiveJudge(TRAINED);
        trade(1_000, 9).forEach(prompt -> judge.learn(prompt.text, List.of(), new Verdict(MessageType.TASK, 9), Teacher.ROUTER));
        for (var message : ELSEWHERE) {
            assertThat(tier(judge.judge(message))).as(message).isEqualTo(tier(TRAINED.judge(message)));
            assertThat(judge.judge(message).confidence()).as(message).isBetween(TRAINED.judge(message).confidence() - 0.1,
                    Math.min(1, TRAINED.judge(message).confidence() + 0.1));
        }
    }

    @Test
    void theReadersCorrectionHoldsAtOnceAndForWhatIsLikeIt() {
        var judge = new AdaptiveJudge(TRAINED);
        var message = "log sheet kuvan A7: spotty brood, fill the apiary card";
        var wanted = new Verdict(MessageType.TASK, 9);
        judge.learn(message, List.of(), wanted, Teacher.READER);
        assertThat(tier(judge.judge(message))).isEqualTo(3);
        judge.learn("log sheet kuvan B2: robbing, fill the apiary card", List.of(), wanted, Teacher.READER);
        assertThat(tier(judge.judge("log sheet row four: chalkbrood, fill the apiary card"))).isEqualTo(3);
    }

    @Test
    void theSameLessonsMakeTheSameJudgeAndForgettingUndoesThem() {
        var one = new AdaptiveJudge(TRAINED);
        var two = new AdaptiveJudge(TRAINED);
        var lessons = trade(300, 11);
        for (var judge : List.of(one, two)) {
            lessons.forEach(prompt -> judge.learn(prompt.text, List.of(), prompt.label, Teacher.ROUTER));
        }
        assertThat(lessons).allSatisfy(prompt -> assertThat(one.judge(prompt.text)).usingRecursiveComparison().ignoringFields("took")
                .isEqualTo(two.judge(prompt.text)));
        one.forget();
        assertThat(lessons).allSatisfy(prompt -> assertThat(one.judge(prompt.text).confidence())
                .isEqualTo(new AdaptiveJudge(TRAINED).judge(prompt.text).confidence()));
    }

    @Test
    void judgingGoesOnWhileALessonIsLearned() throws InterruptedException {
        var judge = new AdaptiveJudge(TRAINED);
        var lessons = trade(200, 12);
        var done = new AtomicBoolean();
        var reader = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                assertThat(judge.judge(ELSEWHERE.getFirst()).difficulty()).isBetween(1, 10);
            }
        });
        lessons.forEach(prompt -> judge.learn(prompt.text, List.of(), prompt.label, Teacher.ROUTER));
        done.set(true);
        reader.join();
        assertThat(tier(judge.judge(ELSEWHERE.getFirst()))).isEqualTo(3);
    }

    private static boolean sure(Assessment assessment) {
        return assessment.confidence() >= TRAINED.sureAt();
    }

    private static int tier(Assessment assessment) {
        return tier(assessment.type(), assessment.difficulty());
    }

    private static int tier(MessageType type, int difficulty) {
        return type == MessageType.CHAT ? 1 : difficulty < 5 ? 2 : 3;
    }
}
