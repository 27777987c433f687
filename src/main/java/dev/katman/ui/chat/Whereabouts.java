package dev.katman.ui.chat;

import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Folded;
import dev.katman.conversation.MessageId;

import java.util.List;

/** Where something stands among the rows of a conversation; -1 where it is not there. */
record Whereabouts(List<ChatRow> rows) {
    /** The row that shows a message, or ends it. */
    int of(MessageId message) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).spot().filter(spot -> spot.message().equals(message)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** The message of a decision. */
    int of(DecisionId decision) {
        int said = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ChatRow.Said) {
                said = i;
            }
            if (rows.get(i) instanceof ChatRow.Decided row && row.record().id().equals(decision)) {
                return said;
            }
        }
        return -1;
    }

    /**
     * Words that were said in the message of that decision, or in its answer; the message itself, if they are not seen as they were written.
     * What came from elsewhere has no decision here, and is found by its words alone.
     *
     * @param words none for the message itself
     */
    int of(DecisionId decision, List<String> words) {
        int said = of(decision);
        if (words.isEmpty()) {
            return said;
        }
        List<String> wanted = words.stream().map(Folded::of).toList();
        int some = -1;
        for (int i = Math.max(0, said); i < rows.size(); i++) {
            String text = Folded.of(read(rows.get(i)));
            if (wanted.stream().allMatch(text::contains)) {
                return i;
            }
            if (some < 0 && wanted.stream().anyMatch(text::contains)) {
                some = i;
            }
        }
        return some < 0 ? said : some;
    }

    private static String read(ChatRow row) {
        return switch (row) {
            case ChatRow.Said said -> said.text();
            case ChatRow.Part part -> part.block().plain();
            case ChatRow.Result(var prepared) -> prepared.table().map(TableText::of).orElse("");
            case ChatRow other -> "";
        };
    }
}
