package dev.katman.launch;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.Guess;
import dev.katman.classify.MessageType;
import dev.katman.conversation.CallId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Role;
import dev.katman.conversation.Usage;
import dev.katman.journal.CallEnd;
import dev.katman.journal.Ending;
import dev.katman.journal.Fitting;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.quota.Need;
import dev.katman.routing.Decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Four weeks of somebody's use of the sandbox, made up, so that there is something to photograph on the usage page. */
final class TourPast {
    private static final int DAYS = 28;
    private static final int BUSIEST = 6;
    /** How much is asked in each hour of a day, in tenths of the busiest. */
    private static final int[] HOURS = {0, 0, 0, 0, 0, 0, 0, 1, 4, 7, 9, 8, 4, 6, 9, 10, 7, 5, 2, 3, 6, 8, 5, 1};
    private static final double WEEKEND = 0.35;
    private static final double SURE = 0.55;
    private static final double TROUBLE = 0.03;
    /** How often a document or a long talk goes along, and how often the worker sums up for it. */
    private static final double LONG = 0.22;
    private static final double SUMMED = 0.5;
    private static final List<String> SAID = List.of("Bugün için kısa bir alışveriş listesi yapalım mı?", "Draft a friendly reply to the landlord about the boiler.",
            "Şu paragrafı daha yalın yaz.", "What is the difference between a mutex and a semaphore?", "Toplantı notlarından yapılacakları çıkar.",
            "Refactor this method so that it can be tested.", "İki şehir arasındaki tren saatlerini nasıl karşılaştırırım?",
            "Summarise the attached minutes in three points.", "Bu hata iletisi ne anlama geliyor?", "Prove that there are infinitely many primes.",
            "Hafta sonu için yağmurda da yapılacak üç şey öner.", "Explain this regular expression step by step.");
    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@sandbox");
    private static final DeploymentId KIMI = DeploymentId.parse("kimi-k2-instruct@sandbox");
    private static final DeploymentId QWEN = DeploymentId.parse("qwen3-32b@sandbox");
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");

    private final Journal journal;
    private final Random random;
    private final Ids ids;
    private final ZoneId zone;
    /** One a day. */
    private final Map<LocalDate, ConversationId> conversations = new HashMap<>();
    private int said;
    private Instant at = Instant.EPOCH;

    private TourPast(Journal journal, ZoneId zone, Random random) {
        this.journal = journal;
        this.zone = zone;
        this.random = random;
        ids = new Ids(() -> at, random);
    }

    /** Writes it into a journal, up to that instant: before the levels are counted from it. */
    static void write(Journal journal, Instant now, ZoneId zone, Random random) {
        var past = new TourPast(journal, zone, random);
        ZonedDateTime first = now.atZone(zone).toLocalDate().minusDays(DAYS - 1L).atStartOfDay(zone);
        for (int hour = 0; hour < DAYS * HOURS.length; hour++) {
            ZonedDateTime start = first.plusHours(hour);
            double weight = HOURS[start.getHour()] / 10.0 * (start.getDayOfWeek().getValue() > 5 ? WEEKEND : 1);
            long messages = Math.round(BUSIEST * weight * (0.5 + random.nextDouble()));
            for (int message = 0; message < messages; message++) {
                past.at = start.toInstant().plusSeconds(random.nextInt(3_000) / messages + 3_000L * message / messages);
                if (past.at.isBefore(now.minusSeconds(3_600))) {
                    past.message();
                }
            }
        }
        past.lastHour(now);
    }

    /** A hard last hour, at whose pace the deep brain's day would soon be over. */
    private void lastHour(Instant now) {
        for (int minute = 55; minute > 1; minute -= 2) {
            at = now.minusSeconds(minute * 60L);
            message();
            at = now.minusSeconds(minute * 60L - 30);
            var message = accept();
            call(message.decision(), DEEP, Purpose.ANSWER, Tier.DEEP, 1_500, 4_800 + random.nextInt(800), Outcome.OK, 900 + random.nextInt(900),
                    9_000);
            decide(message, MessageType.TASK, 9, Tier.DEEP, true);
            finish(message, DEEP);
        }
    }

