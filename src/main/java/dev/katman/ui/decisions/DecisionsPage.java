package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Tiers;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every decision in a table; beside it the chosen one as a path. */
public final class DecisionsPage extends BorderPane {
    /** As many as one scrolls through; older ones are the usage page's matter. */
    private static final int LAST = 1000;

    /** The journal is written a moment after the levels change, so it is read a few times more. */
    private static final int SETTLING = 3;

    private final Context context;
    private final DecisionsModel model;
    private final TableView<DecisionRecord> table = new TableView<>();
    private final StackPane side = new StackPane();
    private final Consumer<DecisionRecord> openInChat;
    private long seen = -1;
    private int settling;
    private Optional<DecisionId> wanted = Optional.empty();
    private Optional<DecisionRecord> drawn = Optional.empty();

    /** @param openInChat shows the conversation of a decision */
    public DecisionsPage(Context context, Consumer<DecisionRecord> openInChat) {
        this.context = context;
        this.openInChat = openInChat;
        this.model = new DecisionsModel(context.texts().locale());
        columns();
        table.setId("decisions");
        table.getStyleClass().addAll("decisions-table", "dense");
        table.setAccessibleText(context.text("ui.decisions.name"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setItems(sorted());
        table.setPlaceholder(nothing("ui.decisions.empty"));
        table.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> draw(Optional.ofNullable(now)));

        var left = new BorderPane(table);
        left.setTop(tools());
        left.setMinWidth(320);
        var pane = new ScrollPane(side);
        pane.getStyleClass().add("path-pane");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinWidth(340);
        var split = new SplitPane(left, pane);
        split.getStyleClass().add("quiet-split");
        split.setDividerPositions(0.52);
        setCenter(split);
        draw(Optional.empty());
    }

    /** Reads what is new. Called when the page is opened and every second while it is. */
    public void look() {
        long version = context.services().ledger().version();
        settling = version != seen ? SETTLING : settling - 1;
        seen = version;
        if (settling >= 0 || wanted.isPresent()) {
            context.work().run("read decisions", () -> context.services().journal().decisions(LAST), records -> {
                Optional<DecisionId> chosen = wanted.or(() -> drawn.map(DecisionRecord::id));
                model.records(records);
                wanted = Optional.empty();
                chosen.flatMap(model::find).or(() -> records.stream().findFirst()).ifPresent(this::select);
            });
        }
    }

    /** Chooses this decision as soon as it is read. */
    public void open(DecisionId id) {
        wanted = Optional.of(id);
        look();
    }

    private void select(DecisionRecord record) {
        if (!record.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(record);
        }
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0 && wanted.isEmpty() && drawn.filter(record::equals).isEmpty()) {
            table.scrollTo(Math.max(0, index - 3));
        }
        draw(Optional.of(record));
    }

    private SortedList<DecisionRecord> sorted() {
        var sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        return sorted;
    }

    private HBox tools() {
        var filter = new TextField();
        filter.setId("decisions-filter");
        filter.getStyleClass().add("search-field");
        filter.setPromptText(context.text("ui.decisions.filter"));
        filter.setAccessibleText(context.text("ui.decisions.filter"));
        filter.textProperty().addListener((text, before, now) -> model.filter(now));
        HBox.setHgrow(filter, Priority.ALWAYS);

        var tiers = new MenuButton(context.text("ui.decisions.allTiers"));
        tiers.getStyleClass().setAll("menu-button", "tier-choice");
        var group = new ToggleGroup();
        tiers.getItems().add(tierItem(context.text("ui.decisions.allTiers"), Optional.empty(), group, tiers));
        for (Tier tier : new Tier[] {Tier.CONVERSATION, Tier.WORKER, Tier.DEEP}) {
            tiers.getItems().add(tierItem(context.words().tier(tier), Optional.of(tier), group, tiers));
        }
        var tools = new HBox(filter, tiers);
        tools.getStyleClass().add("decisions-tools");
        return tools;
    }

    private RadioMenuItem tierItem(String name, Optional<Tier> tier, ToggleGroup group, MenuButton menu) {
        var item = new RadioMenuItem(name, tier.map(Tiers::dot).orElse(null));
        item.setToggleGroup(group);
        item.setSelected(tier.isEmpty());
        item.setOnAction(event -> {
            menu.setText(name);
            menu.setGraphic(tier.map(Tiers::dot).orElse(null));
            model.tier(tier);
        });
        return item;
    }

