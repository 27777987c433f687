package dev.katman.ui.chat;

import dev.katman.conversation.Column;
import dev.katman.journal.PreparationGoal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a table as the reader types them: between commas, semicolons or line ends, a kind behind a colon. */
final class ColumnNames {
    private ColumnNames() {
    }

    /** What was typed comes to. */
    sealed interface Typed {
        /** @param columns none at all lets the worker propose them */
        record Columns(List<Column> columns) implements Typed {
        }

        /** @param column whose word behind the colon is no kind */
        record NoKind(String column) implements Typed {
        }

        /** No table can have these: too many, too long, or two of one name. */
        record NoTable() implements Typed {
        }
    }

    static Typed of(String typed) {
        var columns = new ArrayList<Column>();
        for (String written : typed.split("[,;\\n]")) {
            if (!written.isBlank()) {
                Optional<Column> column = Column.parse(written);
                if (column.isEmpty()) {
                    return new Typed.NoKind(written.strip());
                }
                columns.add(column.get());
            }
        }
        return PreparationGoal.Table.canHave(columns) ? new Typed.Columns(List.copyOf(columns)) : new Typed.NoTable();
    }
}
