package dev.katman.ui.usage;

import dev.katman.journal.JournalException;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Place;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was used: figures on top, charts below. Everything is read and gathered off the FX thread. */
public final class UsagePage extends BorderPane {
    private static final Logger LOG = LoggerFactory.getLogger(UsagePage.class);
    /** The journal is written a moment after the levels change, so it is read once more. */
    private static final int SETTLING = 2;
    private static final Duration REST = Duration.ofSeconds(5);
    /** Reading takes at most a twentieth of the time, however much there is to read. */
    private static final int RESTS = 20;
    /** A reading that takes longer says so, since old figures must not stand under a new date as if they were its own. */
    private static final javafx.util.Duration SOON = javafx.util.Duration.millis(250);
    private static final double PALE = 0.35;

    private final Services services;
    private final Work work;
    private final ZoneId zone;
    private final UsageWords words;
    private final UsageReader reader;
    private final Work.Latest latest;
    private final Runnable toChat;
    private final SpanBar bar;
    private final Label said = new Label();
    private final Tiles tiles;
    private final VBox content = new VBox();
    private final ScrollPane pane;
    private final PauseTransition slow = new PauseTransition(SOON);
    private Optional<Charts> charts = Optional.empty();
    private UsageSpan.Kind kind = UsageSpan.Kind.DAY;
    private int back;
    private Measure measure = Measure.TOKENS;
    private boolean asTables;
    private UsageSpan shown;
    private long seen = -1;
    private int settling;
    private Instant next = Instant.MIN;
    private int asked;

    /** A board, where there was one to make, and how long it took. */
    private record Timed(Optional<Board> board, Duration took) {
    }

