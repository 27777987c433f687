package dev.katman.documents;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** JSON, one document or one a line: a line for each value with its path, gathered under the first two steps of the path. */
final class JsonText implements TextFormat {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int STEPS = 2;

    @Override
    public void read(BufferedReader text, Blocks into) throws IOException {
        var values = new StringBuilder();
        String under = "";
        int began = 0;
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isScalarValue()) {
                    continue;
                }
                TokenStreamContext at = parser.streamReadContext();
                String here = path(at, 0, STEPS);
                if (!here.equals(under) || values.length() > Cutter.LONGEST_PARAGRAPH) {
                    into.add(Block.Shape.LINES, values.toString(), new Place(0, began, Blocks.signpost(under)));
                    values.setLength(0);
                    under = here;
                }
                if (values.isEmpty()) {
                    began = parser.currentTokenLocation().getLineNr();
                }
                String rest = path(at, STEPS, Integer.MAX_VALUE);
                values.append(values.isEmpty() ? "" : "\n").append(rest.isEmpty() ? "" : rest + ": ").append(parser.getString());
            }
            into.add(Block.Shape.LINES, values.toString(), new Place(0, Math.max(0, began), Blocks.signpost(under)));
        } catch (JacksonException e) {
            throw Unreadable.in(e).orElseThrow(() -> e);
        }
    }

    /** Whether the whole of a text is JSON. */
    static boolean is(Reader text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            boolean structured = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                structured |= token.isStructStart();
            }
            return structured;
        } catch (JacksonException e) {
            return false; // it begins like it and is something else
        }
    }

    /** The steps of the path from one to another; the root itself is none. */
    private static String path(TokenStreamContext at, int from, int to) {
        if (at == null || at.inRoot()) {
            return "";
        }
        int depth = at.getNestingDepth();
        String above = path(at.getParent(), from, to);
        if (depth <= from || depth > to) {
            return above;
        }
        return at.inArray() ? above + "[" + at.getCurrentIndex() + "]" : above + (above.isEmpty() ? "" : ".") + at.currentName();
    }
}
