package dev.katman.ui.decisions;

import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Only the difference is told. */
class SnapshotListTest {
    private final SnapshotList<Integer> list = new SnapshotList<>();
    private final List<Integer> mirror = new ArrayList<>();
    private int told;

    @BeforeEach
    void follow() {
        list.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                told += change.getRemovedSize() + change.getAddedSize();
                for (int i = 0; i < change.getRemovedSize(); i++) {
                    assertThat(mirror.remove(change.getFrom())).isSameAs(change.getRemoved().get(i));
                }
                mirror.addAll(change.getFrom(), change.getAddedSubList());
            }
        });
    }

    @Test
    void oneMoreOnTopIsOneMoreAndNotAllAnew() {
        list.show(List.of(1, 2, 3, 4));
        told = 0;
        list.show(List.of(0, 1, 2, 3, 4));
        assertThat(told).isEqualTo(1);
        list.show(List.of(0, 1, 2, 3, 4));
        assertThat(told).as("the same is not told").isEqualTo(1);
    }

    @Test
    void whoeverFollowsTheChangesHasTheSameList() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            List<Integer> next = random.ints(random.nextInt(8), 0, 4).sorted().boxed().toList(); // small ones are the same objects
            list.show(next);
            assertThat(list).isEqualTo(next);
            assertThat(mirror).isEqualTo(next);
        }
    }
}
