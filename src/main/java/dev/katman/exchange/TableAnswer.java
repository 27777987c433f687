package dev.katman.exchange;

import dev.katman.conversation.Folded;
import dev.katman.journal.PreparationGoal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the JSON of a table. Models set it in fences, think before it, put names in other letters, or give bare lists in place of objects: what
 * is meant is taken, and what is not clear is not.
 */
final class TableAnswer {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final String AFTER_THINKING = "</think>";
    /** So many openings of an object or a list are tried; what is before the first of these is talk. */
    private static final int TRIES = 8;

    private TableAnswer() {
    }

    /** What an answer was. */
    sealed interface Read {
        /** @param rows a cell for each column each, none of them blank all over */
        record Rows(List<List<String>> rows) implements Read {
        }

        /** It ends in the middle: there is more to tell than there was room for. */
        record CutOff() implements Read {
        }

        /** It is no such table. */
        record Unusable() implements Read {
        }
    }

    static Read rows(String answer, List<String> columns) {
        String text = afterThinking(answer);
        boolean cutOff = false;
        int at = -1;
        for (int tries = 0; tries < TRIES && (at = opening(text, at + 1)) >= 0; tries++) {
            try {
                Optional<List<List<String>>> rows = rows(JSON.readTree(text.substring(at)), columns);
                if (rows.isPresent()) {
                    return new Read.Rows(rows.get());
                }
            } catch (UnexpectedEndOfInputException e) {
                cutOff = true;
                break; // what opens within it is a part of what is missing
            } catch (JacksonException e) {
                continue; // a brace in what was said before
            }
        }
        return cutOff ? new Read.CutOff() : new Read.Unusable();
    }

    /** The columns that a worker proposes; empty where it proposes none that are of use. */
    static Optional<List<String>> columns(String answer) {
        String text = afterThinking(answer);
        int at = opening(text, 0);
        if (at < 0) {
            return Optional.empty();
        }
        try {
            JsonNode tree = JSON.readTree(text.substring(at));
            var names = new LinkedHashSet<String>();
            for (JsonNode name : tree.isArray() ? tree : tree.path("columns")) {
                String said = cell(name).replaceAll("[,;\\s]+", " "); // commas stand between names where people type them
                if (!said.isEmpty() && said.length() <= PreparationGoal.LONGEST_COLUMN && names.size() < PreparationGoal.MOST_COLUMNS) {
                    names.add(said);
                }
            }
            return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names));
        } catch (JacksonException e) {
            return Optional.empty(); // one answer among many that name no columns
        }
    }

    private static String afterThinking(String answer) {
        int end = answer.lastIndexOf(AFTER_THINKING);
        return end < 0 ? answer : answer.substring(end + AFTER_THINKING.length());
    }

    private static int opening(String text, int from) {
        int brace = text.indexOf('{', from);
        int bracket = text.indexOf('[', from);
        return brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
    }

    private static Optional<List<List<String>>> rows(JsonNode tree, List<String> columns) {
        JsonNode list = tree.isObject() ? tree.path("rows") : tree;
        if (!list.isArray()) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<String>>();
        for (JsonNode row : list) {
            Optional<List<String>> cells = row.isObject() ? named(row, columns) : row.isArray() ? inOrder(row, columns) : Optional.empty();
            if (cells.isEmpty()) {
                return Optional.empty();
            }
            if (cells.get().stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(cells.get());
            }
        }
        return Optional.of(rows);
    }

    private static Optional<List<String>> named(JsonNode row, List<String> columns) {
        var cells = new ArrayList<String>();
        boolean known = false;
        for (String column : columns) {
            JsonNode value = row.properties().stream().filter(field -> folded(field.getKey()).equals(folded(column)))
                    .map(field -> field.getValue()).findFirst().orElse(null);
            known |= value != null;
            cells.add(value == null ? "" : cell(value));
        }
        return known || row.isEmpty() ? Optional.of(cells) : Optional.empty();
    }

    private static Optional<List<String>> inOrder(JsonNode row, List<String> columns) {
        if (row.size() != columns.size()) {
            return Optional.empty(); // which of them is missing?
        }
        var cells = new ArrayList<String>();
        row.forEach(value -> cells.add(cell(value)));
        return Optional.of(cells);
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return value.valueStream().map(TableAnswer::cell).collect(Collectors.joining("; "));
        }
        return (value.isValueNode() ? value.asString() : value.toString()).strip().replaceAll("\\s+", " ");
    }

    /** Without case, marks, blanks and signs. */
    private static String folded(String name) {
        return Folded.of(name).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
