package dev.katman.journal;

import dev.katman.conversation.Column;

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
     * @param columns what is wanted of each, no two of one name; empty where the worker is to propose them
     */
    record Table(List<Column> columns) implements PreparationGoal {
        public Table {
            columns = List.copyOf(columns);
            if (!canHave(columns)) {
                throw new IllegalArgumentException("no columns of a table: " + columns);
            }
        }

        /** Whether they are few, and each has a short name of its own. */
        public static boolean canHave(List<Column> columns) {
            List<String> names = columns.stream().map(Column::name).toList();
            return names.size() <= MOST_COLUMNS && names.stream().distinct().count() == names.size()
                    && names.stream().noneMatch(name -> name.isBlank() || name.length() > LONGEST_COLUMN);
        }
    }
}
