package dev.katman.ui.chat;

import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Role;
import dev.katman.documents.Kind;
import dev.katman.exchange.Prepared;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.Fitting;
import dev.katman.journal.MessageRow;
import dev.katman.journal.ThreadRow;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.Markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the journal tells of a conversation, as rows. Reading a long one takes a while: this is for another thread than the window's.
 *
 * @param whole whether it begins with the first message
 */
record History(List<ChatRow> rows, boolean whole) {
    /**
     * What is read of a conversation.
     *
     * @param thread    what is shown, oldest first
     * @param decisions of its messages
     * @param documents that were sent along
     * @param fittings  of its decisions, where something was left out or put in
     * @param prepared  documents that are or were prepared, by the message that asked for it
     * @param thoughts  answers before which something was thought; only when somebody wants to see it is it read
     * @param whole     whether the thread is all of it, not its end alone
     */
    record Told(List<ThreadRow> thread, Map<DecisionId, DecisionRecord> decisions, List<DocumentRow> documents, Map<DecisionId, Fitting> fittings,
            Map<MessageId, Prepared> prepared, Set<MessageId> thoughts, boolean whole) {
    }

    static History of(Told read) {
        List<ThreadRow> thread = read.thread();
        Map<DecisionId, DecisionRecord> decisions = read.decisions();
        Map<MessageId, List<String>> documents = read.documents().stream().filter(row -> row.kind() != Kind.PASTED)
                .collect(Collectors.groupingBy(DocumentRow::message, Collectors.mapping(DocumentRow::name, Collectors.toList())));
        Set<Object> answered = answered(thread, decisions);
        var told = new ArrayList<ChatRow>();
        for (int i = 0; i < thread.size(); i++) {
            MessageRow message = thread.get(i).message();
            Optional<Spot> spot = Optional.of(Spot.of(thread.get(i)));
            Optional<DecisionRecord> record = Optional.ofNullable(decisions.get(message.decision()));
            switch (message.role()) {
                case USER -> {
                    Optional.ofNullable(documents.get(message.id())).map(names -> new ChatRow.Enclosed(names, Optional.of(message.id())))
                            .ifPresent(told::add);
                    told.add(new ChatRow.Said(message.text()));
                    told.add(new ChatRow.SaidTools(message.text(), spot));
                    boolean silent = !answered.contains(message.id()) && !answered.contains(message.decision());
                    Optional<Prepared> prepared = Optional.ofNullable(read.prepared().get(message.id()));
                    if (prepared.isPresent()) { // it is never answered; where its result was deleted there is nothing to say
                        prepared.filter(one -> !one.isDone()).map(ChatRow.Preparation::new).ifPresent(told::add);
                    } else if (silent || message.state() == MessageRow.State.PARKED) {
                        state(message, record, i == thread.size() - 1).ifPresent(told::add);
                    }
                }
                case ASSISTANT -> {
                    record.ifPresent(r -> r.attempts().stream().filter(History::broken)
                            .forEach(call -> told.add(new ChatRow.FailedThen(call, r))));
                    if (read.thoughts().contains(message.id())) {
                        told.add(new ChatRow.Thought(message.id()));
                    }
                    Optional<Fitting> went = record.map(DecisionRecord::id).map(read.fittings()::get);
                    Optional<Prepared> result = record.map(r -> read.prepared().get(r.message())).filter(Prepared::isDone);
                    boolean table = result.filter(one -> one.table().isPresent()).isPresent(); // which is shown so that it can be sorted and saved
                    Markdown.parse(message.text()).stream().filter(block -> !table || !(block instanceof Block.Table)).map(ChatRow.Part::new)
                            .map(part -> went.map(part::citing).orElse(part)).forEach(told::add);
                    result.map(ChatRow.Result::new).ifPresent(told::add);
                    record.ifPresent(r -> told.add(end(message, r, spot, result)));
                    record.ifPresent(r -> went.ifPresent(fitting -> told.add(new ChatRow.Sources(r, fitting, false))));
                }
                case SYSTEM -> { }
            }
        }
        return new History(told, read.whole());
    }

    /** Messages that have an answer here, and decisions that an answer came from: a copied message is known by its decision alone. */
    private static Set<Object> answered(List<ThreadRow> thread, Map<DecisionId, DecisionRecord> decisions) {
        var answered = new HashSet<Object>();
        for (ThreadRow row : thread) {
            if (row.message().role() == Role.ASSISTANT) {
                answered.add(row.message().decision());
                Optional.ofNullable(decisions.get(row.message().decision())).map(DecisionRecord::message).ifPresent(answered::add);
            }
        }
        return answered;
    }

    private static ChatRow end(MessageRow answer, DecisionRecord record, Optional<Spot> spot, Optional<Prepared> prepared) {
        return answer.state() == MessageRow.State.INTERRUPTED ? new ChatRow.Interrupted(record, answer.text(), spot)
                : new ChatRow.Served(record, answer.text(), answer.state() == MessageRow.State.STOPPED, spot, prepared);
    }

    private static boolean broken(CallRecord call) {
        return call.outcome().filter(o -> o != Outcome.OK && o != Outcome.CANCELLED).isPresent();
    }

    private static Optional<ChatRow> state(MessageRow message, Optional<DecisionRecord> record, boolean last) {
        return switch (message.state()) {
            case DONE, INTERRUPTED -> last ? Optional.of(new ChatRow.Open(message.id())) : Optional.empty();
            case PENDING -> Optional.of(new ChatRow.Waiting(Optional.empty()));
            case PARKED -> record.map(ChatRow.Parked::new);
            case UNANSWERED -> Optional.of(record.<ChatRow>map(ChatRow.Unanswered::new)
                    .orElseGet(() -> new ChatRow.Stopped(Optional.of(message.id()))));
            case STOPPED -> Optional.of(new ChatRow.Stopped(Optional.of(message.id())));
        };
    }
}
