package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.documents.Place;
import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Documents and what went along of them. Throws {@link JournalException} when the data folder fails. Safe for use by many threads. */
public final class Documents {
    private static final int BATCH = 500;
    private static final int LONGEST_NAME = 1_000;

    private final Database database;

    Documents(Database database) {
        this.database = database;
    }

    /**
     * A document with its fragments.
     *
     * @param row       the document
     * @param fragments all of them, in order
     */
    public record Volume(DocumentRow row, List<Fragment> fragments) {
        public Volume {
            fragments = List.copyOf(fragments);
        }
    }

    static void put(Handle handle, List<Volume> volumes) {
        for (Volume volume : volumes) {
            DocumentRow row = volume.row();
            String name = row.name().length() <= LONGEST_NAME ? row.name() : row.name().substring(row.name().length() - LONGEST_NAME);
            handle.createUpdate("insert into document values (:id, :conversation, :message, :name, :kind, :bytes, :tokens, :at)")
                    .bind("id", row.id().value()).bind("conversation", row.conversation().value()).bind("message", row.message().value())
                    .bind("name", name).bind("kind", row.kind().name()).bind("bytes", row.bytes()).bind("tokens", row.tokens())
                    .bind("at", Rows.time(row.at())).execute();
            for (int from = 0; from < volume.fragments().size(); from += BATCH) {
                var batch = handle.prepareBatch("insert into fragment values (:document, :number, :page, :line, :heading, :text)");
                for (Fragment fragment : volume.fragments().subList(from, Math.min(from + BATCH, volume.fragments().size()))) {
                    batch.bind("document", row.id().value()).bind("number", fragment.number()).bind("page", fragment.place().page())
                            .bind("line", fragment.place().line()).bind("heading", fragment.place().heading()).bind("text", fragment.text()).add();
                }
                batch.execute();
            }
        }
    }

    /**
     * Copies what was sent into a conversation up to a message into another one.
     *
     * @param way    the messages up to there, oldest first
     * @param copies by which these are known there
     */
    static void copy(Handle handle, List<MessageRow> way, List<MessageId> copies, ConversationId to, Ids ids) {
        Map<MessageId, MessageId> as = new HashMap<>();
        for (int i = 0; i < way.size(); i++) {
            as.put(way.get(i).id(), copies.get(i));
        }
        // Also what came with a message that was edited since: its document stays with the conversation.
        List<DocumentRow> sent = handle.createQuery("select * from document where conversation_id = :id and message_id <= :last order by id")
                .bind("id", way.getLast().conversation().value()).bind("last", way.getLast().id().value())
                .map((row, context) -> document(row)).list();
        for (DocumentRow row : sent) {
            DocumentId copy = ids.document();
            handle.createUpdate("""
                    insert into document select :copy, :conversation, :message, name, kind, bytes, tokens, at from document where id = :id""")
                    .bind("copy", copy.value()).bind("conversation", to.value())
                    .bind("message", as.getOrDefault(row.message(), copies.getFirst()).value()).bind("id", row.id().value()).execute();
            handle.createUpdate("insert into fragment select :copy, number, page, line, heading, text from fragment where document_id = :id")
                    .bind("copy", copy.value()).bind("id", row.id().value()).execute();
        }
    }

    /** The documents of a conversation, oldest first. */
    public List<DocumentRow> of(ConversationId conversation) {
        return database.read(handle -> handle.createQuery("select * from document where conversation_id = :id order by id")
                .bind("id", conversation.value()).map((row, context) -> document(row)).list());
    }

    public Optional<DocumentRow> find(DocumentId document) {
        return database.read(handle -> handle.createQuery("select * from document where id = :id").bind("id", document.value())
                .map((row, context) -> document(row)).findOne());
    }

    /** All fragments of a document, in order; none where there is no such document. */
    public List<Fragment> fragments(DocumentId document) {
        return fragments(document, 0, Integer.MAX_VALUE);
    }

    /** The fragments of a document from one number to another, in order. */
    public List<Fragment> fragments(DocumentId document, int first, int last) {
        return database.read(handle -> handle.createQuery(
                        "select * from fragment where document_id = :id and number between :first and :last order by number")
                .bind("id", document.value()).bind("first", first).bind("last", last).map((row, context) -> fragment(row)).list());
    }

