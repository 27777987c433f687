package dev.katman.ui.decisions;

import dev.katman.conversation.Purpose;
import dev.katman.journal.CallRecord;
import dev.katman.ui.kit.Context;

/** What became of a call, for somebody who has never seen one. */
final class CallWords {
    private static final int TOO_MANY = 429;
    private static final int TOO_LARGE = 413;
    private static final int TROUBLE = 500;
    /** A line may break after it and not before. */
    private static final String APART = "\u00a0· ";

    private CallWords() {
    }

    /** "cut off after 212 tokens", "refused: one of its limits was used up", "answered". */
    static String ended(Context context, CallRecord call) {
        if (call.outcome().isEmpty()) {
            return context.text("ui.decisions.call.under_way");
        }
        boolean aside = call.purpose() == Purpose.ROUTE || call.purpose() == Purpose.TITLE;
        return switch (call.outcome().get()) {
            case OK -> context.text("ui.decisions.call." + switch (call.purpose()) {
                case ROUTE -> "judged";
                case TITLE -> "titled";
                case ANSWER, SUMMARY, EXTRACT -> "answered";
            });
            case REFUSED -> context.text("ui.decisions.call.refused." + switch (call.http()) {
                case TOO_MANY -> "limit";
                case TOO_LARGE -> "large";
                case 401, 403 -> "key";
                case 404, 410 -> "gone";
                default -> "other";
            });
            case FAILED -> context.text("ui.decisions.call.failed." + (call.http() >= TROUBLE ? "trouble"
                    : call.http() > 0 ? "nothing" : "silent"));
            case INTERRUPTED -> context.texts().count("ui.decisions.call.cut", call.usage().completionTokens());
            case CANCELLED -> context.text(aside ? "ui.decisions.call.late" : "ui.decisions.call.stopped");
        };
    }

    /** The same with its times and its cost. */
    static String whole(Context context, CallRecord call) {
        var text = new StringBuilder(ended(context, call));
        if (call.ended().isPresent()) {
            text.append(APART).append(call.ttft().filter(first -> call.purpose() != Purpose.ROUTE)
                    .map(first -> context.text("ui.decisions.call.times", context.words().measured(first), context.words().measured(call.total())))
                    .orElseGet(() -> context.words().measured(call.total())));
            text.append(APART).append(call.usage().total() > 0 ? context.words().tokens(call.usage().total())
                    : context.text("ui.decisions.call.free"));
        }
        return text.toString();
    }
}
