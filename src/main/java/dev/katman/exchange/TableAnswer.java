package dev.katman.exchange;

import dev.katman.conversation.Column;
import dev.katman.conversation.Folded;
import dev.katman.journal.PreparationGoal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the JSON of a table. Models set it in fences, think before it, put names in other letters, or give bare lists in place of objects: what
 * is meant is taken, and what is not clear is not.
 */
final class TableAnswer {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
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

    static Read rows(String answer, List<Column> columns) {
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

    /** The columns that a worker proposes, of text where it does not say of what; empty where it proposes none that are of use. */
    static Optional<List<Column>> columns(String answer) {
        String text = afterThinking(answer);
        int at = opening(text, 0);
        if (at < 0) {
            return Optional.empty();
        }
        try {
            JsonNode tree = JSON.readTree(text.substring(at));
            var columns = new LinkedHashMap<String, Column>();
            for (JsonNode said : tree.isArray() ? tree : tree.path("columns")) {
                Column column = column(said);
                if (!column.name().isEmpty() && column.name().length() <= PreparationGoal.LONGEST_COLUMN && columns.size() < PreparationGoal.MOST_COLUMNS) {
                    columns.putIfAbsent(column.name(), column);
                }
            }
            return columns.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(columns.values()));
        } catch (JacksonException e) {
            return Optional.empty(); // one answer among many that name no columns
        }
    }

    /** As it is asked for, "Price:number"; some give an object instead. A word that is no kind is none of the name either. */
    private static Column column(JsonNode said) {
        if (said.isObject()) {
            return new Column(name(said.path("name")), Column.Kind.named(cell(said.path("kind"))).orElse(Column.Kind.TEXT));
        }
        String written = name(said);
        return Column.parse(written).orElseGet(() -> Column.text(written.substring(0, written.lastIndexOf(':')).strip()));
    }

    /** Commas stand between names where people type them. */
    private static String name(JsonNode said) {
        return cell(said).replaceAll("[,;\\s]+", " ");
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

    private static Optional<List<List<String>>> rows(JsonNode tree, List<Column> columns) {
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

    private static Optional<List<String>> named(JsonNode row, List<Column> columns) {
        var cells = new ArrayList<String>();
        boolean known = false;
        for (Column column : columns) {
            JsonNode value = row.properties().stream().filter(field -> folded(field.getKey()).equals(folded(column.name())))
                    .map(field -> field.getValue()).findFirst().orElse(null);
            known |= value != null;
            cells.add(value == null ? "" : cell(value, column.kind()));
        }
        return known || row.isEmpty() ? Optional.of(cells) : Optional.empty();
    }

    private static Optional<List<String>> inOrder(JsonNode row, List<Column> columns) {
        if (row.size() != columns.size()) {
            return Optional.empty(); // which of them is missing?
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(cell(row.get(i), columns.get(i).kind()));
        }
        return Optional.of(cells);
    }

    /** A number of JSON is certain; its bare digits might not be. */
    private static String cell(JsonNode value, Column.Kind kind) {
        return kind == Column.Kind.NUMBER && value.isNumber() ? NumberCell.plain(value.decimalValue()) : cell(value);
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
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
