package dev.katman.cli;

import dev.katman.settings.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The messages of a batch.
 *
 * @param id   the caller's own
 * @param text what is said
 */
record BatchInput(String id, String text) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Reads all of it before anything is sent, so that a bad line costs nothing. */
    static List<BatchInput> read(Path file, Texts texts) throws Refusal {
        var messages = new ArrayList<BatchInput>();
        var ids = new HashSet<String>();
        List<String> lines = lines(file, texts);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            JsonNode node = parse(lines.get(i));
            String id = field(node, "id");
            String text = field(node, "text");
            if (id.isBlank() || text.isBlank()) {
                throw new Refusal(Commands.WRONG_USE, texts.get("cli.batch.bad_line", file, i + 1));
            }
            if (!ids.add(id)) {
                throw new Refusal(Commands.WRONG_USE, texts.get("cli.batch.twice", file, i + 1, id));
            }
            messages.add(new BatchInput(id, text));
        }
        if (messages.isEmpty()) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.batch.empty", file));
        }
        return messages;
    }

    /** The identifiers that an earlier run has answered; a last line that broke off counts as not written. */
    static Set<String> answered(Path file, Texts texts) throws Refusal {
        var ids = new HashSet<String>();
        if (Files.exists(file)) {
            for (String line : lines(file, texts)) {
                JsonNode node = parse(line);
                if (!field(node, "id").isBlank() && node.path("answer").isString()) {
                    ids.add(field(node, "id"));
                }
            }
        }
        return ids;
    }

    private static List<String> lines(Path file, Texts texts) throws Refusal {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.file.not_text", file), e);
        } catch (IOException e) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.file.unreadable", file), e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            return MAPPER.missingNode(); // the caller names the line
        }
    }

    private static String field(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() || value.isNumber() ? value.asString() : "";
    }
}
