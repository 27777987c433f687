package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Teacher;
import dev.katman.classify.Verdict;
import dev.katman.conversation.CallId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Purpose;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.quota.OwnLimit;
import dev.katman.routing.Decision;
import org.jdbi.v3.core.Handle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that was said, decided and spent. Every method throws {@link JournalException} when the data folder fails; what was stored
 * before stays. Safe for use by many threads.
 */
public final class Journal implements AutoCloseable {
    private final Database database;
    private final Deletions deletions = new Deletions();

    private Journal(Database database) {
        this.database = database;
    }

    /**
     * Opens the journal in that folder, made or brought up to date if need be.
     *
     * @param now what a crash left under way is ended at this instant
     */
    public static Journal open(Path home, Instant now) {
        Backup.takePlace(home);
        var journal = new Journal(Database.open(home));
        try {
            journal.database.write(handle -> Recovery.endWhatWasUnderWay(handle, now));
        } catch (JournalException e) {
            journal.close();
            throw e;
        }
        return journal;
    }

    /** Brings a new ledger to the levels that the journal tells of. */
    public void restore(Ledger ledger, Instant now) {
        restore(ledger, List.of(), now);
    }

    /**
     * Likewise, where the reader has set limits.
     *
     * @param own in the order in which they were set, those that hold no longer too: they held while something was spent
     */
    public void restore(Ledger ledger, List<OwnLimit> own, Instant now) {
        QuotaFold.replay(database, ledger, own, now);
    }

    /**
     * A message that has come in, at the end of what is shown of its conversation; from here on nothing can lose it. A conversation that is
     * not there yet is begun.
     *
     * @param ref the caller's own name for it
     */
    public void accept(MessageRow message, Optional<String> ref) {
        accept(message, ref, Optional.empty(), List.of());
    }

    /**
     * As {@link #accept(MessageRow, Optional)}, where it may be said in another message's stead, and with documents.
     *
     * @param insteadOf stays, with what followed it, as a variant
     * @param documents what goes along
     */
    public void accept(MessageRow message, Optional<String> ref, Optional<MessageId> insteadOf, List<Volume> documents) {
        database.write(handle -> {
            MessageTable.accept(handle, message, ref, insteadOf);
            DocumentTable.enclose(handle, message, documents);
        });
    }

    /** Calls that belong to no message: one is only to be judged, or columns are to be proposed. A row for the calls, and none else. */
    public void withoutMessage(DecisionId decision, Instant at) {
        database.write(handle -> DecisionTable.insert(handle, decision, new ConversationId(decision.value()),
                new MessageId(decision.value()), at));
    }

    /** A message that is there already is taken up again, under a decision of its own. */
    public void takeUp(MessageRow message, DecisionId decision, Instant at) {
        database.write(handle -> {
            handle.createUpdate("update message set state = 'PENDING', decision_id = :decision where id = :id")
                    .bind("decision", decision.value()).bind("id", message.id().value()).execute();
            DecisionTable.insert(handle, decision, message.conversation(), message.id(), at);
        });
    }

    /** A message that has its answer is to be answered once more; until then it keeps what it has. */
    public void onceMore(MessageRow message, DecisionId decision, Instant at) {
        database.write(handle -> DecisionTable.insert(handle, decision, message.conversation(), message.id(), at));
    }

    /** A piece of an answer under way has come. Pieces are read only after a crash. */
    public void came(Piece piece) {
        database.write(handle -> Pieces.add(handle, piece));
    }

    /** What had come under that decision is void: somebody else answers afresh. */
    public void cameToNothing(DecisionId decision) {
        database.write(handle -> Pieces.forget(handle, decision));
    }

    /** What was weighed and chosen; said again when candidates turned out otherwise. */
    public void decided(DecisionId id, Decision decision) {
        database.write(handle -> DecisionTable.decided(handle, id, decision));
    }

    /** A call is about to leave. If this fails, it must not. */
    public void callLeaves(CallId call, DecisionId decision, DeploymentId deployment, Purpose purpose, Tier tier, Need reserved,
            Instant left) {
        database.write(handle -> handle.createUpdate("""
                insert into call (id, decision_id, deployment, purpose, tier, left_at, reserved_prompt, reserved_cap)
                values (:id, :decision, :deployment, :purpose, :tier, :left, :prompt, :cap)""")
                .bind("id", call.value()).bind("decision", decision.value()).bind("deployment", deployment.toString())
                .bind("purpose", purpose.name()).bind("tier", tier.name()).bind("left", Rows.time(left))
                .bind("prompt", reserved.promptTokens()).bind("cap", reserved.completionTokens()).execute());
    }

