package dev.katman.ui.usage;

import dev.katman.ui.usage.Shelves.Arrangement;
import dev.katman.ui.usage.Shelves.Box;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts' cards, and where each stands. */
final class Charts {
    /** Three beside each other, and two, from these widths on, in times the height of the text. */
    private static final double THREE = 78;
    private static final double TWO = 52;

    private final Map<String, ChartCard> cards = new LinkedHashMap<>();
    private final Shelves shelves;

    Charts(UsageWords words, List<ChartData> first, ChartCard.Keeper keeper) {
        first.forEach(data -> cards.put(data.id(), new ChartCard(words, data, keeper)));
        Box wide = new Box(cards.get("models"), 2);
        shelves = new Shelves(List.of(
                new Arrangement(THREE, List.of(List.of(wide, box("budgets")), row("tiers", "always-deep", "spared"),
                        List.of(box("router-share"), new Box(cards.get("hours"), 2)), List.of(new Box(cards.get("latency"), 2), box("troubles")))),
                new Arrangement(TWO, List.of(row("models"), row("tiers", "budgets"), row("always-deep", "spared"),
                        row("router-share", "hours"), row("latency", "troubles"))),
                new Arrangement(0, cards.keySet().stream().map(this::row).toList())));
    }

    private Box box(String id) {
        return new Box(cards.get(id), 1);
    }

    private List<Box> row(String... ids) {
        return Arrays.stream(ids).map(this::box).toList();
    }

    Shelves view() {
        return shelves;
    }

    void show(List<ChartData> charts) {
        charts.forEach(data -> cards.get(data.id()).show(data));
    }

    /** What was looked at has gone from under the mouse. */
    void letGo() {
        cards.values().forEach(ChartCard::letGo);
    }

    /** All as tables, or all drawn. */
    void asTables(boolean wanted) {
        cards.values().forEach(card -> card.asTable(wanted));
    }
}
