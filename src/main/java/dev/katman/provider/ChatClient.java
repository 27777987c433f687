package dev.katman.provider;

import dev.katman.conversation.Cancellation;

/** The port: one request, streamed. Implementations are safe for use by many threads and make no request of their own accord. */
public interface ChatClient extends AutoCloseable {
    /**
     * Sends the request and blocks until its end; to be called on a virtual thread. Limits, refusals and failures are results, not
     * exceptions.
     *
     * @param listener     hears of headers, text and thinking as they come, on this thread
     * @param cancellation closes the connection at once; the reply is then {@link Failure.Cancelled}
     */
    Reply stream(Endpoint endpoint, ChatRequest request, ReplyListener listener, Cancellation cancellation);

    /** Asks which models are served there. Blocks; a failure is a result. */
    ModelList models(Endpoint endpoint);

    @Override
    void close();
}