    /**
     * The provider admitted the call.
     *
     * @param opened the ledger's instant
     * @param said   of its levels, in the same breath
     */
    public void callOpened(CallId call, Instant opened, List<ProviderWord> said) {
        database.write(handle -> {
            handle.createUpdate("update call set opened_at = :opened where id = :id")
                    .bind("id", call.value()).bind("opened", Rows.time(opened)).execute();
            said.forEach(word -> insert(handle, word));
        });
    }

    /** The call is over. */
    public void callEnded(CallEnd end) {
        database.write(handle -> handle.createUpdate("""
                update call set ended_at = :ended, settled_at = :settled, charged_prompt = :chargedPrompt,
                    charged_completion = :chargedCompletion, outcome = :outcome, http = :http, prompt_tokens = :prompt,
                    completion_tokens = :completion, cached_tokens = :cached, ttft_ms = :ttft, reason = :reason
                where id = :id""")
                .bind("id", end.call().value()).bind("ended", Rows.time(end.ended()))
                .bind("settled", end.settled().map(Rows::time).orElse(null))
                .bind("chargedPrompt", end.charged().promptTokens()).bind("chargedCompletion", end.charged().completionTokens())
                .bind("outcome", end.outcome().name()).bind("http", end.http()).bind("prompt", end.usage().promptTokens())
                .bind("completion", end.usage().completionTokens()).bind("cached", end.usage().cachedTokens())
                .bind("ttft", end.ttft().map(Duration::toMillis).orElse(null)).bind("reason", end.reason()).execute());
    }

    /** The provider spoke of its levels without admitting a call. */
    public void providerSaid(List<ProviderWord> said) {
        if (!said.isEmpty()) {
            database.write(handle -> said.forEach(word -> insert(handle, word)));
        }
    }

    private static void insert(Handle handle, ProviderWord word) {
        handle.createUpdate("insert into provider_word values (:at, :deployment, :axis, :used, :most)")
                .bind("at", Rows.time(word.taken().at())).bind("deployment", word.deployment().toString()).bind("axis", word.axis().name())
                .bind("used", word.taken().used())
                .bind("most", word.limit().isPresent() ? word.limit().getAsLong() : null).execute();
    }

    /** What became of a message. What the reader has erased meanwhile stays erased. */
    public void finished(Ending end) {
        database.write(handle -> MessageTable.finished(handle, end));
    }

    /** What waits for room, in the order in which it will be answered. */
    public List<ParkedRow> parked() {
        return database.read(Waiting::all);
    }

    /** Takes a message out of the queue; it stays in its conversation, stopped. */
    public void cancelParked(MessageId message) {
        database.write(handle -> {
            Waiting.note(handle, message, Optional.empty());
            handle.createUpdate("update message set state = 'STOPPED' where id = :id and state = 'PARKED'")
                    .bind("id", message.value()).execute();
        });
    }

    /** Moves a message to another place of the queue, from 0. */
    public void moveParked(MessageId message, int place) {
        database.write(handle -> Waiting.move(handle, message, place));
    }

    /** One message. */
    public Optional<MessageRow> message(MessageId id) {
        return database.read(handle -> handle.createQuery("select * from message where id = :id and dropped_by is null").bind("id", id.value())
                .map((row, context) -> Rows.message(row)).findOne());
    }

    /** The message that a caller gave this name. */
    public Optional<MessageRow> messageByRef(String ref) {
        return database.read(handle -> handle.createQuery("select * from message where ref = :ref and dropped_by is null order by id desc limit 1")
                .bind("ref", ref).map((row, context) -> Rows.message(row)).findFirst());
    }

    /** Forgets all names that begin so: a caller that starts afresh means new messages by them. */
    public void forgetRefs(String prefix) {
        database.write(handle -> handle.createUpdate("update message set ref = null where left(ref, length(:prefix)) = :prefix")
                .bind("prefix", prefix).execute());
    }

    /** The provider said that it no longer serves the model. */
    public void modelGone(DeploymentId deployment, Instant since) {
        database.write(handle -> handle.createUpdate("merge into model_gone key (deployment) values (:deployment, :since)")
                .bind("deployment", deployment.toString()).bind("since", Rows.time(since)).execute());
    }