    private void columns() {
        TableColumn<DecisionRecord, DecisionRecord> time = column("time", 90, Comparator.comparing(DecisionRecord::at), this::time);
        style(time, "clock");
        TableColumn<DecisionRecord, DecisionRecord> message = column("message", 120, Comparator.comparing(DecisionRecord::text),
                record -> record.text().strip().replaceAll("\\s+", " "));
        TableColumn<DecisionRecord, DecisionRecord> type = column("type", 98,
                Comparator.comparing((DecisionRecord record) -> record.decision().assessment().type()),
                record -> context.words().type(record.decision().assessment().type()));
        TableColumn<DecisionRecord, DecisionRecord> difficulty = column("difficulty", 50,
                Comparator.comparing((DecisionRecord record) -> record.decision().assessment().difficulty()),
                record -> String.valueOf(record.decision().assessment().difficulty()));
        TableColumn<DecisionRecord, DecisionRecord> served = column("served", 130,
                Comparator.comparing((DecisionRecord record) -> record.served().map(DeploymentId::toString).orElse("")),
                record -> record.served().map(DeploymentId::model).orElse("—"));
        TableColumn<DecisionRecord, DecisionRecord> tokens = column("tokens", 70, Comparator.comparing(DecisionRecord::tokens),
                record -> context.texts().number(record.tokens()));
        style(tokens, "figure");
        TableColumn<DecisionRecord, DecisionRecord> took = column("took", 72, Comparator.comparing(DecisionRecord::took),
                record -> context.words().duration(record.took()));
        style(took, "figure");
        table.getColumns().setAll(List.of(time, message, type, difficulty, tier(), served, tokens, took));
        // Where it is narrow, the message keeps its room; the path beside the table tells the rest.
        type.visibleProperty().bind(table.widthProperty().greaterThan(660));
        took.visibleProperty().bind(table.widthProperty().greaterThan(580));
        tokens.visibleProperty().bind(table.widthProperty().greaterThan(510));
    }

    private String time(DecisionRecord record) {
        LocalDate today = LocalDate.ofInstant(context.services().clock().instant(), context.zone());
        return LocalDate.ofInstant(record.at(), context.zone()).equals(today) ? context.figures().exactTime(record.at())
                : context.figures().dayAndTime(record.at());
    }

    private TableColumn<DecisionRecord, DecisionRecord> tier() {
        TableColumn<DecisionRecord, DecisionRecord> column = column("tier", 48,
                Comparator.comparing(DecisionRecord::servedTier), record -> "");
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(DecisionRecord record, boolean empty) {
                super.updateItem(record, empty);
                boolean shown = !empty && record != null;
                setGraphic(shown ? Tiers.dot(record.servedTier()) : null);
                setText(shown ? String.valueOf(record.servedTier().number()) : null);
                setAccessibleText(shown ? context.words().tier(record.servedTier()) : null);
            }
        });
        return column;
    }

    private TableColumn<DecisionRecord, DecisionRecord> column(String key, double width, Comparator<DecisionRecord> order,
            Function<DecisionRecord, String> text) {
        var column = new TableColumn<DecisionRecord, DecisionRecord>(context.text("ui.decisions.column." + key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        if (!key.equals("message")) { // the message takes the room that is left
            column.setMaxWidth(width);
        }
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(DecisionRecord record, boolean empty) {
                super.updateItem(record, empty);
                setText(empty || record == null ? null : text.apply(record));
            }
        });
        return column;
    }

    private static void style(TableColumn<?, ?> column, String style) {
        column.getStyleClass().add(style);
    }

    private void draw(Optional<DecisionRecord> record) {
        if (record.isPresent() && record.equals(drawn)) {
            return;
        }
        drawn = record;
        side.getChildren().setAll(record.<Node>map(r -> new PathView(context, r, openInChat))
                .orElseGet(() -> nothing("ui.decisions.choose")));
        side.setAlignment(record.isPresent() ? Pos.TOP_LEFT : Pos.CENTER);
    }

    private VBox nothing(String key) {
        var text = new Label(context.text(key));
        text.getStyleClass().add("nothing");
        text.setMaxWidth(300);
        var box = new VBox(text);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