    /** How the prompt was made to fit on which an answer was given; said again where another model answers in the end. */
    public void fitted(DecisionId decision, Fitting fitting) {
        database.write(handle -> {
            handle.createUpdate("delete from source where decision_id = :id").bind("id", decision.value()).execute();
            handle.createUpdate("merge into fitting key (decision_id) values (:id, :tokens, :turns, :shortened, :summed, :unsent)")
                    .bind("id", decision.value()).bind("tokens", fitting.leftTokens()).bind("turns", fitting.leftTurns())
                    .bind("shortened", fitting.shortened()).bind("summed", fitting.summedTurns())
                    .bind("unsent", fitting.unsentTokens()).execute();
            for (Source source : fitting.sources()) {
                handle.createUpdate("insert into source values (:id, :number, :document, :first, :last)").bind("id", decision.value())
                        .bind("number", source.number()).bind("document", source.document().value()).bind("first", source.first())
                        .bind("last", source.last()).execute();
            }
        });
    }

    /** How it was made to fit; whole, where nothing needed to be done or its documents are gone. */
    public Fitting fitting(DecisionId decision) {
        Fitting bare = fittings(List.of(decision)).getOrDefault(decision, Fitting.WHOLE);
        return bare.with(bare.sources().stream().map(this::withText).toList());
    }

    /** How the prompts of decisions were made to fit, the sources without their texts; those of which nothing is told went whole. */
    public Map<DecisionId, Fitting> fittings(Collection<DecisionId> decisions) {
        return decisions.isEmpty() ? Map.of() : database.read(handle -> {
            List<String> ids = decisions.stream().map(DecisionId::value).distinct().toList();
            Map<String, List<Source>> sources = new HashMap<>();
            handle.createQuery("""
                    select s.*, d.name, f.page, f.line, f.heading from source s join document d on d.id = s.document_id
                        join fragment f on f.document_id = s.document_id and f.number = s.first_fragment
                    where s.decision_id in (<ids>) order by s.decision_id, s.number""").bindList("ids", ids)
                    .map((row, context) -> sources.computeIfAbsent(row.getString("decision_id"), key -> new ArrayList<>()).add(source(row))).list();
            return handle.createQuery("select * from fitting where decision_id in (<ids>)").bindList("ids", ids)
                    .map((row, context) -> Map.entry(new DecisionId(row.getString("decision_id")),
                            new Fitting(sources.getOrDefault(row.getString("decision_id"), List.of()), row.getLong("left_tokens"),
                                    row.getInt("left_turns"), row.getInt("summed_turns"), row.getBoolean("shortened"), row.getLong("unsent_tokens"))))
                    .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        });
    }

    private Source withText(Source bare) {
        String text = fragments(bare.document(), bare.first(), bare.last()).stream().map(Fragment::text).collect(Collectors.joining("\n\n"));
        return new Source(bare.number(), bare.document(), bare.name(), bare.first(), bare.last(), bare.place(), text);
    }

    /** What older turns of a conversation say in short. */
    public Optional<SummaryRow> summary(ConversationId conversation) {
        return database.read(handle -> handle.createQuery("select * from summary where conversation_id = :id")
                .bind("id", conversation.value()).map((row, context) -> SummaryRow.of(row)).findOne());
    }

    /** Keeps a summary in place of the one before; not where what it sums up was erased meanwhile. */
    public void sum(SummaryRow summary) {
        database.write(handle -> handle.createUpdate("""
                merge into summary (conversation_id, through_message, turns, text, made_by, at) key (conversation_id)
                select conversation_id, id, cast(:turns as int), cast(:text as clob), cast(:by as varchar), cast(:at as timestamp with time zone)
                from message where id = :through and conversation_id = :id""")
                .bind("id", summary.conversation().value()).bind("through", summary.through().value()).bind("turns", summary.turns())
                .bind("text", summary.text()).bind("by", summary.madeBy().toString()).bind("at", Rows.time(summary.at())).execute());
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getInt("number"), new DocumentId(row.getString("document_id")), row.getString("name"),
                row.getInt("first_fragment"), row.getInt("last_fragment"), place(row), "");
    }

    static DocumentRow document(ResultSet row) throws SQLException {
        return new DocumentRow(new DocumentId(row.getString("id")), new ConversationId(row.getString("conversation_id")),
                new MessageId(row.getString("message_id")), row.getString("name"), Kind.valueOf(row.getString("kind")), row.getLong("bytes"),
                row.getLong("tokens"), Rows.instant(row, "at").orElseThrow());
    }

    private static Fragment fragment(ResultSet row) throws SQLException {
        return new Fragment(row.getInt("number"), place(row), row.getString("text"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getInt("page"), row.getInt("line"), row.getString("heading"));
    }
}
