package dev.katman.provider;

import dev.katman.catalog.Deployment;
import dev.katman.conversation.Message;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a deployment.
 *
 * @param deployment who is asked
 * @param messages   the prompt, oldest first
 * @param cap        the most completion tokens, at least 1; charged in full when the call is admitted
 * @param schema     the shape the answer must have
 */
public record ChatRequest(Deployment deployment, List<Message> messages, int cap, Optional<OutputSchema> schema) {
    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || cap < 1) {
            throw new IllegalArgumentException("a request has messages and a cap of at least 1");
        }
    }

    public ChatRequest(Deployment deployment, List<Message> messages, int cap) {
        this(deployment, messages, cap, Optional.empty());
    }
}
