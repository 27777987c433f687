package dev.katman.ui.chat;

import java.util.List;

/**
 * What a list and the one that takes its place have in common, so that only what lies between need change.
 *
 * @param head how many are the same at the beginning
 * @param tail how many of the others are the same at the end
 */
record Common(int head, int tail) {
    static Common of(List<?> before, List<?> now) {
        int shorter = Math.min(before.size(), now.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return new Common(head, tail);
    }
}
