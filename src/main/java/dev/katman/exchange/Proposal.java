package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Column;
import dev.katman.documents.Fragment;

import java.util.List;
import java.util.Optional;

/**
 * Columns that a table of a document could have.
 *
 * @param columns at least one
 * @param by      the worker's model that proposed them; empty where they are what patterns found
 */
public record Proposal(List<Column> columns, Optional<DeploymentId> by) {
    public Proposal {
        columns = List.copyOf(columns);
    }

    /**
     * What came of asking for them.
     *
     * @param first the fragments that were asked about
     * @return empty where it was stopped before anything came
     */
    static Optional<Proposal> of(PieceCalls.Came came, List<Fragment> first) {
        return switch (came) {
            case PieceCalls.Came.Answer(var text, var by) ->
                    Optional.of(TableAnswer.columns(text).map(columns -> new Proposal(columns, Optional.of(by))).orElseGet(() -> found(first)));
            case PieceCalls.Came.Nothing nothing -> Optional.of(found(first));
            case PieceCalls.Came.OutOfReach gone -> Optional.of(found(first));
            case PieceCalls.Came.Paused paused -> Optional.empty();
        };
    }

    private static Proposal found(List<Fragment> first) {
        return new Proposal(new Unaided().columns(first), Optional.empty());
    }
}
