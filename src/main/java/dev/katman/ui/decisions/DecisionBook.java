package dev.katman.ui.decisions;

import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionLine;
import dev.katman.journal.DecisionLine.End;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All decisions there are, oldest first. A value: a search can go through one on another thread while the next is made. A row that has not
 * changed is the same object in both, by which the table sees what to leave alone.
 */
final class DecisionBook {
    static final DecisionBook EMPTY = new DecisionBook(List.of());

    /** Decisions of several messages overlap, so the newest can still change, and one can appear before them. */
    private static final int STILL_MOVING = 200;
    /** Nothing is under way for longer than this many others take. */
    private static final int LOOK_BACK = 2_000;

    private final List<DecisionRow> rows;

    private DecisionBook(List<DecisionRow> rows) {
        this.rows = Collections.unmodifiableList(rows);
    }

    List<DecisionRow> rows() {
        return rows;
    }

    /** From where on the journal must be read again; empty for the beginning. */
    Optional<DecisionId> from() {
        int from = rows.size() - STILL_MOVING;
        for (int i = Math.max(0, rows.size() - LOOK_BACK); i < from; i++) {
            if (rows.get(i).line().end() == End.UNDER_WAY) {
                from = i;
            }
        }
        return from <= 0 ? Optional.empty() : Optional.of(rows.get(from).line().id());
    }

    /**
     * The book with its end written anew.
     *
     * @param from  where {@code lines} begin; empty for the beginning
     * @param lines all there are from there on, oldest first
     * @return the same book where nothing has changed
     */
    DecisionBook with(Optional<DecisionId> from, List<DecisionLine> lines, Tags tags) {
        int kept = from.map(this::place).orElse(0);
        Map<DecisionId, DecisionRow> before = new HashMap<>();
        rows.subList(kept, rows.size()).forEach(row -> before.put(row.line().id(), row));
        var next = new ArrayList<DecisionRow>(kept + lines.size());
        next.addAll(rows.subList(0, kept));
        boolean changed = before.size() != lines.size();
        for (DecisionLine line : lines) {
            DecisionRow known = before.get(line.id());
            boolean same = known != null && known.line().equals(line);
            changed |= !same;
            next.add(same ? known : tags.row(line));
        }
        return changed ? new DecisionBook(next) : this;
    }

    /** Where that decision stands, or would. Identifiers sort by time. */
    private int place(DecisionId id) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).line().id().value().compareTo(id.value()) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Optional<DecisionRow> find(DecisionId id) {
        int place = place(id);
        return place < rows.size() && rows.get(place).line().id().equals(id) ? Optional.of(rows.get(place)) : Optional.empty();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
