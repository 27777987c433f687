package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Column;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Usage;
import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Documents that are prepared piece by piece, so that a piece that was paid for is there whatever happens next. Throws
 * {@link JournalException} when the data folder fails. Safe for use by many threads.
 */
public final class Preparations {
    private static final String TABLE = "TABLE";
    private static final String SUMMARY = "SUMMARY";
    /** Answers that say how long answers are. */
    private static final int ENOUGH = 3;

    private final Database database;

    Preparations(Database database) {
        this.database = database;
    }

    /**
     * A message that asks for a document to be prepared, with the document; all of it or nothing.
     *
     * @param ref    the caller's own name for it
     * @param volume what is to be prepared, which may be kept already
     * @param steps  of level 0
     */
    public void begin(MessageRow message, String ref, Volume volume, PreparationGoal goal, List<PreparationStep> steps) {
        database.write(handle -> {
            MessageTable.accept(handle, message, Optional.of(ref), Optional.empty());
            DocumentId document = DocumentTable.enclose(handle, message, List.of(volume)).getFirst();
            handle.createUpdate("insert into preparation (message_id, document_id, goal) values (:message, :document, :goal)")
                    .bind("message", message.id().value()).bind("document", document.value())
                    .bind("goal", switch (goal) {
                        case PreparationGoal.Summary summary -> SUMMARY;
                        case PreparationGoal.Table table -> TABLE;
                    }).execute();
            if (goal instanceof PreparationGoal.Table(var columns)) {
                Columns.PREPARED.insert(handle, message.id().value(), columns);
            }
            steps.forEach(step -> put(handle, message.id(), step));
        });
    }

    public Optional<PreparationRow> find(MessageId message) {
        return database.read(handle -> handle.createQuery("""
                select p.goal, p.finished, d.*, m.conversation_id, p.message_id from preparation p join document d on d.id = p.document_id
                    join message m on m.id = p.message_id
                where p.message_id = :id""").bind("id", message.value())
                .map((row, context) -> preparation(row, Columns.PREPARED.of(handle, message.value()))).findOne());
    }

    /** What is or was prepared in a conversation, the oldest first. */
    public List<PreparationRow> of(ConversationId conversation) {
        return database.read(handle -> handle.createQuery("""
                select p.goal, p.finished, d.*, e.conversation_id, p.message_id from enclosure e join document d on d.id = e.document_id
                    join preparation p on p.message_id = e.message_id and p.document_id = e.document_id
                where e.conversation_id = :id and exists (select 1 from message m where m.id = p.message_id and m.dropped_by is null)
                order by p.message_id""").bind("id", conversation.value())
                .map((row, context) -> preparation(row, Columns.PREPARED.of(handle, row.getString("message_id")))).list());
    }

    private static PreparationRow preparation(ResultSet row, List<Column> columns) throws SQLException {
        PreparationGoal goal = row.getString("goal").equals(TABLE) ? new PreparationGoal.Table(columns) : new PreparationGoal.Summary();
        return new PreparationRow(new MessageId(row.getString("message_id")), DocumentTable.document(row), goal, Rows.instant(row, "finished"));
    }

    /** Whether somebody still wants it: not where it was deleted, for good or so that it can come back. */
    public boolean wanted(MessageId message) {
        return database.read(handle -> handle.createQuery("""
                select count(*) from preparation p join message m on m.id = p.message_id join conversation c on c.id = m.conversation_id
                where p.message_id = :id and m.dropped_by is null and not c.gone""").bind("id", message.value()).mapTo(Integer.class).one()) > 0;
    }

    private static boolean there(Handle handle, MessageId message) {
        return handle.createQuery("select count(*) from preparation where message_id = :id").bind("id", message.value())
                .mapTo(Integer.class).one() > 0;
    }

    /** The worker has proposed the columns. Nothing where it was deleted for good. */
    public void columns(MessageId message, List<Column> columns) {
        database.write(handle -> {
            if (!there(handle, message)) {
                return;
            }
            handle.createUpdate("delete from preparation_column where message_id = :id").bind("id", message.value()).execute();
            Columns.PREPARED.insert(handle, message.value(), columns);
        });
    }

    /** All steps that are known by now, by level and place. */
    public List<PreparationStep> steps(MessageId message) {
        return database.read(handle -> handle.createQuery("select * from preparation_step where message_id = :id order by level, first_part")
                .bind("id", message.value()).map((row, context) -> new PreparationStep(row.getInt("level"), row.getInt("first_part"),
                        row.getInt("last_part"), Optional.ofNullable(row.getString("result")),
                        Optional.ofNullable(row.getString("made_by")).map(DeploymentId::parse))).list());
    }

    /**
     * Steps as they stand from now on, all or none: new ones, one that was done, or the halves of one that was too large. Nothing where it was
     * deleted for good.
     */
    public void keep(MessageId message, List<PreparationStep> steps) {
        database.write(handle -> {
            if (there(handle, message)) {
                steps.forEach(step -> put(handle, message, step));
            }
        });
    }

    private static void put(Handle handle, MessageId message, PreparationStep step) {
        handle.createUpdate("""
                merge into preparation_step key (message_id, level, first_part) values (:message, :level, :first, :last, :result, :by)""")
                .bind("message", message.value()).bind("level", step.level()).bind("first", step.first()).bind("last", step.last())
                .bind("result", step.result().orElse(null)).bind("by", step.madeBy().map(DeploymentId::toString).orElse(null)).execute();
    }

    /** It is done, and the answer is there; both or none, and none where it was deleted meanwhile. */
    public void finished(Ending end) {
        database.write(handle -> {
            MessageTable.finished(handle, end);
            handle.createUpdate("""
                    update preparation set finished = :at
                    where message_id = :id and exists (select 1 from message m where m.id = :id and m.dropped_by is null)""").bind("at", Rows.time(end.at()))
                    .bind("id", end.message().value()).execute();
        });
    }

    /**
     * Of the tokens that answers might have had, what they took; empty where there are too few to tell.
     *
     * @param purpose of these calls
     */
    public OptionalDouble written(Purpose purpose, Instant since) {
        double share = database.read(handle -> handle.createQuery("""
                select case when count(*) >= :enough then sum(cast(completion_tokens as double)) / sum(reserved_cap) else 0 end
                from call where purpose = :purpose and outcome = 'OK' and left_at >= :since""")
                .bind("enough", ENOUGH).bind("purpose", purpose.name()).bind("since", Rows.time(since)).mapTo(Double.class).one());
        return share > 0 ? OptionalDouble.of(share) : OptionalDouble.empty();
    }

    /** What it has cost so far, in all its runs. */
    public Usage paid(MessageId message) {
        return database.read(handle -> handle.createQuery("""
                select coalesce(sum(prompt_tokens), 0) prompt, coalesce(sum(completion_tokens), 0) completion,
                    coalesce(sum(cached_tokens), 0) cached
                from call where decision_id in (select id from decision where message_id = :id) and purpose in ('SUMMARY', 'EXTRACT')""")
                .bind("id", message.value())
                .map((row, context) -> new Usage(row.getLong("prompt"), row.getLong("completion"), row.getLong("cached"))).one());
    }
}
