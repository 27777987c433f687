package dev.katman.sandbox;

import dev.katman.context.PatternTable;
import dev.katman.conversation.Column;
import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a table as the worker is asked to when it prepares a document: a system message that opens with "Extract" names the JSON that is wanted,
 * and for rows their columns. What is found is what patterns find.
 */
final class TableOrder {
    private static final Pattern COLUMNS = Pattern.compile("(?m)^Columns: (\\[.*])$");
    private static final Pattern NUMBERS = Pattern.compile("(?m)^Of these columns every cell is a JSON number, .*?(\\[.*])$");
    private static final Pattern DATES = Pattern.compile("(?m)^Of these columns every cell is a date .*?(\\[.*])$");

    private final PatternTable table = new PatternTable();

    /** The JSON; empty where the request asks for none. */
    Optional<String> answer(WireCall call) {
        Optional<String> order = call.messages().stream().filter(m -> m.role() == Role.SYSTEM).map(Message::text)
                .filter(text -> text.startsWith("Extract ")).findFirst();
        String text = call.messages().stream().filter(m -> m.role() == Role.USER).map(Message::text).findFirst().orElse("");
        if (order.filter(said -> said.contains("{\"columns\":")).isPresent()) {
            var json = Wire.JSON.createObjectNode();
            var names = json.putArray("columns");
            table.columns(text, false).forEach(column -> names.add(column.written(column.kind().name().toLowerCase(Locale.ROOT))));
            return Optional.of(Wire.JSON.writeValueAsString(json));
        }
        return order.filter(said -> said.contains("{\"rows\":")).flatMap(TableOrder::columns).map(columns -> rows(text, columns));
    }

    private String rows(String text, List<Column> columns) {
        var json = Wire.JSON.createObjectNode();
        var rows = json.putArray("rows");
        for (List<String> cells : table.rows(text, "", columns)) {
            var row = rows.addObject();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i).name(), cells.get(i));
            }
        }
        return Wire.JSON.writeValueAsString(json);
    }

    private static Optional<List<Column>> columns(String order) {
        Set<String> numbers = Set.copyOf(names(NUMBERS, order).orElse(List.of()));
        Set<String> dates = Set.copyOf(names(DATES, order).orElse(List.of()));
        return names(COLUMNS, order).map(names -> names.stream().map(name -> new Column(name, numbers.contains(name) ? Column.Kind.NUMBER
                : dates.contains(name) ? Column.Kind.DATE : Column.Kind.TEXT)).toList());
    }

    private static Optional<List<String>> names(Pattern line, String order) {
        Matcher named = line.matcher(order);
        if (!named.find()) {
            return Optional.empty();
        }
        try {
            var names = new ArrayList<String>();
            for (JsonNode name : Wire.JSON.readTree(named.group(1))) {
                names.add(name.asString());
            }
            return Optional.of(names);
        } catch (JacksonException notAList) {
            return Optional.empty(); // somebody else's order, then
        }
    }
}
