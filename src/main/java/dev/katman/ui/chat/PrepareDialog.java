package dev.katman.ui.chat;

import dev.katman.documents.Document;
import dev.katman.exchange.PreparationPrice;
import dev.katman.journal.PreparationGoal;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Work;
import dev.katman.words.PreparationWords;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what preparing a document would take, before anything is paid; for a table the reader names its columns. */
final class PrepareDialog {
    private static final Duration REST = Duration.ofMillis(250);
    private static final double WIDTH = 520;

    private final Context context;
    private final Preparing preparing;
    private final boolean table;
    private final Acts acts;
    private final PreparationWords words;
    private final Work.Latest prices;
    private final ComboBox<Document> document = new ComboBox<>();
    private final TextField columns = new TextField();
    private final Label price = Parts.wrapped("", "strong", "small");
    private final Label shares = Parts.wrapped("", "meta");
    private final Button begin;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private Optional<Preparing.Quote> quote = Optional.empty();

    /** What follows. */
    interface Acts {
        /** The reader wants it. */
        void begin(Document document, PreparationGoal goal, Preparing.Quote quote);
    }

    /** @param documents at least one, of which one is chosen */
    PrepareDialog(Context context, Preparing preparing, Node owner, List<Document> documents, boolean table, Acts acts) {
        this.context = context;
        this.preparing = preparing;
        this.table = table;
        this.acts = acts;
        words = new PreparationWords(context.words());
        prices = context.work().latest("price a preparation", REST);
        document.setId("prepare-document");
        document.setMaxWidth(Double.MAX_VALUE);
        document.getItems().setAll(documents);
        document.setConverter(new StringConverter<>() {
            @Override
            public String toString(Document one) {
                return one == null ? "" : one.name();
            }

            @Override
            public Document fromString(String name) {
                throw new UnsupportedOperationException("names are not typed here");
            }
        });
        document.getSelectionModel().selectFirst();
        document.setOnAction(event -> ask());
        var page = new VBox(8, named("ui.prepare.document", document), document);
        page.getStyleClass().add("document-page");
        if (table) {
            page.getChildren().addAll(columns());
        }
        shares.managedProperty().bind(shares.textProperty().isNotEmpty());
        page.getChildren().addAll(price, shares);
        var yes = new ButtonType(context.text("ui.prepare.begin"), ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(context.text(table ? "ui.action.prepareTable" : "ui.action.prepareSummary"));
        dialog.setResizable(true);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setContent(page);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().getButtonTypes().setAll(yes, new ButtonType(context.text("ui.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        begin = (Button) dialog.getDialogPane().lookupButton(yes);
        begin.setId("prepare-begin");
        dialog.setOnHidden(event -> {
            prices.forget();
            if (dialog.getResult() == yes) {
                quote.ifPresent(known -> goal().ifPresent(goal -> acts.begin(document.getValue(), goal, known)));
            }
        });
    }

    void show() {
        ask();
        dialog.show();
    }

    private Node[] columns() {
        columns.setId("prepare-columns");
        columns.setPromptText(context.text("ui.prepare.columns.prompt"));
        columns.textProperty().addListener((text, before, now) -> ask());
        var suggest = new Button(context.text("ui.prepare.columns.suggest"));
        suggest.setId("prepare-suggest");
        suggest.getStyleClass().setAll("button", "text-button", "suggest");
        suggest.setOnAction(event -> {
            Document of = document.getValue();
            context.work().run("suggest columns", () -> preparing.suggested(of), names -> columns.setText(String.join(", ", names)));
        });
        return new Node[] {named("ui.prepare.columns", columns), columns, Parts.wrapped(context.text("ui.prepare.columns.hint"), "meta"), suggest};
    }

    private Label named(String name, Node field) {
        var label = new Label(context.text(name));
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return label;
    }

    private Optional<PreparationGoal> goal() {
        return table ? ColumnNames.goal(columns.getText()) : Optional.of(new PreparationGoal.Summary());
    }

    private void ask() {
        quote = Optional.empty();
        begin.setDisable(true);
        shares.setText("");
        Optional<PreparationGoal> goal = goal();
        if (goal.isEmpty()) {
            prices.forget();
            price.setText(context.text("ui.prepare.columns.bad", PreparationGoal.MOST_COLUMNS, PreparationGoal.LONGEST_COLUMN));
            return;
        }
        price.setText(context.text("ui.prepare.pricing"));
        Document of = document.getValue();
        prices.ask(() -> preparing.quote(of, goal.get()), this::show);
    }

    private void show(Preparing.Quote known) {
        quote = Optional.of(known);
        begin.setDisable(false);
        PreparationPrice cost = known.price();
        price.setText(cost.steps() == 0 ? context.text("ui.prepare.there")
                : (known.before().isPresent() ? context.text("ui.prepare.begun") + " " : "") + words.price(cost));
        shares.setText(String.join("\n", cost.shares().stream().map(words::share).toList()));
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }
}
