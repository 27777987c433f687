package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionRecord;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The decisions that the filter lets through. Knows no scene. */
final class DecisionsModel {
    private final ObservableList<DecisionRecord> shown = FXCollections.observableArrayList();
    private final Locale locale;
    private List<DecisionRecord> all = List.of();
    private String filter = "";
    private Optional<Tier> tier = Optional.empty();

    /** @param locale whose upper and lower case the filter knows */
    DecisionsModel(Locale locale) {
        this.locale = locale;
    }

    ObservableList<DecisionRecord> shown() {
        return shown;
    }

    /** @param records newest first */
    void records(List<DecisionRecord> records) {
        all = List.copyOf(records);
        refresh();
    }

    /** @param text words that must all be found in the message, the models, the type or the verdicts */
    void filter(String text) {
        filter = text;
        refresh();
    }

    /** @param only the tier to show; empty for all */
    void tier(Optional<Tier> only) {
        tier = only;
        refresh();
    }

    Optional<DecisionRecord> find(DecisionId id) {
        return all.stream().filter(record -> record.id().equals(id)).findFirst();
    }

    private void refresh() {
        List<String> wanted = List.of(filter.strip().toLowerCase(locale).split("\\s+"));
        List<DecisionRecord> now = all.stream()
                .filter(record -> tier.isEmpty() || record.servedTier() == tier.get())
                .filter(record -> {
                    String text = searchable(record).toLowerCase(locale);
                    return wanted.stream().allMatch(text::contains);
                }).toList();
        if (!now.equals(shown)) {
            shown.setAll(now);
        }
    }

    private static String searchable(DecisionRecord record) {
        var text = new StringBuilder(record.text()).append(' ').append(record.decision().assessment().type()).append(' ')
                .append(record.decision().reason());
        record.served().ifPresent(served -> text.append(' ').append(served));
        record.decision().candidates().forEach(c -> text.append(' ').append(c.deployment()).append(' ').append(c.verdict()));
        return text.toString();
    }
}
