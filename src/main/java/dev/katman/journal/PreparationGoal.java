package dev.katman.journal;

import java.util.List;

/** What the worker is to make of a whole document. */
public sealed interface PreparationGoal {
    /** More columns make no table that can be read, and longer names no heading. */
    int MOST_COLUMNS = 12;
    int LONGEST_COLUMN = 60;

    /** What it says, in short. */
    record Summary() implements PreparationGoal {
    }

    /**
     * A row for each thing of a kind that stands in it.
     *
     * @param columns what is wanted of each; empty where the worker is to propose them
     */
    record Table(List<String> columns) implements PreparationGoal {
        public Table {
            columns = List.copyOf(columns);
            if (columns.size() > MOST_COLUMNS || columns.stream().distinct().count() < columns.size()
                    || columns.stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_COLUMN)) {
                throw new IllegalArgumentException("no columns of a table: " + columns);
            }
        }
    }
}
