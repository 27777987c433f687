package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionLine.End;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.journal.JournalException;
import dev.katman.ui.decisions.FilterBar.Side;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Place;
import dev.katman.ui.kit.Work;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Every decision in a table; beside it the chosen one as a path, or what might have been, or how the local judge fares. Only what is new is
 * read, and what is looked for is found off the FX thread.
 */
public final class DecisionsPage extends BorderPane {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionsPage.class);
    /** Between two keys of somebody who types. */
    private static final Duration REST = Duration.ofMillis(60);
    private static final double LEAST_TABLE = 360;
    private static final double LEAST_SIDE = 400;

    private final Context context;
    private final Acts acts;
    private final Tags tags;
    private final Work.Latest searches;
    private final Work.Latest details;
    private final FilterBar bar;
    private final DecisionsTable table;
    private final StackPane path = new StackPane();
    private final ScrollPane side = new ScrollPane(path);
    private final FilteredOut filteredOut;
    private final WhatIfPanel whatIf;
    private final JudgePanel judge;
    private DecisionBook book = DecisionBook.EMPTY;
    private long deletions;
    private LocalDate searched = LocalDate.MIN;
    private boolean reading;
    private boolean read;
    private boolean failed;
    private Optional<DecisionId> chosen = Optional.empty();
    private Optional<DecisionId> wanted = Optional.empty();
    private Optional<Detail> drawn = Optional.empty();

    /** What the page asks of the window. */
    public interface Acts {
        /** Shows where that was said. */
        void openInChat(DecisionRecord record);

        /** The reader has said which tier it should have been. */
        void taught(DecisionRecord record);
    }

    public DecisionsPage(Context context, Acts acts) {
        this.context = context;
        this.acts = acts;
        tags = new Tags(context.words());
        searches = context.work().latest("search decisions", REST);
        details = context.work().latest("read decision", Duration.ZERO);
        bar = new FilterBar(context, () -> book, query -> search(), this::turn);
        table = new DecisionsTable(context, row -> choose(row.line().id()), bar::sorts);
        whatIf = new WhatIfPanel(context, this::open, () -> bar.side(Side.PATH));
        judge = new JudgePanel(context, () -> bar.side(Side.PATH));
        filteredOut = new FilteredOut(context, bar::clear);
        deletions = context.services().journal().deletions();
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (context.actions().matches("openInChat", key)) {
                told().ifPresent(acts::openInChat);
            }
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> bar.side(Side.PATH)); // whoever clicks a decision wants to see it

        var left = new BorderPane(table);
        left.setTop(bar);
        left.setMinWidth(LEAST_TABLE);
        side.getStyleClass().add("path-pane");
        side.setFitToWidth(true);
        side.setFitToHeight(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var right = new BorderPane(side);
        right.setTop(filteredOut);
        right.setMinWidth(LEAST_SIDE);
        var split = new SplitPane(left, right);
        split.getStyleClass().add("quiet-split");
        split.setDividerPositions(0.5);
        setCenter(split);
        say();
    }

    /** Goes on where another page was, which may have spoken another language. */
    public void takeOver(DecisionsPage before) {
        table.sorts(before.bar.query().sorts());
        whatIf.takeOver(before.whatIf);
        bar.takeOver(before.bar);
        wanted = before.wanted.or(() -> before.chosen)
                .filter(id -> before.table.getItems().stream().anyMatch(row -> row.line().id().equals(id)));
        before.chosen.ifPresent(this::choose);
    }

    /** The decision drawn, where its message is still there. */
    private Optional<DecisionRecord> told() {
        return drawn.map(Detail::record).filter(record -> !record.text().isEmpty());
    }

    /** The parts between which one key goes. */
    public List<Parent> regions() {
        return List.of(bar, table, side);
    }

    /** What can be done here. */
    public List<Action> actions() {
        return List.of(Action.of("findDecision", Place.DECISIONS, bar::focusText).keys("Shortcut+F"),
                Action.of("clearFilter", Place.DECISIONS, bar::clear).when(() -> !bar.query().isOpen()),
                Action.of("whatIf", Place.DECISIONS, () -> bar.toggle(Side.WHAT_IF)).keys("Shortcut+Shift+W"),
                Action.of("judge", Place.DECISIONS, () -> bar.toggle(Side.JUDGE)).keys("Shortcut+Shift+J"),
                Action.of("openInChat", Place.DECISIONS, () -> told().ifPresent(acts::openInChat)).keysWithin("Enter")
                        .when(() -> told().isPresent()));
    }

    /** Reads what is new. Called every second while the page is open. */
    public void look() {
        if (!today().equals(searched)) {
            search();
        }
        if (reading) {
            return;
        }
        reading = true;
        Journal journal = context.services().journal();
        long deleted = journal.deletions();
        DecisionBook before = book;
        Optional<DecisionId> from = deleted == deletions ? before.from() : Optional.empty();
        context.work().run("read decisions", () -> read(before, from), now -> {
            reading = false;
            if (failed != now.isEmpty()) {
                failed = now.isEmpty();
                say();
            }
            now.ifPresent(other -> {
                deletions = deleted;
                seen(other);
            });
        });
    }

    /** The page is turned to: what could be said elsewhere meanwhile is read again. */
    public void turnedTo() {
        look();
        chosen.ifPresent(this::load);
        turn(bar.side());
        table.requestFocus();
    }

    private Optional<DecisionBook> read(DecisionBook before, Optional<DecisionId> from) {
        try {
            return Optional.of(before.with(from, context.services().journal().decisionLines(from), tags));
        } catch (JournalException e) {
            if (!failed) {
                LOG.warn("the decisions could not be read", e);
            }
            return Optional.empty();
        }
    }

    private void seen(DecisionBook now) {
        Optional<DecisionRow> before = chosen.flatMap(book::find);
        boolean first = !read;
        read = true;
        if (now != book || first || wanted.isPresent()) {
            book = now;
            search();
        }
        Optional<DecisionRow> after = chosen.flatMap(book::find);
        if (!after.equals(before) || after.filter(row -> row.line().end() == End.UNDER_WAY).isPresent()) {
            chosen.ifPresent(this::load);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(context.services().clock().instant(), context.zone());
    }

    private void search() {
        searched = today();
        Query query = bar.query();
        DecisionBook all = book;
        LocalDate today = searched;
        searches.ask(() -> query.in(all, today, context.zone()), found -> show(found, all, query));
    }

    private void show(List<DecisionRow> found, DecisionBook all, Query query) {
        table.show(found, chosen);
        filteredOut.now(chosen.isPresent() && !query.isOpen() && found.stream().noneMatch(row -> row.line().id().equals(chosen.get())));
        bar.found(found.size(), all.rows().size());
        say();
        if (wanted.isPresent()) {
            if (table.reveal(wanted.get())) {
                wanted = Optional.empty();
            } else if (all.find(wanted.get()).isPresent()) {
                bar.clear(); // which searches again
            }
        } else if (chosen.isEmpty() && !found.isEmpty()) {
            DecisionId newest = found.getFirst().line().id();
            choose(newest);
            table.reveal(newest);
        }
    }

    /** Chooses this decision, and brings it into sight as soon as it is read. */
    public void open(DecisionId id) {
        bar.side(Side.PATH);
        wanted = Optional.of(id);
        choose(id);
        search();
        look();
    }

    private void choose(DecisionId id) {
        chosen = Optional.of(id);
        filteredOut.now(false); // until a search says otherwise
        load(id);
    }

    private void load(DecisionId id) {
        details.ask(() -> Detail.read(context.services().journal(), id), found -> found.ifPresent(this::draw));
    }

    private void draw(Detail detail) {
        if (drawn.filter(detail::equals).isPresent()) {
            return;
        }
        boolean same = drawn.filter(d -> d.record().id().equals(detail.record().id())).isPresent();
        Optional<String> focused = focused();
        drawn = Optional.of(detail);
        path.getChildren().setAll(new PathView(context, detail, acts::openInChat, tier -> teach(detail.record(), tier)));
        path.setAlignment(Pos.TOP_LEFT);
        if (!same) {
            side.setVvalue(0);
        } else {
            focused.map(id -> path.lookup("#" + id)).ifPresent(Node::requestFocus); // drawn anew under somebody's fingers
        }
    }

    private Optional<String> focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner != null && owner.getId() != null && path.lookup("#" + owner.getId()) == owner ? Optional.of(owner.getId())
                : Optional.empty();
    }

    private void teach(DecisionRecord record, Tier tier) {
        context.work().run("teach", () -> {
            context.services().exchange().teach(record.id(), tier);
            return record;
        }, done -> {
            load(done.id());
            acts.taught(done);
        });
    }

    private void turn(Side to) {
        side.setContent(switch (to) {
            case PATH -> path;
            case WHAT_IF -> whatIf;
            case JUDGE -> judge;
        });
        side.setVvalue(0);
        filteredOut.beside(to == Side.PATH);
        if (to == Side.WHAT_IF) {
            whatIf.turnedTo();
        } else if (to == Side.JUDGE) {
            judge.turnedTo();
        }
    }

    /** What stands in the place of rows and of a path while there are none. */
    private void say() {
        table.setPlaceholder(failed ? nothing("ui.decisions.failed") : !read ? nothing("ui.decisions.reading")
                : book.isEmpty() ? nothing("ui.decisions.empty") : unmatched());
        if (drawn.isEmpty()) {
            path.getChildren().setAll(nothing(book.isEmpty() ? "ui.decisions.path.empty" : "ui.decisions.choose"));
            path.setAlignment(Pos.CENTER);
        }
    }

    private VBox unmatched() {
        VBox box = nothing("ui.decisions.unmatched");
        var clear = new Button(context.text("ui.decisions.clear"));
        clear.setId("clear-filter");
        clear.setOnAction(event -> bar.clear());
        box.getChildren().add(clear);
        return box;
    }

    private VBox nothing(String key) {
        var text = Parts.wrapped(context.text(key), "nothing");
        text.setMaxWidth(300);
        var box = new VBox(12, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("nothing-box");
        return box;
    }
}
