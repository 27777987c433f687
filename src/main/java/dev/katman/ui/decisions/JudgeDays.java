package dev.katman.ui.decisions;

import dev.katman.journal.JudgingDay;
import dev.katman.ui.kit.Context;

import java.util.List;

/** How the local judge fared, in figures. */
final class JudgeDays {
    private JudgeDays() {
    }

    /** All of them as one, under the day of the last; at least one. */
    static JudgingDay sum(List<JudgingDay> days) {
        return days.stream().reduce((a, b) -> new JudgingDay(b.day(), a.judged() + b.judged(), a.sure() + b.sure(), a.asked() + b.asked(),
                a.agreed() + b.agreed(), a.corrected() + b.corrected())).orElseThrow();
    }

    /** Whether anybody said whether it was right. */
    static boolean isKnown(JudgingDay day) {
        return day.asked() + day.corrected() > 0;
    }

    /** In percent; a dash where nobody said anything. */
    static String agreement(Context context, JudgingDay day) {
        return isKnown(day) ? context.words().percent(day.agreement()) : "–";
    }
}
