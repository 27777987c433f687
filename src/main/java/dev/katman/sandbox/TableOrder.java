package dev.katman.sandbox;

import dev.katman.context.PatternTable;
import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a table as the worker is asked to when it prepares a document: a system message that opens with "Extract" names the JSON that is wanted,
 * and for rows their columns. What is found is what patterns find.
 */
final class TableOrder {
    private static final Pattern COLUMNS = Pattern.compile("(?m)^Columns: (\\[.*])$");

    private final PatternTable table = new PatternTable();

    /** The JSON; empty where the request asks for none. */
    Optional<String> answer(WireCall call) {
        Optional<String> order = call.messages().stream().filter(m -> m.role() == Role.SYSTEM).map(Message::text)
                .filter(text -> text.startsWith("Extract ")).findFirst();
        String text = call.messages().stream().filter(m -> m.role() == Role.USER).map(Message::text).findFirst().orElse("");
        if (order.filter(said -> said.contains("{\"columns\":")).isPresent()) {
            var json = Wire.JSON.createObjectNode();
            table.columns(text, false).forEach(json.putArray("columns")::add);
            return Optional.of(Wire.JSON.writeValueAsString(json));
        }
        return order.filter(said -> said.contains("{\"rows\":")).flatMap(TableOrder::columns).map(columns -> rows(text, columns));
    }

    private String rows(String text, List<String> columns) {
        var json = Wire.JSON.createObjectNode();
        var rows = json.putArray("rows");
        for (List<String> cells : table.rows(text, "", columns)) {
            var row = rows.addObject();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
        }
        return Wire.JSON.writeValueAsString(json);
    }

    private static Optional<List<String>> columns(String order) {
        Matcher named = COLUMNS.matcher(order);
        if (!named.find()) {
            return Optional.empty();
        }
        try {
            var columns = new ArrayList<String>();
            for (JsonNode name : Wire.JSON.readTree(named.group(1))) {
                columns.add(name.asString());
            }
            return Optional.of(columns);
        } catch (JacksonException notAList) {
            return Optional.empty(); // somebody else's order, then
        }
    }
}
