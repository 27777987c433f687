package dev.katman.provider;

import dev.katman.conversation.Secret;

import java.net.URI;
import java.util.Optional;

/**
 * Where a provider is reached, and with what.
 *
 * @param baseUrl what {@code /chat/completions} is appended to
 * @param key     sent as a bearer token
 */
public record Endpoint(URI baseUrl, Optional<Secret> key) {
}
