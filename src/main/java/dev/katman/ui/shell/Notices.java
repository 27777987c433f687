package dev.katman.ui.shell;

import dev.katman.exchange.Trouble;
import dev.katman.journal.JournalException;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Work;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the reader is told on top of the window: faults, and what only the reader can mend. Of the FX thread. */
final class Notices {
    private final NoticeBar bar = new NoticeBar();
    private final Set<String> told = new HashSet<>();
    private Context context;

    /** Speaks another language from now on; what stands there stays. */
    void use(Context other) {
        context = other;
    }

    NoticeBar bar() {
        return bar;
    }

    void say(String sentence) {
        bar.say(context, sentence);
    }

    /** Each once a start, however often it is found. */
    void say(Trouble trouble) {
        String about = switch (trouble) {
            case Trouble.KeyRefused refused -> "key " + refused.provider().id();
            case Trouble.ModelGone gone -> "model " + gone.deployment();
        };
        if (told.add(about)) {
            say(context.words().trouble(trouble));
        }
    }

    void fault(RuntimeException fault) {
        say(switch (fault) {
            case JournalException journal -> context.text("ui.fault.journal." + journal.kind().name().toLowerCase(Locale.ROOT));
            case UncheckedIOException preferences -> context.text("ui.fault.preferences");
            default -> context.text("ui.fault.other");
        });
    }

    /** What was chosen holds now in any case; that it cannot be kept for the next start is said, not thrown. */
    void keep(Work work, Runnable choice) {
        work.run("keep a preference", () -> {
            try {
                choice.run();
                return true;
            } catch (UncheckedIOException e) {
                return false;
            }
        }, kept -> {
            if (!kept) {
                say(context.text("ui.fault.preferences"));
            }
        });
    }
}
