package dev.katman.catalog;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value that still knows where it stood, so that a complaint can name line and field. Jackson's own tree forgets that.
 *
 * @param value a {@code Map<String, Located>}, a {@code List<Located>}, a {@code String}, {@code Long}, {@code Double},
 *              {@code Boolean}, or null
 * @param line  from 1
 * @param path  such as {@code deployments[2].limits.tpd}
 */
record Located(Object value, int line, String path) {
    private static final JsonMapper JSON = JsonMapper.builder(
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build();

    static Located read(String json) {
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            Located whole = value(in, "");
            if (in.nextToken() != null) {
                throw new CatalogException(in.currentTokenLocation().getLineNr(), "", "the end of the document");
            }
            return whole;
        } catch (StreamReadException e) {
            throw new CatalogException(e.getLocation().getLineNr(), "", "correct JSON (" + e.getOriginalMessage() + ")");
        }
    }

    private static Located value(JsonParser in, String path) {
        int line = in.currentTokenLocation().getLineNr();
        JsonToken token = in.currentToken();
        if (token == null) {
            throw new CatalogException(line, path, "a JSON document, but there is nothing");
        }
        return new Located(switch (token) {
            case START_OBJECT -> object(in, path);
            case START_ARRAY -> array(in, path);
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> whole(in, line, path);
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new CatalogException(line, path, "a value");
        }, line, path);
    }

    private static Long whole(JsonParser in, int line, String path) {
        if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new CatalogException(line, path, "a smaller number");
        }
        return in.getLongValue();
    }

    private static Map<String, Located> object(JsonParser in, String path) {
        var fields = new LinkedHashMap<String, Located>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            fields.put(name, value(in, path.isEmpty() ? name : path + "." + name));
        }
        return fields;
    }

    private static List<Located> array(JsonParser in, String path) {
        var items = new ArrayList<Located>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(in, path + "[" + items.size() + "]"));
        }
        return items;
    }

    CatalogException expected(String what) {
        return new CatalogException(line, path, what);
    }
}
