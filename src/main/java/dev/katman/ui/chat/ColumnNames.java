package dev.katman.ui.chat;

import dev.katman.journal.PreparationGoal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a table as the reader types them: between commas, semicolons or line ends. */
final class ColumnNames {
    private ColumnNames() {
    }

    /** @return empty where no table can have these; none at all lets the worker propose them */
    static Optional<PreparationGoal> goal(String typed) {
        List<String> names = Arrays.stream(typed.split("[,;\\n]")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        try {
            return Optional.of(new PreparationGoal.Table(names));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the dialog says what can be
        }
    }
}
