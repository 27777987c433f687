package dev.katman.journal;

import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import org.jdbi.v3.core.Handle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/** Gathers by day how messages were judged. Days are the reader's, so they are cut here and not in the database. */
final class Judging {
    private Judging() {
    }

    /** @param workBelow tasks below it are the worker's: two verdicts agree when they lead to one tier */
    static List<JudgingDay> days(Handle handle, ZoneId zone, int workBelow) {
        var days = new TreeMap<LocalDate, JudgingDay>();
        handle.createQuery("""
                select at, type, difficulty, judged_by, judge_note, local_type, local_difficulty, should_be from decision
                where tier is not null and reason <> 'ASKED_FOR'""").map((row, context) -> {
                    boolean sure = Assessment.SURE.equals(row.getString("judge_note"));
                    boolean asked = row.getString("local_type") != null;
                    boolean agreed = asked && tier(row.getString("type"), row.getInt("difficulty"), workBelow)
                            == tier(row.getString("local_type"), row.getInt("local_difficulty"), workBelow);
                    String should = row.getString("should_be");
                    boolean corrected = sure && should != null
                            && Tier.valueOf(should) != tier(row.getString("type"), row.getInt("difficulty"), workBelow);
                    LocalDate day = Rows.instant(row, "at").orElseThrow().atZone(zone).toLocalDate();
                    return new JudgingDay(day, 1, sure ? 1 : 0, asked ? 1 : 0, agreed ? 1 : 0, corrected ? 1 : 0);
                }).forEach(one -> days.merge(one.day(), one, (a, b) -> new JudgingDay(a.day(), a.judged() + b.judged(),
                        a.sure() + b.sure(), a.asked() + b.asked(), a.agreed() + b.agreed(), a.corrected() + b.corrected())));
        return List.copyOf(days.values());
    }

    private static Tier tier(String type, int difficulty, int workBelow) {
        return MessageType.valueOf(type) == MessageType.CHAT ? Tier.CONVERSATION : difficulty < workBelow ? Tier.WORKER : Tier.DEEP;
    }
}
