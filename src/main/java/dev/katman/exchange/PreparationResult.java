package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.journal.PreparationStep;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What all steps come to.
 *
 * @param answer as it stands in the conversation, with a word on what was done without a model
 * @param madeBy whoever did most of the steps
 */
record PreparationResult(String answer, Optional<PreparedTable> table, DeploymentId madeBy) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {
    };

    /** @param work all of whose steps are done */
    static PreparationResult of(PreparationRow row, PreparationWork work) {
        Optional<PreparedTable> table = switch (row.goal()) {
            case PreparationGoal.Summary summary -> Optional.empty();
            case PreparationGoal.Table(var columns) -> Optional.of(new PreparedTable(columns, rows(work)));
        };
        String said = table.map(PreparedTable::markdown).orElseGet(() -> work.results(work.top()).getFirst());
        String note = work.unaided() == 0 ? "" : "\n\n" + Unaided.note(work.text(work.steps().getFirst()), work.done(), work.unaided());
        return new PreparationResult(said + note, table, madeBy(work));
    }

    private static List<List<String>> rows(PreparationWork work) {
        var rows = new ArrayList<List<String>>();
        work.results(0).forEach(result -> rows.addAll(JSON.readValue(result, ROWS)));
        return rows;
    }

    private static DeploymentId madeBy(PreparationWork work) {
        Map<DeploymentId, Long> steps = work.steps().stream().flatMap((PreparationStep step) -> step.madeBy().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return steps.entrySet().stream().max(Map.Entry.<DeploymentId, Long>comparingByValue().thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey).orElseThrow();
    }
}
