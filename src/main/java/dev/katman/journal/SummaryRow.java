package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What older turns of a conversation say in short.
 *
 * @param conversation which
 * @param through      the last message that it covers
 * @param turns        how many it covers
 * @param text         the summary
 * @param madeBy       by whom it was last extended
 * @param at           when
 */
public record SummaryRow(ConversationId conversation, MessageId through, int turns, String text, DeploymentId madeBy, Instant at) {
    static SummaryRow of(ResultSet row) throws SQLException {
        return new SummaryRow(new ConversationId(row.getString("conversation_id")), new MessageId(row.getString("through_message")),
                row.getInt("turns"), row.getString("text"), DeploymentId.parse(row.getString("made_by")), Rows.instant(row, "at").orElseThrow());
    }
}
