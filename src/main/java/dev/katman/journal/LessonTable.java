package dev.katman.journal;

import dev.katman.classify.MessageType;
import dev.katman.classify.Teacher;
import dev.katman.classify.Verdict;
import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;

/** The lessons of the local judge. */
final class LessonTable {
    /** As many turns as the router model is shown. */
    private static final int BEFORE = 2;

    private LessonTable() {
    }

    /** One lesson a message; the reader's word stands, whatever a router says later. */
    static void keep(Handle handle, MessageId message, Teacher teacher, Verdict verdict, Instant at) {
        handle.createUpdate("""
                merge into lesson l using (values (:id)) v(id) on l.message_id = v.id
                when matched and (l.teacher = 'ROUTER' or :teacher = 'READER') then
                    update set at = :at, teacher = :teacher, type = :type, difficulty = :difficulty
                when not matched then insert values (:id, :at, :teacher, :type, :difficulty)""")
                .bind("id", message.value()).bind("at", Rows.time(at)).bind("teacher", teacher.name()).bind("type", verdict.type().name())
                .bind("difficulty", verdict.difficulty()).execute();
    }

    /** The newest, oldest first. */
    static List<LessonRow> newest(Handle handle, int most) {
        return handle.createQuery("""
                select l.*, m.text from (select * from lesson order by at desc, message_id desc limit :most) l
                    join message m on m.id = l.message_id order by l.at, l.message_id""").bind("most", most)
                .map((row, context) -> new LessonRow(new MessageId(row.getString("message_id")), row.getString("text"),
                        MessageTable.turns(handle, MessageTree.parent(handle, row.getString("message_id")), BEFORE),
                        new Verdict(MessageType.valueOf(row.getString("type")), row.getInt("difficulty")),
                        Teacher.valueOf(row.getString("teacher")), Rows.instant(row, "at").orElseThrow())).list();
    }
}
