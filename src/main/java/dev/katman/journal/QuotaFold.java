package dev.katman.journal;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.quota.OwnLimit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Levels from the journal: every change that the ledger once made, made again in the same order. */
final class QuotaFold {
    /**
     * How far back it reads. A bucket that was full two windows ago is empty now, whatever came before (and no word of a provider counts for
     * more than two windows); calls that were under way at that edge are within the third.
     */
    static final Duration REACH = Duration.ofDays(3);

    private QuotaFold() {
    }

    private sealed interface Change {
        Instant at();

        record Opened(DeploymentId deployment, Need reserved, Instant at) implements Change {
        }

        record Settled(DeploymentId deployment, Optional<Instant> admitted, Need reserved, Need charged, Instant at) implements Change {
        }

        /** Of the reader, and not in the database. */
        record Own(OwnLimit limit) implements Change {
            @Override
            public Instant at() {
                return limit.since();
            }
        }

        record Said(DeploymentId deployment, Axis axis, long used, OptionalLong limit, Instant at) implements Change {
        }
    }

    static void replay(Database database, Ledger ledger, List<OwnLimit> own, Instant now) {
        Instant edge = now.minus(REACH);
        OffsetDateTime from = Rows.time(edge);
        // Limits that a provider told of are kept however long ago it did; levels of that time have drained.
        database.read(handle -> handle.createQuery("""
                select deployment, 'SAID' kind, at, 0 reserved_prompt, 0 reserved_cap, 0 charged_prompt, 0 charged_completion,
                        null admitted, axis, 0 used, most
                    from provider_word where at in (select max(at) from provider_word where at < :from and most is not null
                        group by deployment, axis)
                order by at""").bind("from", from).map((row, context) -> change(row)).list())
                .forEach(change -> apply(change, ledger));
        List<Change> changes = database.read(handle -> handle.createQuery("""
                select deployment, 'OPENED' kind, opened_at at, reserved_prompt, reserved_cap, 0 charged_prompt, 0 charged_completion,
                        opened_at admitted, null axis, 0 used, null most
                    from call where opened_at >= :from
                union all
                select deployment, 'SETTLED', settled_at, reserved_prompt, reserved_cap, charged_prompt, charged_completion,
                        opened_at, null, 0, null
                    from call where settled_at >= :from
                union all
                select deployment, 'SAID', at, 0, 0, 0, 0, null, axis, used, most from provider_word where at >= :from
                order by at""").bind("from", from).map((row, context) -> change(row)).list());
        Map<Boolean, List<OwnLimit>> early = own.stream().collect(Collectors.partitioningBy(limit -> isEarly(limit, ledger, edge)));
        early.get(true).forEach(limit -> ledger.own(limit, 0, edge));
        Stream.concat(changes.stream(), early.get(false).stream().map(Change.Own::new)).sorted(Comparator.comparing(Change::at))
                .forEach(change -> apply(change, ledger));
    }

    /** Where nothing was limited, all that was spent counts from the beginning; else what was spent drained by the limit of its time. */
    private static boolean isEarly(OwnLimit limit, Ledger ledger, Instant edge) {
        return limit.since().isBefore(edge) || ledger.knows(limit.deployment()) && ledger.level(limit.deployment(), limit.axis(), edge).isEmpty();
    }

    private static void apply(Change change, Ledger ledger) {
        switch (change) {
            case Change.Opened(var deployment, var reserved, var at) -> ledger.replayOpened(deployment, reserved, at);
            case Change.Settled(var deployment, var admitted, var reserved, var charged, var at) ->
                    ledger.replaySettled(deployment, admitted, reserved, charged, at);
            case Change.Own(var limit) -> ledger.own(limit, 0, limit.since());
            case Change.Said(var deployment, var axis, var used, var limit, var at) -> {
                if (ledger.knows(deployment)) {
                    ledger.correct(deployment, axis, used, limit, at);
                }
            }
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        DeploymentId deployment = DeploymentId.parse(row.getString("deployment"));
        Instant at = Rows.instant(row, "at").orElseThrow();
        var reserved = new Need(row.getLong("reserved_prompt"), row.getLong("reserved_cap"));
        return switch (row.getString("kind").strip()) {
            case "OPENED" -> new Change.Opened(deployment, reserved, at);
            case "SETTLED" -> new Change.Settled(deployment, Rows.instant(row, "admitted"), reserved,
                    new Need(row.getLong("charged_prompt"), row.getLong("charged_completion")), at);
            default -> {
                long most = row.getLong("most");
                yield new Change.Said(deployment, Axis.valueOf(row.getString("axis")), row.getLong("used"),
                        row.wasNull() ? OptionalLong.empty() : OptionalLong.of(most), at);
            }
        };
    }
}
