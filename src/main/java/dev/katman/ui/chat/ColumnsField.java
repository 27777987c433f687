package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
import dev.katman.exchange.Proposal;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import dev.katman.ui.kit.Work;
import dev.katman.words.ColumnWords;
import dev.katman.words.PreparationWords;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the reader says which columns a table is to have: typed, or proposed by the worker or by what is found in the text, and then changed. */
final class ColumnsField extends VBox {
    private static final int ROWS = 5;

    private final Context context;
    private final Preparing preparing;
    private final Supplier<Subject> subject;
    private final Runnable grown;
    private final PreparationWords words;
    private final ColumnWords columnWords;
    private final Work.Latest prices;
    private final TextArea names = new TextArea();
    private final ColumnKinds kinds;
    private final Button propose;
    private final Label says = Parts.wrapped("", "meta");
    private Optional<Cancellation> asking = Optional.empty();
    /** What was put into the field, and not by the reader. */
    private String filled = "";

    /**
     * @param subject what is chosen just now
     * @param first   columns that stand there to begin with
     * @param changed hears that something else is typed
     * @param grown   hears that what is said may need other room
     */
    ColumnsField(Context context, Preparing preparing, Supplier<Subject> subject, List<Column> first, Runnable changed, Runnable grown) {
        super(8);
        this.context = context;
        this.preparing = preparing;
        this.subject = subject;
        this.grown = grown;
        words = new PreparationWords(context.words());
        columnWords = new ColumnWords(context.texts());
        kinds = new ColumnKinds(context, this::set);
        prices = context.work().latest("price a proposal", Duration.ZERO);
        names.setId("prepare-columns");
        names.setPromptText(context.text("ui.prepare.columns.prompt"));
        names.setPrefRowCount(ROWS);
        names.setWrapText(true);
        names.setMinHeight(USE_PREF_SIZE);
        Parts.leavesByTab(names);
        set(first);
        showKinds();
        names.textProperty().addListener((text, before, now) -> {
            showKinds();
            changed.run();
        });
        var label = new Label(context.text("ui.prepare.columns"));
        label.setLabelFor(names);
        names.setAccessibleText(label.getText());
        propose = button("ui.prepare.columns.propose", "prepare-propose", this::propose);
        Button suggest = button("ui.prepare.columns.suggest", "prepare-suggest", this::suggest);
        says.setId("prepare-proposal");
        getChildren().addAll(label, names, Parts.wrapped(context.text("ui.prepare.columns.hint"), "meta"), kinds, new FlowPane(12, 2, propose, suggest), says);
    }

    private Button button(String text, String id, Runnable act) {
        Button button = Parts.textButton(context.text(text), act);
        button.getStyleClass().add("suggest");
        button.setId(id);
        return button;
    }

    void focus() {
        names.requestFocus();
        names.end();
    }

    ColumnNames.Typed typed() {
        return ColumnNames.of(names.getText());
    }

    private void set(List<Column> columns) {
        names.setText(columnWords.written(columns, "\n"));
        names.end();
    }

    private void showKinds() {
        switch (typed()) {
            case ColumnNames.Typed.Columns(var columns) -> {
                kinds.show(columns);
                kinds.setDisable(false);
            }
            case ColumnNames.Typed.NoKind none -> kinds.setDisable(true); // those of before stay: the dialog would jump with each key
            case ColumnNames.Typed.NoTable none -> kinds.setDisable(true);
        }
        grown.run();
    }

    /**
     * Shows what the worker has proposed before for the document that is chosen by now, unless the reader has typed something, and says what asking it
     * would take. Whatever was asked for another document is of no use.
     */
    void price() {
        close();
        propose.setDisable(false);
        Subject of = subject.get();
        prices.ask(() -> preparing.columns(of), this::show);
    }

    private void show(Preparing.Columns columns) {
        boolean untouched = names.getText().equals(filled);
        mayAskAgain(columns.before().isPresent());
        if (untouched) {
            fill(columns.before().map(Proposal::columns).orElse(List.of()));
        }
        String price = context.text(columns.before().isPresent() ? "ui.prepare.columns.priceAgain" : "ui.prepare.columns.price", words.price(columns.price()));
        say(columns.before().map(before -> (untouched ? proposed(before) : context.text("ui.prepare.columns.before", columnWords.written(before.columns(), ", ")))
                + " " + price).orElse(price));
    }

    private void mayAskAgain(boolean again) {
        propose.setText(context.text(again ? "ui.prepare.columns.again" : "ui.prepare.columns.propose"));
    }

    private void fill(List<Column> columns) {
        set(columns);
        filled = names.getText();
    }

    private String proposed(Proposal proposal) {
        return proposal.by().map(by -> context.text("ui.prepare.columns.proposed", by)).orElseGet(() -> context.text("ui.prepare.columns.found"));
    }

    private void propose() {
        var stop = new Cancellation();
        prices.forget();
        asking = Optional.of(stop);
        propose.setDisable(true);
        say(context.text("ui.prepare.columns.proposing"));
        preparing.propose(subject.get(), stop, waiting -> {
            if (!stop.isCancelled()) {
                say(waiting.map(wait -> words.waits(wait, context.services().clock().instant()))
                        .orElseGet(() -> context.text("ui.prepare.columns.proposing")));
            }
        }, proposal -> {
            if (!stop.isCancelled()) {
                asking = Optional.empty();
                propose.setDisable(false);
                proposal.ifPresentOrElse(this::show, () -> say(context.text("ui.prepare.columns.failed")));
            }
        });
    }

    private void show(Proposal proposal) {
        mayAskAgain(proposal.by().isPresent());
        say(proposed(proposal));
        fill(proposal.columns());
        focus();
    }

    private void suggest() {
        Subject of = subject.get();
        context.work().run("suggest columns", () -> preparing.suggested(of), this::fill);
    }

    private void say(String text) {
        says.setText(text);
        grown.run();
    }

    /** Nobody waits for what the worker would propose. */
    void close() {
        prices.forget();
        asking.ifPresent(Cancellation::cancel);
        asking = Optional.empty();
    }
}