    /** It does serve it after all. */
    public void modelIsBack(DeploymentId deployment) {
        database.write(handle -> handle.createUpdate("delete from model_gone where deployment = :deployment")
                .bind("deployment", deployment.toString()).execute());
    }

    /** Models that are gone, and since when. */
    public Map<DeploymentId, Instant> modelsGone() {
        return database.read(handle -> handle.createQuery("select * from model_gone").map((row, context) -> Map.entry(
                DeploymentId.parse(row.getString("deployment")), Rows.instant(row, "since").orElseThrow())).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What tier 0 spent since then on each deployment, by how many times 24 hours ago it was. */
    public Map<DeploymentId, Map<Long, RouterDay>> routerDays(Instant since, Instant now) {
        return database.read(handle -> RouterDay.since(handle, since, now));
    }

    /** Deletes what was said. What it cost stays: the levels are counted from it. */
    public void delete(ConversationId conversation) {
        shelf().remove(conversation);
        shelf().erase(conversation);
    }

    /** Grows when something that was said is deleted: what was read before that may still show it. */
    public long deletions() {
        return deletions.count();
    }

    /** @param told hears, on the thread that deletes, of each message or conversation that is out of sight from now on, for good or for a while */
    public void listenToDeletions(Runnable told) {
        deletions.listen(told);
    }

    /** The conversations, as the reader keeps them. */
    public Shelf shelf() {
        return new Shelf(database, deletions);
    }

    /** Whole conversations, to be taken elsewhere and brought from there. */
    public Archive archive() {
        return new Archive(database);
    }

    /** Everything that was said, for whoever keeps it in another form. */
    public Said said() {
        return new Said(database);
    }

    /** All conversations, the one last spoken in first. */
    public List<ConversationRow> conversations() {
        return shelf().all();
    }

    public boolean exists(ConversationId conversation) {
        return database.read(handle -> handle.createQuery("select count(*) from conversation where id = :id and not gone")
                .bind("id", conversation.value()).mapTo(Integer.class).one()) > 0;
    }

    /** The last turns of a conversation that were said or answered, oldest first, up to that message and with it. */
    public List<Message> turns(Optional<MessageId> upTo, int most) {
        return database.read(handle -> MessageTable.turns(handle, upTo.map(MessageId::value), most));
    }

    /** What is shown of a conversation, oldest first. */
    public List<MessageRow> messages(ConversationId conversation) {
        return threads().shown(conversation).stream().map(ThreadRow::message).toList();
    }

    /** The conversations' threads. */
    public Threads threads() {
        return new Threads(database, deletions);
    }

    /** What models thought before they answered. */
    public Thoughts thoughts() {
        return new Thoughts(database);
    }

    /** Keeps what was written and not sent in a conversation; nothing where there is nothing worth keeping. */
    public void keep(Draft draft) {
        database.write(handle -> DraftTable.keep(handle, draft));
    }

    /** What was written and not sent. */
    public List<Draft> drafts() {
        return database.read(DraftTable::all);
    }

    /** One decision; empty also while it is not decided yet. */
    public Optional<DecisionRecord> decision(DecisionId id) {
        return database.read(handle -> DecisionTable.those(handle, "d.id = :id", query -> query.bind("id", id.value()))).stream().findFirst();
    }

    /** The newest decisions, newest first. */
    public List<DecisionRecord> decisions(int last) {
        return database.read(handle -> DecisionTable.those(handle,
                "d.id in (select id from decision where tier is not null order by id desc limit :last)",
                query -> query.bind("last", last))).reversed();
    }

    /** Who gave the last answer on the way to a message, if that was later than {@code since}. */
    public Optional<DeploymentId> lastServed(MessageId upTo, Instant since) {
        return database.read(handle -> DecisionTable.lastServed(handle, upTo, since));
    }

    /** The decisions that the messages of a conversation came from or led to, by identifier. */
    public Map<DecisionId, DecisionRecord> decisionsOf(ConversationId conversation) {
        return database.read(handle -> byId(DecisionTable.those(handle, "d.id in (select decision_id from message where conversation_id = :id)",
                query -> query.bind("id", conversation.value()))));
    }

    /** Those of them that were made; for some messages of a conversation. */
    public Map<DecisionId, DecisionRecord> decisionsOf(List<MessageRow> messages) {
        return messages.isEmpty() ? Map.of() : database.read(handle -> byId(DecisionTable.those(handle, "d.id in (<ids>)",
                query -> query.bindList("ids", messages.stream().map(message -> message.decision().value()).distinct().toList()))));
    }

    private static Map<DecisionId, DecisionRecord> byId(List<DecisionRecord> records) {
        return records.stream().collect(Collectors.toMap(DecisionRecord::id, d -> d, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * Decisions as lines of a table, oldest first.
     *
     * @param from the first one wanted; empty for all there are
     */
    public List<DecisionLine> decisionLines(Optional<DecisionId> from) {
        return database.read(handle -> DecisionLines.since(handle, from));
    }

    /** The reader says which tier it should have been. */
    public void shouldHaveBeen(DecisionId decision, Tier tier) {
        database.write(handle -> handle.createUpdate("update decision set should_be = :tier where id = :id")
                .bind("tier", tier.name()).bind("id", decision.value()).execute());
    }

    /** A verdict from which the local judge is to learn. The reader's own stands, whatever a router says later. */
    public void lesson(MessageId message, Teacher teacher, Verdict verdict, Instant at) {
        database.write(handle -> LessonTable.keep(handle, message, teacher, verdict, at));
    }

    /** The newest lessons, oldest first. */
    public List<LessonRow> lessons(int most) {
        return database.read(handle -> LessonTable.newest(handle, most));
    }

    /** Forgets all lessons. */
    public void eraseLessons() {
        database.write(handle -> handle.execute("delete from lesson"));
    }

    /**
     * How messages were judged, day by day.
     *
     * @param workBelow two verdicts agree when they lead to one tier, and tasks below this are the worker's
     */
    public List<JudgingDay> judging(ZoneId zone, int workBelow) {
        return database.read(handle -> Judging.days(handle, zone, workBelow));
    }

    /** Messages that a model answered since then, oldest first. */
    public List<PastMessage> past(Instant since) {
        return database.read(handle -> DecisionTable.past(handle, since));
    }

    /** Calls that ended after that instant and did what they were for, in that order. */
    public List<Wanted> wanted(Instant ended) {
        return database.read(handle -> Wanted.after(handle, ended));
    }

    /** What was spent, gathered; in the order of the keys. */
    public List<UsageRow> usage(UsageRow.By by, ZoneId zone) {
        return database.read(handle -> UsageQuery.run(handle, by, zone));
    }

    /** Documents, and what went along of them. */
    public Documents documents() {
        return new Documents(database);
    }

    /** What is attached to messages that are not sent yet. */
    public Attachments attachments() {
        return new Attachments(database);
    }

    /** Documents that are kept for any conversation. */
    public KeptDocuments library() {
        return new KeptDocuments(database);
    }

    /** Documents that are prepared piece by piece. */
    public Preparations preparations() {
        return new Preparations(database);
    }

    /** Columns that were proposed for tables of documents. */
    public Proposals proposals() {
        return new Proposals(database);
    }

    /** What was used, as the usage page looks at it. */
    public UsageHistory history() {
        return new UsageHistory(database);
    }

    /**
     * Writes all of it, as it is at one moment, into one file; a backup of that name is replaced.
     *
     * @throws BackupException if it cannot be written there
     */
    public void backup(Path file, Instant now) throws BackupException {
        Backup.write(database, file, now);
    }

    /**
     * Keeps the journal of a folder that nobody has open, before another takes its place: as a backup, or as it is where it cannot be read
     * any more.
     *
     * @param file where to; its folder is made
     * @return where it was put
     */
    public static Path keepBefore(Path home, Path file, Instant now) throws BackupException {
        try (Journal journal = open(home, now)) {
            journal.keep(file, now);
            return file;
        } catch (JournalException e) {
            return Backup.keepAsItIs(home, file);
        }
    }

    /** As {@link #backup}, into a folder that is made if need be. */
    public void keep(Path file, Instant now) throws BackupException {
        Backup.makeFolder(file);
        backup(file, now);
    }

    /**
     * Erases for good and closes: nothing of it is left in the file either.
     *
     * @param now calls that are younger than the levels reach back stay
     */
    public void eraseAndClose(Erasure what, Instant now) {
        database.write(handle -> Erasing.erase(handle, what, now));
        database.closeSwept();
    }

    @Override
    public void close() {
        database.close();
    }
}
