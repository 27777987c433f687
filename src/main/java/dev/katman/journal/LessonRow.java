package dev.katman.journal;

import dev.katman.classify.Teacher;
import dev.katman.classify.Verdict;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;

import java.time.Instant;
import java.util.List;

/**
 * One lesson of the local judge.
 *
 * @param message which message it is about
 * @param text    what the message said
 * @param before  the last turns before it, oldest first
 * @param verdict what it should be judged as
 * @param at      when it was taught
 */
public record LessonRow(MessageId message, String text, List<Message> before, Verdict verdict, Teacher teacher, Instant at) {
    public LessonRow {
        before = List.copyOf(before);
    }
}
