package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.DocumentId;
import dev.katman.documents.Fragment;

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
    private final Database database;

    Documents(Database database) {
        this.database = database;
    }

    /** The documents of a conversation, oldest first; one that went along with several messages as often. */
    public List<DocumentRow> of(ConversationId conversation) {
        return database.read(handle -> handle.createQuery("""
                select d.*, e.conversation_id, e.message_id from enclosure e join document d on d.id = e.document_id
                where e.conversation_id = :id order by e.message_id, e.place""")
                .bind("id", conversation.value()).map((row, context) -> DocumentTable.document(row)).list());
    }

    /** All fragments of a document, in order; none where there is no such document. */
    public List<Fragment> fragments(DocumentId document) {
        return fragments(document, 0, Integer.MAX_VALUE);
    }

    /** The fragments of a document from one number to another, in order. */
    public List<Fragment> fragments(DocumentId document, int first, int last) {
        return database.read(handle -> DocumentTable.fragments(handle, document.value(), first, last));
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
                row.getInt("first_fragment"), row.getInt("last_fragment"), DocumentTable.place(row), "");
    }
}