    /** @param toChat where the first message is written */
    public UsagePage(Context context, Runnable toChat) {
        services = context.services();
        work = context.work();
        zone = context.zone();
        this.toChat = toChat;
        words = new UsageWords(context.texts(), context.words(), context.figures());
        reader = new UsageReader(services.journal().history(), services.ledger(), services.catalog(), services.exchange()::inUse, zone);
        latest = work.latest("read usage", Duration.ZERO);
        tiles = new Tiles(words);
        bar = new SpanBar(words, acts());
        getStyleClass().add("usage-page");
        said.getStyleClass().addAll("chart-about", "usage-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        say("");
        content.getStyleClass().add("usage-content");
        pane = new ScrollPane(content);
        pane.getStyleClass().add("usage-pane");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.vvalueProperty().addListener((value, before, now) -> charts.ifPresent(Charts::letGo));
        slow.setOnFinished(event -> {
            content.setOpacity(PALE);
            say(words.text("ui.usage.reading"));
        });
        var top = new VBox(bar, said);
        top.getStyleClass().add("usage-top");
        setTop(top);
        setCenter(pane);
        shown = span(services.clock().instant());
        bar.show(shown, true);
    }

    private SpanBar.Acts acts() {
        return new SpanBar.Acts() {
            @Override
            public void kind(UsageSpan.Kind other) {
                kind = other;
                back = 0;
                read();
            }

            @Override
            public void back(int by) {
                UsagePage.this.back(by);
            }

            @Override
            public void present() {
                UsagePage.this.back(-back);
            }

            @Override
            public void measure(Measure other) {
                measure = other;
                read();
            }

            @Override
            public void asTables(boolean wanted) {
                asTables = wanted;
                charts.ifPresent(all -> all.asTables(wanted));
            }
        };
    }

    /** The page is turned to. */
    public void turnedTo() {
        look();
        bar.focus();
    }

    /** Goes on where another page was, which may have spoken another language. */
    public void takeOver(UsagePage before) {
        kind = before.kind;
        back = before.back;
        measure = before.measure;
        asTables = before.asTables;
        shown = span(services.clock().instant());
        bar.show(shown, back == 0);
        bar.choose(measure, asTables);
    }

    /** The parts between which one key goes. */
    public List<Parent> regions() {
        return List.of(bar, pane);
    }

    /** What can be done here. */
    public List<Action> actions() {
        var all = new ArrayList<Action>();
        for (UsageSpan.Kind each : UsageSpan.Kind.values()) {
            String name = each.name().charAt(0) + each.name().substring(1).toLowerCase(Locale.ROOT);
            all.add(Action.of("span" + name, Place.USAGE, () -> bar.choose(each)));
        }
        all.add(Action.of("earlier", Place.USAGE, () -> back(1)).keys("Alt+Left"));
        all.add(Action.of("later", Place.USAGE, () -> back(-1)).keys("Alt+Right").when(() -> back > 0));
        all.add(Action.of("present", Place.USAGE, () -> back(-back)).keys("Alt+Home").when(() -> back > 0));
        all.add(Action.of("asTables", Place.USAGE, bar::toggleTables).keys("Shortcut+Shift+T"));
        return all;
    }

    private void back(int by) {
        back = Math.max(0, back + by);
        read();
    }

    /** Reads what is new. Called when the page is opened and every second while it is. */
    public void look() {
        Instant now = services.clock().instant();
        long version = services.ledger().version();
        if (version != seen) {
            seen = version;
            settling = SETTLING;
        }
        boolean moved = !span(now).equals(shown);
        if (!now.isBefore(next) && (settling > 0 || moved)) {
            settling--;
            read();
        }
    }

    private UsageSpan span(Instant now) {
        return UsageSpan.of(kind, now, back, zone);
    }

    private void read() {
        Instant now = services.clock().instant();
        UsageSpan span = span(now);
        Measure counted = measure;
        int mine = ++asked;
        if (!span.equals(shown) || content.getChildren().isEmpty()) {
            slow.playFromStart();
        }
        shown = span;
        next = now.plus(REST);
        bar.show(span, back == 0);
        latest.ask(() -> {
            long begun = System.nanoTime();
            try {
                Reading reading = reader.read(span, services.policies().get().workBelow(), now);
                return new Timed(Optional.of(Board.of(reading, counted, services.catalog(), words)),
                        Duration.ofNanos(System.nanoTime() - begun));
            } catch (JournalException e) {
                LOG.warn("the usage could not be read", e);
                return new Timed(Optional.empty(), Duration.ofNanos(System.nanoTime() - begun));
            } finally {
                work.pulse().post(() -> ended(mine));
            }
        }, done -> {
            Duration rest = done.took().multipliedBy(RESTS);
            next = now.plus(rest.compareTo(REST) > 0 ? rest : REST);
            done.board().ifPresentOrElse(this::show, () -> {
                settling = 1; // and is tried again by itself
                nothing("ui.usage.failed", "ui.usage.failed.act", this::read);
            });
        });
    }

    private void ended(int reading) {
        if (reading == asked) { // else a newer one is still under way
            slow.stop();
            content.setOpacity(1);
            if (said.getText().equals(words.text("ui.usage.reading"))) {
                say("");
            }
        }
    }

    private void show(Board board) {
        Reading reading = board.reading();
        if (reading.lastCall().isEmpty()) {
            nothing("ui.usage.empty", "ui.usage.empty.act", toChat);
        } else if (reading.cells().isEmpty()) {
            Instant last = reading.lastCall().get();
            nothing("ui.usage.emptySpan", "ui.usage.emptySpan.act", () -> {
                back = UsageSpan.back(kind, services.clock().instant(), last, zone);
                read();
            });
        } else {
            tiles.show(reading);
            if (charts.isEmpty()) {
                var made = new Charts(words, board.charts(), new ChartFiles(words, work,
                        ChartFiles.Chooser.of(() -> getScene().getWindow()), () -> shown, this::say));
                made.asTables(asTables);
                charts = Optional.of(made);
            }
            charts.get().show(board.charts());
            if (content.getChildren().size() < 2) {
                content.getChildren().setAll(tiles.view(), charts.get().view());
            }
        }
    }

    private void nothing(String key, String act, Runnable step) {
        var text = new Label(words.text(key));
        text.getStyleClass().add("nothing");
        var button = new Button(words.text(act));
        button.setId("usage-next");
        button.setOnAction(event -> step.run());
        var box = new VBox(16, text, button);
        box.getStyleClass().add("usage-nothing");
        VBox.setVgrow(box, Priority.ALWAYS);
        content.getChildren().setAll(box);
    }

    private void say(String sentence) {
        said.setText(sentence);
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
    }
}