    private void message() {
        boolean chat = random.nextInt(5) < 2;
        int difficulty = 1 + (int) (random.nextDouble() * random.nextDouble() * 10);
        boolean hard = !chat && difficulty >= 5;
        Tier tier = chat ? Tier.CONVERSATION : hard ? Tier.DEEP : Tier.WORKER;
        DeploymentId serves = chat ? random.nextInt(6) == 0 ? QWEN : KIMI : hard ? DEEP : SCOUT;
        boolean sure = random.nextDouble() < SURE;
        MessageRow message = accept();
        if (!sure) {
            call(message.decision(), SCOUT, Purpose.ROUTE, Tier.ROUTER, 180 + random.nextInt(120), 14, Outcome.OK, 120 + random.nextInt(200), 0);
        }
        if (tier != Tier.WORKER && random.nextDouble() < LONG) {
            fit(message);
        }
        decide(message, chat ? MessageType.CHAT : MessageType.TASK, difficulty, tier, sure);
        if (random.nextDouble() < TROUBLE) {
            Outcome outcome = random.nextInt(4) == 0 ? Outcome.INTERRUPTED : random.nextInt(3) == 0 ? Outcome.FAILED : Outcome.REFUSED;
            call(message.decision(), serves, Purpose.ANSWER, tier, 0, 0, outcome, 300, 0);
            serves = serves.equals(QWEN) ? KIMI : QWEN;
        }
        int slow = serves.equals(DEEP) ? 5 : serves.equals(SCOUT) ? 1 : 2;
        int written = 80 + random.nextInt(150 * slow * slow + 200);
        call(message.decision(), serves, Purpose.ANSWER, tier, 150 + random.nextInt(900), written, Outcome.OK,
                120 * slow + random.nextInt(260 * slow), written * 3);
        finish(message, serves);
    }

    private MessageRow accept() {
        LocalDate day = at.atZone(zone).toLocalDate();
        var message = new MessageRow(ids.message(), conversations.computeIfAbsent(day, any -> ids.conversation()), Role.USER,
                SAID.get(said++ % SAID.size()), at, MessageRow.State.PENDING, ids.decision());
        journal.accept(message, Optional.empty());
        return message;
    }

    private void decide(MessageRow message, MessageType type, int difficulty, Tier tier, boolean sure) {
        var guess = new Guess(type, random.nextInt(20) == 0 ? Math.max(1, 11 - difficulty) : difficulty, 0.6);
        var assessment = new Assessment(type, difficulty, 0.95, sure ? Assessment.LOCAL : SCOUT.toString(), Duration.ofMillis(sure ? 2 : 240),
                sure ? Assessment.SURE : "", sure ? Optional.empty() : Optional.of(guess));
        Decision.Reason reason = switch (tier) {
            case CONVERSATION -> Decision.Reason.CONVERSATION;
            case DEEP -> Decision.Reason.HARD_TASK;
            case WORKER, ROUTER -> Decision.Reason.EASY_TASK;
        };
        journal.decided(message.decision(), new Decision(assessment, tier, Mode.PACED, reason, Decision.Pace.NONE, List.of()));
    }

    /** Of something long only a part goes along, and a summary in place of the rest. */
    private void fit(MessageRow message) {
        boolean summed = random.nextDouble() < SUMMED;
        if (summed) {
            call(message.decision(), SCOUT, Purpose.SUMMARY, Tier.WORKER, 2_500 + random.nextInt(3_500), 250 + random.nextInt(200), Outcome.OK, 180,
                    900);
        }
        journal.documents().fitted(message.decision(), new Fitting(List.of(), 0, summed ? 12 : 0, summed ? 12 : 0, false,
                3_000 + random.nextInt(9_000)));
    }

    private void finish(MessageRow message, DeploymentId served) {
        journal.finished(new Ending(message.decision(), message.id(), message.conversation(), MessageRow.State.DONE, Optional.empty(),
                Optional.empty(), Optional.of(served), Duration.ofSeconds(2), Optional.empty(), at));
    }

    /**
     * @param first milliseconds until the first token
     * @param rest  milliseconds from there to the end
     */
    private void call(DecisionId decision, DeploymentId deployment, Purpose purpose, Tier tier, long prompt, long completion, Outcome outcome,
            int first, int rest) {
        CallId call = ids.call();
        var cost = new Need(prompt, completion);
        journal.callLeaves(call, decision, deployment, purpose, tier, cost, at);
        Instant end = at.plusMillis(first + rest);
        boolean spent = outcome == Outcome.OK;
        journal.callEnded(new CallEnd(call, end, spent ? Optional.of(end) : Optional.empty(), cost, outcome, spent ? 200 : 429,
                spent ? new Usage(prompt, completion, 0) : Usage.NONE, spent ? Optional.of(Duration.ofMillis(first)) : Optional.empty(), ""));
        at = end;
    }
}
