package dev.katman.cli;

import dev.katman.pacing.Demand;
import dev.katman.settings.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of a trace.
 *
 * @param at     seconds, as they were written; counted from 1970 on the world's clock
 * @param demand the same as the simulation takes it
 */
record TraceInput(BigDecimal at, Demand demand) {
    /** Some editors put it in front of a text. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** The end of the year 9999. */
    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_799L);

    TraceInput(Demand demand) {
        this(BigDecimal.valueOf(demand.at().toEpochMilli(), 3).stripTrailingZeros(), demand);
    }

    /** Reads all of it before anything runs. */
    static List<TraceInput> read(Path file, Texts texts) throws Refusal {
        var messages = new ArrayList<TraceInput>();
        BigDecimal last = BigDecimal.ZERO;
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                line = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (line.isBlank()) {
                    continue;
                }
                JsonNode node = parse(line).filter(JsonNode::isObject).orElse(null);
                if (node == null) {
                    throw bad(file, number, "json", texts);
                }
                BigDecimal at = decimal(node, "at").filter(s -> s.signum() >= 0 && s.compareTo(LAST) <= 0).orElse(null);
                if (at == null) {
                    throw bad(file, number, "at", texts);
                }
                if (at.compareTo(last) < 0) {
                    throw bad(file, number, "order", texts);
                }
                long difficulty = whole(node, "difficulty");
                if (difficulty < 1 || difficulty > 10) {
                    throw bad(file, number, "difficulty", texts);
                }
                long tokens = whole(node, "tokens");
                if (tokens < 0) {
                    throw bad(file, number, "tokens", texts);
                }
                messages.add(new TraceInput(at, new Demand(instant(at), (int) difficulty, tokens)));
                last = at;
            }
        } catch (CharacterCodingException e) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.file.not_text", file), e);
        } catch (IOException e) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.file.unreadable", file), e);
        }
        if (messages.isEmpty()) {
            throw new Refusal(Commands.WRONG_USE, texts.get("cli.batch.empty", file));
        }
        return messages;
    }

    private static Refusal bad(Path file, int line, String what, Texts texts) {
        return new Refusal(Commands.WRONG_USE, texts.get("cli.simulate.bad_line", file, line, texts.get("cli.simulate.bad." + what)));
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(MAPPER.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty(); // the caller names the line
        }
    }

    private static Optional<BigDecimal> decimal(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() && Double.isFinite(value.doubleValue()) ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /** @return -1 where it is not a whole number that a level can count */
    private static long whole(JsonNode node, String name) {
        return decimal(node, name).filter(d -> d.stripTrailingZeros().scale() <= 0 && d.signum() >= 0 && d.compareTo(LAST) <= 0)
                .map(BigDecimal::longValueExact).orElse(-1L);
    }

    private static Instant instant(BigDecimal seconds) {
        long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
        return Instant.ofEpochSecond(whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
