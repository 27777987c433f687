package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.journal.ConversationRow;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.KeyNames;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Optional;

/** The conversations, by day, with a filter on top and a new one at the foot. */
final class ConversationsPane extends VBox {
    private final Context context;
    private final Chats chats;
    private final TextField search = new TextField();
    private final ObservableList<SideRow> rows = FXCollections.observableArrayList();
    private final ListView<SideRow> list = new ListView<>(rows);
    private final ListChangeListener<ConversationRow> changes = change -> show();
    private final ChangeListener<ChatModel> opened = (current, before, now) -> select();
    private final ChangeListener<Number> marked = (marks, before, now) -> show();
    private LocalDate shownOn = LocalDate.MIN;
    private boolean showing; // while the list follows the window, selecting opens nothing

    /** A day's name, or a conversation. */
    sealed interface SideRow {
        record Day(String name) implements SideRow {
        }

        /**
         * @param busy   whether an answer is under way there
         * @param unread whether one has come that was not looked at
         */
        record One(ConversationRow row, boolean busy, boolean unread) implements SideRow {
        }
    }

    ConversationsPane(Context context, Chats chats) {
        this.context = context;
        this.chats = chats;
        getStyleClass().addAll("side", "left");
        search.setId("search");
        search.getStyleClass().add("search-field");
        search.setPromptText(context.text("ui.side.search"));
        search.setAccessibleText(context.text("ui.side.search"));
        search.textProperty().addListener((text, before, now) -> show());
        var top = new VBox(search);
        top.getStyleClass().add("side-search");

        list.setId("conversations");
        list.getStyleClass().add("plain-list");
        list.setAccessibleText(context.text("ui.side.name"));
        list.setCellFactory(view -> new SideCell(context, this::rename, this::delete));
        var nothing = new Label(context.text("ui.side.empty"));
        nothing.getStyleClass().add("side-empty");
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (!showing && now instanceof SideRow.One one) {
                chats.open(one.row().id());
            }
        });
        getChildren().addAll(top, list, foot());
        // Held by the conversations, which outlive this pane; weak, so that a change of language leaves nothing behind.
        chats.conversations().addListener(new WeakListChangeListener<>(changes));
        chats.current().addListener(new WeakChangeListener<>(opened));
        chats.marks().addListener(new WeakChangeListener<>(marked));
        show();
    }

    private Button foot() {
        var name = new Label(context.text("ui.side.new"));
        var key = new Label();
        key.textProperty().bind(KeyNames.of(context.actions(), "newConversation"));
        key.getStyleClass().add("key");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(name, gap, key);
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setId("new-conversation");
        button.setGraphic(line);
        button.getStyleClass().setAll("button", "side-new");
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(18));
        button.setAccessibleText(context.text("ui.side.new"));
        button.setOnAction(event -> chats.fresh());
        VBox.setMargin(button, new Insets(6, 8, 8, 8));
        return button;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Shows today as today, when a day has passed. */
    void look() {
        if (!LocalDate.ofInstant(context.services().clock().instant(), context.zone()).equals(shownOn)) {
            show();
        }
    }

    /** Shows what there is now. */
    void show() {
        shownOn = LocalDate.ofInstant(context.services().clock().instant(), context.zone());
        var now = new ArrayList<SideRow>();
        for (DayGroup group : DayGroup.of(chats.conversations(), search.getText(), context.services().clock().instant(),
                context.zone(), context.texts().locale())) {
            now.add(new SideRow.Day(name(group)));
            group.conversations().forEach(row -> now.add(new SideRow.One(row, chats.busy(row.id()), chats.unread(row.id()))));
        }
        if (!now.equals(rows)) {
            showing = true;
            rows.setAll(now);
            showing = false;
        }
        select();
    }

    private void select() {
        showing = true;
        Optional<ConversationId> open = chats.current().get().conversation();
        int index = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof SideRow.One one && open.filter(one.row().id()::equals).isPresent()) {
                index = i;
            }
        }
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().select(index);
        }
        showing = false;
    }

    private String name(DayGroup group) {
        return switch (group.when()) {
            case TODAY -> context.text("ui.side.today");
            case YESTERDAY -> context.text("ui.side.yesterday");
            case DAY -> date("EEEE", group.day());
            case MONTH -> date(group.day().getYear() == shownOn.getYear() ? "LLLL" : "LLLL yyyy", group.day());
        };
    }

    private String date(String pattern, LocalDate day) {
        String text = DateTimeFormatter.ofPattern(pattern, context.texts().locale()).format(day);
        return text.substring(0, 1).toUpperCase(context.texts().locale()) + text.substring(1);
    }

    private void rename(ConversationRow row) {
        var dialog = new TextInputDialog(row.title());
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle(context.text("ui.side.rename"));
        dialog.setHeaderText(context.text("ui.side.rename.ask"));
        dialog.setGraphic(null);
        dialog.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
        buttons(dialog.getDialogPane().getButtonTypes(), "ui.side.rename");
        dialog.setResultConverter(type -> type.getButtonData() == ButtonBar.ButtonData.OK_DONE
                ? dialog.getEditor().getText() : null);
        dialog.showAndWait().map(String::strip).filter(title -> !title.isEmpty()).ifPresent(title -> chats.rename(row.id(), title));
    }

    private void delete(ConversationRow row) {
        var alert = new Alert(Alert.AlertType.NONE, context.text("ui.side.delete.ask", row.title()));
        alert.initOwner(getScene().getWindow());
        alert.setTitle(context.text("ui.side.delete"));
        alert.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
        buttons(alert.getButtonTypes(), "ui.side.delete");
        alert.showAndWait().filter(type -> type.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .ifPresent(type -> chats.delete(row.id()));
    }

    private void buttons(ObservableList<ButtonType> types, String act) {
        types.setAll(new ButtonType(context.text(act), ButtonBar.ButtonData.OK_DONE),
                new ButtonType(context.text("ui.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    }
}
