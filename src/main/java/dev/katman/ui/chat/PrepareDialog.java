package dev.katman.ui.chat;

import dev.katman.exchange.PreparationPrice;
import dev.katman.journal.PreparationGoal;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Dialogs;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Work;
import dev.katman.words.ColumnWords;
import dev.katman.words.PreparationWords;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what preparing a document would take, before anything is paid; for a table the reader says which columns it has. */
final class PrepareDialog {
    private static final Duration REST = Duration.ofMillis(250);
    private static final double WIDTH = 520;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Context context;
    private final Preparing preparing;
    private final boolean anew;
    private final PreparationWords words;
    private final Work.Latest prices;
    private final ComboBox<Subject> subject = new ComboBox<>();
    private final Optional<ColumnsField> columns;
    private final Label price = Parts.wrapped("", "strong", "small", "price");
    private final Label shares = Parts.wrapped("", "meta");
    private final Button begin;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private Optional<Preparing.Quote> quote = Optional.empty();

    /** What follows. */
    interface Acts {
        /** The reader wants it. */
        void begin(Subject subject, PreparationGoal goal, Preparing.Quote quote);
    }

    /**
     * @param subjects at least one, of which one is chosen
     * @param goal     a table's columns can be changed
     * @param anew     whether also what was prepared before
     */
    PrepareDialog(Context context, Preparing preparing, Node owner, List<? extends Subject> subjects, PreparationGoal goal, boolean anew, Acts acts) {
        this.context = context;
        this.preparing = preparing;
        this.anew = anew;
        words = new PreparationWords(context.words());
        prices = context.work().latest("price a preparation", REST);
        subject.setId("prepare-document");
        subject.setMaxWidth(Double.MAX_VALUE);
        subject.getItems().setAll(subjects);
        subject.setConverter(new StringConverter<>() {
            @Override
            public String toString(Subject one) {
                return one == null ? "" : one.name();
            }

            @Override
            public Subject fromString(String name) {
                throw new UnsupportedOperationException("names are not typed here");
            }
        });
        subject.getSelectionModel().selectFirst();
        var name = new Label(context.text("ui.prepare.document"));
        name.setLabelFor(subject);
        subject.setAccessibleText(name.getText());
        var page = new VBox(8, name, subject);
        page.getStyleClass().add("document-page");
        columns = goal instanceof PreparationGoal.Table(var names)
                ? Optional.of(new ColumnsField(context, preparing, subject::getValue, names, this::ask, this::fit)) : Optional.empty();
        columns.ifPresent(page.getChildren()::add);
        subject.setOnAction(event -> {
            columns.ifPresent(ColumnsField::price);
            ask();
        });
        shares.managedProperty().bind(shares.textProperty().isNotEmpty());
        page.getChildren().addAll(price, shares);
        var yes = new ButtonType(context.text("ui.prepare.begin"), ButtonBar.ButtonData.OK_DONE);
        Dialogs.over(owner.getScene(), dialog, context.text(columns.isPresent() ? "ui.action.prepareTable" : "ui.action.prepareSummary"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(page);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().getButtonTypes().setAll(yes, new ButtonType(context.text("ui.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        begin = (Button) dialog.getDialogPane().lookupButton(yes);
        begin.setId("prepare-begin");
        dialog.setOnShown(event -> columns.ifPresentOrElse(ColumnsField::focus, subject::requestFocus));
        dialog.setOnHidden(event -> {
            prices.forget();
            columns.ifPresent(ColumnsField::close);
            if (dialog.getResult() == yes) {
                quote.ifPresent(known -> goal().ifPresent(wanted -> acts.begin(subject.getValue(), wanted, known)));
            }
        });
    }

    void show() {
        columns.ifPresent(ColumnsField::price);
        ask();
        dialog.show();
    }

    /** Empty where no table can have what is typed, or nothing is: all pieces are paid only for columns that the reader has seen. */
    private Optional<PreparationGoal> goal() {
        return columns.map(field -> field.typed() instanceof ColumnNames.Typed.Columns(var named) && !named.isEmpty()
                ? Optional.<PreparationGoal>of(new PreparationGoal.Table(named)) : Optional.<PreparationGoal>empty())
                .orElseGet(() -> Optional.of(new PreparationGoal.Summary()));
    }

    /** What it takes as things are typed by now. */
    private void ask() {
        quote = Optional.empty();
        begin.setDisable(true);
        shares.setText("");
        Optional<PreparationGoal> goal = goal();
        if (goal.isEmpty()) {
            prices.forget();
            begin.setText(context.text("ui.prepare.begin"));
            columns.map(ColumnsField::typed).ifPresent(this::sayWhatIsMissing);
            return;
        }
        say(false, context.text("ui.prepare.pricing"));
        Subject of = subject.getValue();
        prices.ask(() -> preparing.quote(of, goal.get(), anew), this::show);
    }

    private void sayWhatIsMissing(ColumnNames.Typed typed) {
        switch (typed) {
            case ColumnNames.Typed.Columns none -> say(false, context.text("ui.prepare.columns.none"));
            case ColumnNames.Typed.NoKind(var column) -> say(true, context.text("ui.prepare.columns.noKind", column,
                    new ColumnWords(context.texts()).kinds()));
            case ColumnNames.Typed.NoTable bad -> say(true, context.text("ui.prepare.columns.bad", PreparationGoal.MOST_COLUMNS,
                    PreparationGoal.LONGEST_COLUMN));
        }
    }

    private void say(boolean wrong, String sentence) {
        price.pseudoClassStateChanged(WRONG, wrong);
        price.setGraphic(wrong ? Icons.of(Feather.ALERT_CIRCLE) : null);
        price.setText(sentence);
        fit();
    }

    private void show(Preparing.Quote known) {
        quote = Optional.of(known);
        PreparationPrice cost = known.price();
        boolean there = cost.steps() == 0;
        boolean begun = !there && known.before().isPresent();
        price.setText(there ? context.text("ui.prepare.there") : (begun ? context.text("ui.prepare.begun") + " " : "") + words.price(cost));
        begin.setText(context.text(there ? "ui.prepare.open" : begun ? "ui.prepare.goOn" : "ui.prepare.begin"));
        begin.setDisable(false);
        shares.setText(String.join("\n", cost.shares().stream().map(words::share).toList()));
        fit();
    }

    /** What is said may have become longer. */
    private void fit() {
        if (dialog.isShowing()) {
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        }
    }
}
