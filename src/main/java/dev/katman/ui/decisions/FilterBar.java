package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.journal.DecisionLine.End;
import dev.katman.routing.Verdict;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.SearchField;
import dev.katman.ui.kit.Tiers;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What to look for: words, and a chip for each thing that can be chosen. A chip that holds something back looks so. */
final class FilterBar extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final double ROOM_FOR_PROMPT = 260;

    private final Context context;
    private final Consumer<Query> changed;
    private final Supplier<DecisionBook> book;
    private final TextField text = new SearchField();
    private final MenuButton days = chip("ui.decisions.days.all");
    private final MenuButton tiers = chip("ui.decisions.allTiers");
    private final MenuButton models = chip("ui.decisions.allModels");
    private final MenuButton verdicts = chip("ui.decisions.allVerdicts");
    private final MenuButton ends = chip("ui.decisions.allEnds");
    private final Label count = new Label();
    private final ToggleGroup panels = new ToggleGroup();
    private Query query = Query.ALL;

    /** What stands beside the table. */
    enum Side {
        PATH,
        WHAT_IF,
        JUDGE
    }

    /**
     * @param book    what there is to choose from
     * @param changed hears what is wanted now
     * @param turn    hears what the reader wants beside the table
     */
    FilterBar(Context context, Supplier<DecisionBook> book, Consumer<Query> changed, Consumer<Side> turn) {
        this.context = context;
        this.book = book;
        this.changed = changed;
        getStyleClass().add("decisions-tools");
        text.setId("decisions-filter");
        text.getStyleClass().add("search-field");
        text.promptTextProperty().bind(Bindings.when(text.widthProperty().greaterThan(ROOM_FOR_PROMPT))
                .then(context.text("ui.decisions.filter")).otherwise(context.text("ui.decisions.filter.short")));
        text.setAccessibleText(context.text("ui.decisions.filter"));
        text.setMinWidth(90);
        text.textProperty().addListener((property, before, now) -> want(query.text(now)));
        HBox.setHgrow(text, Priority.ALWAYS);
        ToggleButton whatIf = panel("what-if-chip", "ui.whatIf.chip", Side.WHAT_IF);
        ToggleButton judge = panel("judge-chip", "ui.judge.chip", Side.JUDGE);
        panels.selectedToggleProperty().addListener((property, before, now) ->
                turn.accept(now == null ? Side.PATH : (Side) now.getUserData()));
        var first = new HBox(text, whatIf, judge);
        first.getStyleClass().add("decisions-search");
        count.getStyleClass().add("meta");
        count.setMinWidth(Region.USE_PREF_SIZE);
        days.setId("days-chip");
        tiers.setId("tiers-chip");
        models.setId("models-chip");
        var chips = new FlowPane(days, tiers, models, verdicts, ends, count);
        chips.getStyleClass().add("decisions-chips");
        getChildren().addAll(first, chips);
        List.of(days, tiers, models, verdicts, ends).forEach(this::open);
        tiers(List.of(Tier.CONVERSATION, Tier.WORKER, Tier.DEEP));
        choices(verdicts, List.of(Verdict.values()), this::name, value -> want(query.verdict(value)));
        choices(ends, List.of(End.values()), this::name, value -> want(query.end(value)));
        models.setOnShowing(event -> choices(models, served(), Function.identity(),
                value -> want(query.model(value))));
        days.setOnShowing(event -> dayMenu());
        // A menu without items does not open, and so would never be filled.
        models.getItems().add(new MenuItem(context.text("ui.decisions.allModels")));
        days.getItems().add(new MenuItem(context.text("ui.decisions.days.all")));
    }

    /** @param key of what it says while it lets everything through */
    private static MenuButton chip(String key) {
        var chip = new MenuButton();
        chip.setMnemonicParsing(false);
        chip.getStyleClass().setAll("menu-button", "tier-choice");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setUserData(key);
        return chip;
    }

    private ToggleButton panel(String id, String key, Side side) {
        var chip = new ToggleButton(context.text(key));
        chip.setId(id);
        chip.getStyleClass().setAll("toggle-button", "toggle-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setToggleGroup(panels);
        chip.setUserData(side);
        return chip;
    }

    /** Puts the chips right without telling anybody. */
    void side(Side side) {
        panels.selectToggle(panels.getToggles().stream().filter(t -> t.getUserData() == side).findFirst().orElse(null));
    }

    Side side() {
        return panels.getSelectedToggle() == null ? Side.PATH : (Side) panels.getSelectedToggle().getUserData();
    }

    /** Takes over what was wanted of another bar, which may have spoken another language. */
    void takeOver(FilterBar before) {
        Query wanted = before.query;
        text.setText(before.text.getText());
        wanted.tier().ifPresent(tier -> {
            chosen(tiers, context.words().tier(tier));
            tiers.setGraphic(Tiers.dot(tier));
        });
        wanted.model().ifPresent(model -> chosen(models, model));
        wanted.verdict().ifPresent(verdict -> chosen(verdicts, name(verdict)));
        wanted.end().ifPresent(end -> chosen(ends, name(end)));
        if (!wanted.days().equals(Days.ALL)) {
            chosen(days, name(wanted.days()));
        }
        want(wanted);
        side(before.side());
    }

    private String name(Days wanted) {
        return switch (wanted) {
            case Days.All all -> context.text("ui.decisions.days.all");
            case Days.Last last -> context.text(last.equals(Days.TODAY) ? "ui.decisions.days.today" : "ui.decisions.days.week");
            case Days.Yesterday yesterday -> context.text("ui.decisions.days.yesterday");
            case Days.On on -> context.figures().day(on.day());
        };
    }

    /** Turns to a panel, and from it back to the path. */
    void toggle(Side side) {
        side(side() == side ? Side.PATH : side);
    }

    void focusText() {
        text.requestFocus();
        text.selectAll();
    }

    Query query() {
        return query;
    }

    /** @param sorts the table's */
    void sorts(List<Column.Sort> sorts) {
        want(query.sorts(sorts));
    }

    /** Lets everything through. */
    void clear() {
        List<Column.Sort> sorts = query.sorts();
        text.clear();
        List.of(days, tiers, models, verdicts, ends).forEach(this::open);
        want(Query.ALL.sorts(sorts));
    }

    /** How many were found, of how many. */
    void found(int found, int all) {
        count.setText(found == all ? context.texts().count("ui.decisions.count", all) : context.text("ui.decisions.countOf", found, all));
    }

    private void want(Query other) {
        if (!other.equals(query)) {
            query = other;
            changed.accept(other);
        }
    }

    private void tiers(List<Tier> all) {
        choices(tiers, all, context.words()::tier, value -> {
            tiers.setGraphic(value.map(Tiers::dot).orElse(null));
            want(query.tier(value));
        });
        for (int i = 0; i < all.size(); i++) {
            tiers.getItems().get(i + 2).setGraphic(Tiers.dot(all.get(i))); // behind "all" and the line
        }
    }

    private <T> void choices(MenuButton chip, List<T> values, Function<T, String> name, Consumer<Optional<T>> chosen) {
        var all = item(context.text((String) chip.getUserData()), () -> {
            open(chip);
            chosen.accept(Optional.empty());
        });
        chip.getItems().setAll(all, new SeparatorMenuItem());
        for (T value : values) {
            chip.getItems().add(item(name.apply(value), () -> {
                chosen(chip, name.apply(value));
                chosen.accept(Optional.of(value));
            }));
        }
    }

    private void dayMenu() {
        days.getItems().setAll(item(name(Days.ALL), () -> {
                    open(days);
                    want(query.days(Days.ALL));
                }),
                new SeparatorMenuItem(),
                dayItem(name(Days.TODAY), Days.TODAY), dayItem(name(Days.YESTERDAY), Days.YESTERDAY), dayItem(name(Days.WEEK), Days.WEEK));
        var months = new LinkedHashMap<YearMonth, Menu>();
        byDay(book.get(), context.zone()).forEach((day, messages) -> months
                .computeIfAbsent(YearMonth.from(day), month -> new Menu(context.figures().month(month))).getItems()
                .add(dayItem(context.text("ui.decisions.days.one", name(new Days.On(day)), messages), new Days.On(day))));
        if (!months.isEmpty()) {
            days.getItems().add(new SeparatorMenuItem());
            days.getItems().addAll(months.values());
        }
    }

    private MenuItem dayItem(String name, Days wanted) {
        return item(name, () -> {
            chosen(days, name(wanted));
            want(query.days(wanted));
        });
    }

    /** Days on which anything was decided, the newest first, with how much. */
    static Map<LocalDate, Integer> byDay(DecisionBook book, ZoneId zone) {
        var days = new LinkedHashMap<LocalDate, Integer>();
        for (DecisionRow row : book.rows().reversed()) {
            days.merge(LocalDate.ofInstant(row.line().at(), zone), 1, Integer::sum);
        }
        return days;
    }

    private List<String> served() {
        return book.get().rows().stream().flatMap(row -> row.line().served().stream()).map(DeploymentId::model).distinct().sorted().toList();
    }

    /** The chip lets everything through, and says so. */
    private void open(MenuButton chip) {
        chip.setText(context.text((String) chip.getUserData()));
        chip.setGraphic(null);
        chip.pseudoClassStateChanged(CHOSEN, false);
    }

    private static void chosen(MenuButton chip, String name) {
        chip.setText(name);
        chip.pseudoClassStateChanged(CHOSEN, true);
    }

    private static MenuItem item(String name, Runnable act) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }

    private String name(Verdict verdict) {
        return context.text("ui.decisions.verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }

    private String name(End end) {
        return context.text("ui.decisions.end." + end.name().toLowerCase(Locale.ROOT));
    }
}
