package dev.katman.ui.chat;

import javafx.collections.ObservableListBase;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows on the left, and what keys and mouse do with them. */
final class SideList extends ListView<SideRow> {
    private static final double INDENT = 12;

    /** What is done. */
    interface Acts {
        /** A row was come to, by key or mouse. */
        void reached(SideRow row);

        /** A row was meant: Enter, a click. */
        void meant(SideRow row);

        /**
         * A key was pressed on a row that has it for something.
         *
         * @return whether it did something
         */
        boolean pressed(KeyEvent event, SideRow row);

        /** What can be done with a row. */
        Optional<ContextMenu> menu(SideRow row);
    }

    private final Rows rows = new Rows();
    private final Acts acts;
    private ContextMenu menu = new ContextMenu();
    private boolean following; // while the list follows others, nobody has come to a row

    SideList(Acts acts) {
        this.acts = acts;
        setItems(rows);
        setId("conversations");
        getStyleClass().add("plain-list");
        getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (!following && now != null) {
                acts.reached(now);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        setOnContextMenuRequested(this::menu);
    }

    Optional<SideRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /** Comes to the first row at which one can stop. */
    void enter() {
        for (int i = 0; i < rows.size(); i++) {
            if (!(rows.get(i) instanceof SideRow.Head)) {
                requestFocus();
                getSelectionModel().select(i);
                return;
            }
        }
    }

    /** Marks the row, or none, without coming to it. */
    void mark(Optional<SideRow> row) {
        following = true;
        int index = row.map(rows::indexOf).orElse(-1);
        if (index < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != index) {
            getSelectionModel().select(index);
        }
        following = false;
    }

    /** Shows other rows, without coming to any. */
    void show(List<SideRow> now) {
        following = true;
        rows.become(now);
        following = false;
    }

    private void pressed(KeyEvent event) {
        SideRow row = getSelectionModel().getSelectedItem();
        if (acts.pressed(event, row)) {
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            under(event.getPickResult().getIntersectedNode()).ifPresent(acts::meant);
        }
    }

    private void menu(ContextMenuEvent event) {
        menu.hide();
        Optional<SideRow> row = event.isKeyboardTrigger() ? selected() : under(event.getPickResult().getIntersectedNode());
        row.flatMap(acts::menu).ifPresent(shown -> {
            menu = shown;
            Optional<Node> cell = event.isKeyboardTrigger() ? row.flatMap(this::cell) : Optional.empty();
            cell.ifPresentOrElse(at -> shown.show(at, Side.BOTTOM, INDENT, 0), () -> shown.show(this, event.getScreenX(), event.getScreenY()));
        });
        event.consume();
    }

    private Optional<Node> cell(SideRow row) {
        return lookupAll(".list-cell").stream().filter(node -> node instanceof ListCell<?> cell && row.equals(cell.getItem())).findFirst();
    }

    private static Optional<SideRow> under(Node picked) {
        for (Node at = picked; at != null; at = at.getParent()) {
            if (at instanceof ListCell<?> cell && cell.getItem() instanceof SideRow row) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /**
     * The rows, of which only those are replaced that differ, so that nobody's place in a long list is lost; all in one change, because the
     * list looks at everything it shows with each.
     */
    private static final class Rows extends ObservableListBase<SideRow> {
        private final List<SideRow> rows = new ArrayList<>();

        void become(List<SideRow> now) {
            Common common = Common.of(rows, now);
            int same = common.head();
            int gone = size() - common.tail() - same;
            List<SideRow> come = now.subList(same, now.size() - common.tail());
            beginChange();
            if (gone == come.size()) {
                for (int i = 0; i < gone; i++) {
                    if (!get(same + i).equals(come.get(i))) {
                        nextSet(same + i, rows.set(same + i, come.get(i)));
                    }
                }
            } else {
                List<SideRow> before = rows.subList(same, same + gone);
                List<SideRow> removed = List.copyOf(before);
                before.clear();
                rows.addAll(same, come);
                nextReplace(same, same + come.size(), removed);
            }
            endChange();
        }

        @Override
        public SideRow get(int index) {
            return rows.get(index);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }
}
