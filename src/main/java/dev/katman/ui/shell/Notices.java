package dev.katman.ui.shell;

import dev.katman.exchange.Trouble;
import dev.katman.journal.JournalException;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.Work;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the reader is told on top of the window: faults, what only the reader can mend, and what was done. Of the FX thread. */
final class Notices {
    private static final String KEY = "key ";

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

    /** Something that went wrong. */
    void say(String sentence) {
        say(Notice.trouble(sentence));
    }

    void say(Notice notice) {
        bar.say(context, notice);
    }

    /** Each once a start, however often it is found. */
    void say(Trouble trouble) {
        if (told.add(about(trouble))) {
            say(context.words().trouble(trouble));
        }
    }

    /** A key that was refused and has been mended since is told of again if it is refused again. */
    void forgetKeysMended(List<Trouble> troubles) {
        told.removeIf(about -> about.startsWith(KEY) && troubles.stream().noneMatch(t -> about(t).equals(about)));
    }

    /** Takes a sentence back that is no longer true. */
    void retract(String sentence) {
        bar.retract(sentence);
    }

    private static String about(Trouble trouble) {
        return switch (trouble) {
            case Trouble.KeyRefused refused -> KEY + refused.provider().id();
            case Trouble.ModelGone gone -> "model " + gone.deployment();
        };
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
