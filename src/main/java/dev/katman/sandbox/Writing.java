package dev.katman.sandbox;

import dev.katman.catalog.Deployment;
import dev.katman.context.TokenCounter;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Puts one answer on the wire, piece by piece or whole, up to its cap and up to whatever was scripted. */
final class Writing {
    /** Before each word: a piece is a word with the blanks after it. */
    private static final Pattern PIECES = Pattern.compile("(?<=\\s)(?=\\S)");

    private final Wire wire;
    private final WireCall call;
    private final Deployment deployment;
    private final TokenCounter counter;
    private final Pace pace;
    private final Answers.Meter meter;
    private final Instant created;
    private final Tally.Entry entry;
    private final List<String> thinking;
    private final List<String> text;
    private final int pieces;
    private final boolean capped;

    Writing(Wire wire, WireCall call, Deployment deployment, TokenCounter counter, Speaker.Said.Words words, Pace pace,
            Answers.Meter meter,
            Instant created, Tally.Entry entry) {
        this.wire = wire;
        this.call = call;
        this.deployment = deployment;
        this.counter = counter;
        this.pace = pace;
        this.meter = meter;
        this.created = created;
        this.entry = entry;
        thinking = cut(words.thinking());
        text = cut(words.text());
        int all = thinking.size() + text.size();
        pieces = most(all, words.cap());
        capped = pieces < all;
    }

    void write(Fault fault) throws IOException {
        if (fault instanceof Fault.Silence) {
            silence();
        }
        entry.status(200);
        wire.begin(call.stream());
        switch (fault) {
            case Fault.Garbage g -> {
                meter.settle();
                wire.raw("%%% not a chunk\ndata: {\"choices\": [{\"delta\": \n\ndata: 42\n\n<html>no</html>\n\n");
                wire.end();
            }
            case Fault.Cut(var after) -> {
                some(after);
                throw new IOException("cut, as scripted");
            }
            case Fault.SilenceAfter(var after) -> {
                some(after);
                silence();
            }
            case Fault.ErrorInStream(var after) -> {
                some(after);
                meter.settle();
                wire.raw("event: error\ndata: {\"error\":{\"message\":\"The model is over "
                        + "capacity.\",\"type\":\"internal_server_error\","
                        + "\"code\":\"over_capacity\",\"status_code\":503}}\n\n");
                wire.end();
            }
            case Fault.NoUsage n -> all(false);
            case Fault other -> all(true);
        }
    }

    private void all(boolean tellUsage) throws IOException {
        if (call.stream()) {
            some(pieces);
        } else {
            pause(pace.firstToken());
            meter.spent(tokens(pieces));
        }
        meter.settle();
        ObjectNode usage = usage();
        if (call.stream()) {
            ObjectNode last = chunk("chat.completion.chunk");
            choice(last, "delta");
            finish(last);
            if (tellUsage) {
                last.putObject("x_groq").put("id", "req_" + id()).set("usage", usage);
            }
            wire.data(last);
            if (tellUsage && call.includeUsage()) {
                ObjectNode alone = chunk("chat.completion.chunk");
                alone.putArray("choices");
                alone.set("usage", usage);
                wire.data(alone);
            }
            wire.raw("data: [DONE]\n\n");
        } else {
            wire.raw(Wire.JSON.writeValueAsString(whole(pieces, tellUsage ? usage : null)));
        }
        wire.end();
    }

    /** That many pieces of the stream; of an answer that is sent whole, as much of its JSON as stands before them. */
    private void some(int most) throws IOException {
        int until = Math.min(most, pieces);
        if (!call.stream()) {
            String json = Wire.JSON.writeValueAsString(whole(until, null));
            meter.spent(tokens(until));
            wire.raw(json.substring(0, json.length() - 1));
            return;
        }
        ObjectNode first = chunk("chat.completion.chunk");
        choice(first, "delta").put("role", "assistant").put("content", "");
        wire.data(first);
        pause(pace.firstToken());
        int done = 0;
        try {
            while (done < until) {
                if (done > 0) {
                    pause(pace.between());
                }
                boolean thinks = done < thinking.size();
                ObjectNode chunk = chunk("chat.completion.chunk");
                choice(chunk, "delta").put(thinks ? "reasoning" : "content", thinks ? thinking.get(done)
                        : text.get(done - thinking.size()));
                wire.data(chunk);
                done++;
            }
        } finally {
            meter.spent(tokens(done));
        }
    }

    private ObjectNode whole(int count, ObjectNode usage) {
        ObjectNode root = chunk("chat.completion");
        ObjectNode message = choice(root, "message").put("role", "assistant");
        if (!thinking.isEmpty()) {
            message.put("reasoning", thought(count));
        }
        message.put("content", said(count));
        finish(root);
        if (usage != null) {
            root.set("usage", usage);
        }
        return root;
    }

    private ObjectNode chunk(String object) {
        return Wire.JSON.createObjectNode().put("id", "chatcmpl-" + id()).put("object", object).put("created",
                created.getEpochSecond())
                .put("model", deployment.name());
    }

    private static ObjectNode choice(ObjectNode chunk, String content) {
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        ObjectNode inside = choice.putObject(content);
        choice.putNull("finish_reason");
        return inside;
    }

    private void finish(ObjectNode chunk) {
        ((ObjectNode) chunk.path("choices").path(0)).put("finish_reason", capped ? "length" : "stop");
    }

    private ObjectNode usage() {
        long prompt = meter.promptTokens();
        long completion = meter.written();
        return Wire.JSON.createObjectNode().put("prompt_tokens", prompt).put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
    }

    private long tokens(int count) {
        return counter.text(deployment.model(), thought(count)) + counter.text(deployment.model(), said(count));
    }

    private String thought(int count) {
        return String.join("", thinking.subList(0, Math.min(count, thinking.size())));
    }

    private String said(int count) {
        return String.join("", text.subList(0, Math.max(0, count - thinking.size())));
    }

    /** The most pieces that keep within the cap. */
    private int most(int all, long cap) {
        if (tokens(all) <= cap) { // as nearly every answer does
            return all;
        }
        int fits = 0;
        int above = all;
        while (above - fits > 1) {
            int middle = (fits + above) >>> 1;
            if (tokens(middle) <= cap) {
                fits = middle;
            } else {
                above = middle;
            }
        }
        return fits;
    }

    private String id() {
        return "sandbox-" + entry.number();
    }

    private static List<String> cut(String words) {
        return words.isEmpty() ? List.of() : new ArrayList<>(List.of(PIECES.split(words)));
    }

    private static void pause(Duration length) throws IOException {
        try {
            if (!length.isZero()) {
                Thread.sleep(length);
            }
        } catch (InterruptedException e) {
            throw closing();
        }
    }

    private static void silence() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw closing();
        }
    }

    private static IOException closing() {
        Thread.currentThread().interrupt();
        return new IOException("the sandbox is closing");
    }
}
