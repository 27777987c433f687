package dev.katman.exchange;

import dev.katman.classify.Pupil;
import dev.katman.classify.Teacher;
import dev.katman.classify.Verdict;
import dev.katman.conversation.Message;

import java.util.ArrayList;
import java.util.List;

/** A learner that remembers what it was told, and learns nothing. */
final class Heard implements Pupil {
    record Lesson(String message, List<Message> before, Verdict verdict, Teacher teacher) {
    }

    private final List<Lesson> lessons = new ArrayList<>();

    @Override
    public synchronized void learn(String message, List<Message> before, Verdict verdict, Teacher teacher) {
        lessons.add(new Lesson(message, before, verdict, teacher));
    }

    @Override
    public synchronized void forget() {
        lessons.clear();
    }

    synchronized List<Lesson> lessons() {
        return List.copyOf(lessons);
    }
}
