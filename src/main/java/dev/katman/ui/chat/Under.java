package dev.katman.ui.chat;

import dev.katman.conversation.MessageId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

import java.util.List;
import java.util.Optional;

/** Which message the mouse is over: a message is several rows, and the last of them names it. */
final class Under {
    private final ReadOnlyObjectWrapper<Optional<MessageId>> message = new ReadOnlyObjectWrapper<>(Optional.empty());

    void watch(ChatList list) {
        // Before the rows get it: a control keeps to itself whatever the mouse does over it.
        list.addEventFilter(MouseEvent.MOUSE_MOVED, event -> message.set(cell(event.getTarget()).flatMap(cell ->
                at(list.rows(), cell.index()))));
        list.addEventHandler(MouseEvent.MOUSE_EXITED, event -> message.set(Optional.empty()));
    }

    ReadOnlyObjectProperty<Optional<MessageId>> message() {
        return message.getReadOnlyProperty();
    }

    private static Optional<ChatCell> cell(Object target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && !(node instanceof ChatCell)) {
            node = node.getParent();
        }
        return Optional.ofNullable((ChatCell) node);
    }

    /** The message to which a row belongs. */
    static Optional<MessageId> at(List<ChatRow> rows, int index) {
        for (int i = Math.max(0, index); i < rows.size(); i++) {
            Optional<Spot> spot = rows.get(i).spot();
            if (spot.isPresent()) {
                return spot.map(Spot::message);
            }
        }
        return Optional.empty();
    }
}
