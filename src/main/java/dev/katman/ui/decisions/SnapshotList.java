package dev.katman.ui.decisions;

import javafx.collections.ObservableListBase;

import java.util.List;

/**
 * Shows one list after another and tells only where they differ, so that a table with a hundred thousand rows does not begin anew because
 * one more has come. Of the FX thread in a window.
 */
final class SnapshotList<E> extends ObservableListBase<E> {
    private List<E> shown = List.of();

    /** @param next is not changed any more; what stays is the same object in both */
    void show(List<E> next) {
        List<E> before = shown;
        int shorter = Math.min(before.size(), next.size());
        int head = 0;
        while (head < shorter && before.get(head) == next.get(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail) == next.get(next.size() - 1 - tail)) {
            tail++;
        }
        List<E> gone = before.subList(head, before.size() - tail);
        int until = next.size() - tail;
        if (gone.isEmpty() && head == until) {
            return;
        }
        beginChange();
        shown = next;
        if (gone.isEmpty()) {
            nextAdd(head, until);
        } else if (head == until) {
            nextRemove(head, gone);
        } else {
            nextReplace(head, until, gone);
        }
        endChange();
    }

    @Override
    public E get(int index) {
        return shown.get(index);
    }

    @Override
    public int size() {
        return shown.size();
    }
}
