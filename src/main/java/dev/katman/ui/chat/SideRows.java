package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Found;
import dev.katman.journal.ConversationRow;
import dev.katman.ui.kit.Context;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Conversations in the order in which they stand on the left: pinned, in folders, then by day. */
final class SideRows {
    private final Context context;
    private final Predicate<ConversationId> busy;
    private final Predicate<ConversationId> unread;

    SideRows(Context context, Predicate<ConversationId> busy, Predicate<ConversationId> unread) {
        this.context = context;
        this.busy = busy;
        this.unread = unread;
    }

    /** @param closed folders of which only the name is shown */
    List<SideRow> of(List<ConversationRow> conversations, Set<String> closed, Instant now) {
        var rows = new ArrayList<SideRow>();
        List<ConversationRow> pinned = conversations.stream().filter(ConversationRow::pinned).toList();
        if (!pinned.isEmpty()) {
            rows.add(new SideRow.Head(context.text("ui.side.pinned")));
            pinned.forEach(row -> rows.add(one(row, false)));
        }
        List<ConversationRow> others = conversations.stream().filter(row -> !row.pinned()).toList();
        var folders = new TreeMap<String, List<ConversationRow>>(Collator.getInstance(context.texts().locale()));
        others.forEach(row -> row.folder().ifPresent(folder -> folders.computeIfAbsent(folder, name -> new ArrayList<>()).add(row)));
        if (!folders.isEmpty()) {
            rows.add(new SideRow.Head(context.text("ui.side.folders")));
        }
        folders.forEach((name, inside) -> {
            boolean open = !closed.contains(name);
            rows.add(new SideRow.Folder(name, open, inside.size()));
            if (open) {
                inside.forEach(row -> rows.add(one(row, true)));
            }
        });
        LocalDate today = LocalDate.ofInstant(now, context.zone());
        for (DayGroup group : DayGroup.of(others.stream().filter(row -> row.folder().isEmpty()).toList(), now, context.zone())) {
            rows.add(new SideRow.Head(name(group, today)));
            group.conversations().forEach(row -> rows.add(one(row, false)));
        }
        return rows;
    }

    /** What a search found. */
    List<SideRow> of(Found found) {
        var rows = new ArrayList<SideRow>();
        if (!found.titles().isEmpty()) {
            rows.add(new SideRow.Head(context.text("ui.side.found.titles")));
            found.titles().forEach(hit -> rows.add(new SideRow.Hit(hit)));
        }
        if (!found.messages().isEmpty()) {
            rows.add(new SideRow.Head(context.text("ui.side.found.messages")));
            found.messages().forEach(hit -> rows.add(new SideRow.Hit(hit)));
        }
        return rows;
    }

    private SideRow one(ConversationRow row, boolean inFolder) {
        return new SideRow.One(row, inFolder, busy.test(row.id()), unread.test(row.id()));
    }

    private String name(DayGroup group, LocalDate today) {
        return switch (group.when()) {
            case TODAY -> context.text("ui.side.today");
            case YESTERDAY -> context.text("ui.side.yesterday");
            case DAY -> date("EEEE", group.day());
            case MONTH -> date(group.day().getYear() == today.getYear() ? "LLLL" : "LLLL yyyy", group.day());
        };
    }

    private String date(String pattern, LocalDate day) {
        String text = DateTimeFormatter.ofPattern(pattern, context.texts().locale()).format(day);
        return text.substring(0, 1).toUpperCase(context.texts().locale()) + text.substring(1);
    }
}
