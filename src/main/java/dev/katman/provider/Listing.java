package dev.katman.provider;

import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.LinkedHashSet;

/** Reads {@code {"data":[{"id":…},…]}}. */
final class Listing {
    /** OpenRouter's list, the longest there is, has about half of it. Bytes. */
    private static final long MOST = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Listing() {
    }

    static ModelList read(Response response, Redaction redaction) throws IOException {
        String body = response.peekBody(MOST).string();
        try {
            var names = new LinkedHashSet<String>();
            for (JsonNode model : JSON.readTree(body).path("data")) {
                if (model.path("id").isString()) {
                    // Gemini writes models/NAME in its list and takes NAME in a request.
                    names.add(model.path("id").asString().replaceFirst("^models/", ""));
                }
            }
            return new ModelList.Served(names);
        } catch (JacksonException e) {
            return new ModelList.Unknown(new Failure.Garbled(response.code(), redaction.reason(body, "not a list of models")));
        }
    }
}
