package dev.katman.provider;

import dev.katman.conversation.Usage;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads one successful response: a stream of events, or a whole answer from a server that does not stream. Judged by what it is
 * and not by what it calls itself, for content types are often wrong.
 */
final class AnswerReader extends EventSourceListener {
    /** The most bytes that one event may have. A real one has some hundred; without a bound one line could fill the memory. */
    static final int MOST_BYTES = 8 << 20;

    private static final MediaType EVENTS = MediaType.get("text/event-stream");

    private final int http;
    private final ReplyListener listener;
    private final Watch watch;
    private final BooleanSupplier stopped;
    private final Redaction redaction;
    private final TaggedThought thought;
    private Bounded bounded;
    private boolean started;
    private boolean done;
    private Reply.Finish finish;
    private Usage usage;
    private Failure failure;
    private IOException broken;
    private RuntimeException fault;

    AnswerReader(int http, ReplyListener listener, Watch watch, BooleanSupplier stopped, Redaction redaction) {
        this.http = http;
        this.listener = listener;
        this.watch = watch;
        this.stopped = stopped;
        this.redaction = redaction;
        thought = new TaggedThought(listener);
    }

    /** Blocks until the answer is over, one way or another. */
    Reply read(Response response, RateWord word) {
        listener.opened(word);
        MediaType type = response.body().contentType();
        bounded = new Bounded(response.body().source());
        BufferedSource source = Okio.buffer(bounded);
        try {
            byte first = source.request(1) ? source.getBuffer().getByte(0) : 0;
            if (first == '{' || first == '[') {
                whole(source.readUtf8());
            } else if (first == '<' || type != null && type.subtype().equals("html")) {
                String page = ErrorBody.read(source.readUtf8()).message();
                failure = new Failure.Garbled(http, redaction.reason("Not an answer but " + page, ""));
            } else {
                EventSources.processResponse(response.newBuilder().body(ResponseBody.create(source, EVENTS, -1)).build(), this);
            }
        } catch (IOException e) {
            broken = e;
        }
        if (fault != null) {
            throw fault;
        }
        thought.over();
        return reply(word);
    }

    @Override
    public void onEvent(EventSource stream, String id, String type, String data) {
        bounded.count = 0;
        if (stopped.getAsBoolean()) {
            stream.cancel();
        } else if (data.strip().equals("[DONE]")) {
            done = true;
            stream.cancel();
        } else if (!data.isBlank()) {
            event("error".equals(type), data);
            if (failure != null) {
                stream.cancel();
            }
        }
    }

    @Override
    public void onFailure(EventSource stream, Throwable thrown, Response response) {
        if (thrown instanceof IOException e) {
            broken = e;
        } else if (thrown instanceof RuntimeException e) {
            // the listener's own; it goes to whoever gave us the listener
            fault = e;
        }
    }

    private void event(boolean error, String data) {
        Optional<Chunk> read = Chunk.read(data);
        if (error && (read.isEmpty() || read.get().error().isEmpty())) {
            failure = WireErrors.inside(http, ErrorBody.read(data), redaction);
        } else if (read.isEmpty()) {
            failure = new Failure.Garbled(http, "Not a piece of an answer: " + redaction.excerpt(data));
        } else {
            take(read.get());
        }
    }

    private void whole(String body) {
        Optional<Chunk> answer = Chunk.read(body);
        answer.ifPresent(this::take);
        if (failure == null && finish == null && !started) {
            failure = new Failure.Garbled(http, "JSON, but no answer: " + redaction.excerpt(body));
        }
        done = true;
    }

    private void take(Chunk chunk) {
        chunk.usage().ifPresent(said -> usage = said);
        if (!chunk.thinking().isEmpty()) {
            started = true;
            watch.token();
            listener.thinking(chunk.thinking());
        }
        if (!chunk.text().isEmpty()) {
            started = true;
            watch.token();
            thought.came(chunk.text());
        }
        if (chunk.error().isPresent()) {
            failure = WireErrors.inside(http, ErrorBody.of(chunk.error().get()), redaction);
        } else if (chunk.finish().isPresent()) {
            finish = chunk.reason();
            watch.finished();
        }
    }

    private Reply reply(RateWord word) {
        Optional<Usage> cost = Optional.ofNullable(usage);
        if (failure == null && !done) {
            if (stopped.getAsBoolean()) {
                failure = new Failure.Cancelled(http);
            } else if (broken instanceof TooLong) {
                failure = new Failure.Garbled(http, "One event of more than " + MOST_BYTES + " bytes.");
            } else if (finish == null) {
                // With a finish the answer is whole, whether or not the end mark came.
                failure = watch.rung(http).orElseGet(() -> new Failure.Cut(http, "The connection ended before the answer did"
                        + (broken == null || broken.getMessage() == null ? "." : ": " + redaction.excerpt(broken.getMessage()))));
            }
        }
        return failure == null
                ? new Reply.Complete(finish == null ? Reply.Finish.OTHER : finish, cost, word)
                : new Reply.Broken(failure, started, cost, word);
    }

    /** Counts bytes since the last event. */
    private static final class Bounded extends ForwardingSource {
        private long count;

        Bounded(Source delegate) {
            super(delegate);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            count += Math.max(0, read);
            if (count > MOST_BYTES) {
                throw new TooLong();
            }
            return read;
        }
    }

    private static final class TooLong extends IOException {
    }
}
