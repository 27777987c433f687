package dev.katman.ui.usage;

import dev.katman.catalog.Tier;
import dev.katman.journal.FailoverRow;
import dev.katman.journal.MessageCount;
import dev.katman.journal.UsageCell;
import dev.katman.ui.usage.Shelves.Arrangement;
import dev.katman.ui.usage.Shelves.Box;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The figures on top of the page. */
final class Tiles {
    /** Side by side from this width on, in times the height of the text; below it in two rows. */
    private static final double WIDE = 56;

    private final UsageWords words;
    private final Tile messages;
    private final Tile tokens;
    private final Tile judged;
    private final Tile saved;
    private final Tile failovers;
    private final Shelves shelves;

    Tiles(UsageWords words) {
        this.words = words;
        messages = new Tile(words.text("ui.usage.tile.messages"));
        tokens = new Tile(words.text("ui.usage.tile.tokens"));
        judged = new Tile(words.text("ui.usage.tile.judged"));
        saved = new Tile(words.text("ui.usage.tile.saved"));
        failovers = new Tile(words.text("ui.usage.tile.failovers"));
        List<Box> boxes = Stream.of(messages, tokens, judged, saved, failovers).map(tile -> new Box(tile, 1)).toList();
        shelves = new Shelves(List.of(new Arrangement(WIDE, List.of(boxes)),
                new Arrangement(0, List.of(boxes.subList(0, 3), boxes.subList(3, 5)))));
    }

    Shelves view() {
        return shelves;
    }

    void show(Reading reading) {
        MessageCount count = reading.messages();
        messages.show(words.figure(Unit.REQUESTS, count.messages()), count.parked() == 0
                ? words.text("ui.usage.tile.answered", count.answered())
                : words.text("ui.usage.tile.answeredAndParked", count.answered(), count.parked()));
        long all = tokens(reading, cell -> true);
        long router = tokens(reading, cell -> cell.tier() == Tier.ROUTER);
        tokens.show(words.brief(Unit.TOKENS, all), words.text("ui.usage.tile.router", words.full(Unit.SHARE, all == 0 ? 0
                : (double) router / all)));
        judged.show(count.judged() == 0 ? "–" : words.brief(Unit.SHARE, (double) count.sure() / count.judged()),
                count.asked() == 0 ? words.text("ui.usage.tile.nobodyAsked")
                        : words.text("ui.usage.tile.agreed", words.brief(Unit.SHARE, (double) count.agreed() / count.asked())));
        saved.show(reading.deep().map(deep -> words.brief(Unit.TOKENS, deep.saved())).orElse("–"),
                reading.deep().map(deep -> dry(reading, deep)).orElseGet(() -> words.text("ui.usage.deep.nobody")));
        failovers.show(words.figure(Unit.REQUESTS, reading.failovers().stream().mapToLong(FailoverRow::times).sum()),
                words.count("ui.usage.tile.refused", reading.cells().stream().mapToLong(UsageCell::refused).sum()));
    }

    private String dry(Reading reading, AlwaysDeep.Estimate deep) {
        if (deep.firstDry().isEmpty()) {
            return words.text("ui.usage.tile.held");
        }
        return switch (reading.span().kind()) {
            case HOUR, DAY -> words.text("ui.usage.tile.dryAt", words.time(deep.firstDry().get()));
            case WEEK, MONTH -> words.count("ui.usage.tile.dryDays", deep.dryDays());
        };
    }

    private static long tokens(Reading reading, Predicate<UsageCell> which) {
        return reading.cells().stream().filter(which).mapToLong(UsageCell::tokens).sum();
    }
}
