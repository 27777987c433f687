package dev.katman.ui.chat;

import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Place;
import dev.katman.ui.kit.Work;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for words in the open conversation, also while it grows, and brings them into sight. Of the FX thread. */
final class Seeker {
    static final String NEXT = "nextFound";
    static final String PREVIOUS = "previousFound";
    static final String LEAVE = "leaveFound";

    /** While an answer streams it is looked through now and then, not with every piece. */
    private static final Duration REST = Duration.ofMillis(60);
    /** Where a place that was out of sight comes to stand, of the height there is. */
    private static final double HEIGHT = 0.3;
    private static final double EDGE = 12;

    private final ChatList list;
    private final Sought sought;
    private final Work.Latest looking;
    private ObservableList<ChatRow> rows;
    private Optional<ChatRow> wanted = Optional.empty();
    private boolean first;

    Seeker(Context context, ChatList list, Sought sought) {
        this.list = list;
        this.sought = sought;
        looking = context.work().latest("look for words", REST);
    }

    /** What can be done while something is found. */
    List<Action> actions() {
        return List.of(Action.of(NEXT, Place.CHAT, () -> step(1)).when(this::found).keys("F3", "Shortcut+G"),
                Action.of(PREVIOUS, Place.CHAT, () -> step(-1)).when(this::found).keys("Shift+F3", "Shortcut+Shift+G"),
                Action.of(LEAVE, Place.CHAT, this::leave).when(this::found).keysWithin("Esc"));
    }

    private boolean found() {
        return sought.size() > 0;
    }

    /** Another conversation is shown: nothing is looked for in it. */
    void use(ObservableList<ChatRow> others) {
        rows = others;
        leave();
    }

    /** Looks for words in the conversation that is shown. */
    void look(String words) {
        wanted = Optional.empty();
        first = false;
        sought.begin(words);
        look();
    }

    /** Goes to the first place in that row or below, as soon as it is found. */
    void from(int row) {
        wanted = Optional.of(rows.get(row));
        if (found()) {
            arrive();
        }
    }

    /** Goes to the first place of all, as soon as there is one. */
    void first() {
        first = true;
    }

    /** Rows have come, gone or grown. */
    void grown() {
        if (!sought.words().isEmpty()) {
            look();
        }
    }

    private void look() {
        String words = sought.words();
        if (words.isEmpty()) {
            return;
        }
        List<ChatRow> now = List.copyOf(rows);
        looking.ask(() -> Sought.places(words, now), places -> {
            sought.found(places);
            if (wanted.isPresent() && found()) {
                arrive();
            } else if (first && found()) {
                first = false;
                show();
            }
        });
    }

    private void arrive() {
        ChatRow row = wanted.orElseThrow();
        // Older ones may have come above it.
        sought.from(IntStream.range(0, rows.size()).filter(i -> rows.get(i) == row).findFirst().orElse(0));
        wanted = Optional.empty();
        show();
    }

    /** To the next place, or the one before. */
    void step(int by) {
        sought.step(by);
        show();
    }

    /** Looks for nothing any more. */
    void leave() {
        looking.forget();
        wanted = Optional.empty();
        first = false;
        sought.begin("");
    }

    private void show() {
        sought.here().ifPresent(place -> {
            list.letGo();
            if (list.cell(place.row()).isEmpty()) {
                list.scrollTo(place.row());
            }
            list.layout();
            list.cell(place.row()).flatMap(ChatCell::here).map(list::sceneToLocal).filter(this::isOutOfSight).ifPresent(mark -> {
                list.scrollBy(mark.getMinY() - list.getHeight() * HEIGHT);
                list.layout();
            });
            list.cell(place.row()).ifPresent(ChatCell::reveal);
        });
    }

    private boolean isOutOfSight(Bounds mark) {
        return mark.getMinY() < EDGE || mark.getMaxY() > list.getHeight() - EDGE;
    }
}
