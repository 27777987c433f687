package dev.katman.provider;

import dev.katman.conversation.Secret;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** A proxy that wants a name and a password. It is a server that answers for whatever it is asked for. */
class ProxyLoginTest {
    private static final Endpoint PLAIN = new Endpoint(URI.create("http://api.example.org/v1"), Optional.of(new Secret("a key of the provider")));
    private static final Endpoint TLS = new Endpoint(URI.create("https://api.example.org/v1"), Optional.of(new Secret("a key of the provider")));

    private final MockWebServer proxy = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private OpenAiClient client(Authenticator logins) {
        return new OpenAiClient(Timeouts.DEFAULT, "Katman-test", ProxySelector.of(new InetSocketAddress(proxy.getHostName(), proxy.getPort())), logins);
    }

    private Authenticator jo() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestingPort() == proxy.getPort() && getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication("jo", "sesame".toCharArray()) : null;
            }
        };
    }

    @Test
    void isToldWithTheFirstRequest() throws Exception {
        proxy.enqueue(new MockResponse.Builder().code(200).body("{\"data\":[{\"id\":\"m\"}]}").build());
        try (OpenAiClient client = client(jo())) {
            assertThat(client.models(PLAIN)).isInstanceOf(ModelList.Served.class);
        }
        assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization")).isEqualTo("Basic am86c2VzYW1l");
        assertThat(proxy.getRequestCount()).isEqualTo(1);
    }

    @Test
    void isToldWhenTheTunnelIsMadeAndNothingOfTheKeyIs() throws Exception {
        proxy.enqueue(new MockResponse.Builder().code(502).build());
        try (OpenAiClient client = client(jo())) {
            assertThat(client.models(TLS)).isInstanceOf(ModelList.Unknown.class);
        }
        var tunnel = proxy.takeRequest();
        assertThat(tunnel.getMethod()).isEqualTo("CONNECT");
        assertThat(tunnel.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic am86c2VzYW1l");
        assertThat(tunnel.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void whoIsNotLetThroughIsToldSo() {
        for (Endpoint endpoint : new Endpoint[] {PLAIN, TLS}) {
            for (Authenticator logins : new Authenticator[] {jo(), new Authenticator() { }}) {
                proxy.enqueue(new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Basic realm=\"p\"").build());
                int before = proxy.getRequestCount();
                try (OpenAiClient client = client(logins)) {
                    assertThat(client.models(endpoint)).isInstanceOfSatisfying(ModelList.Unknown.class, unknown -> assertThat(unknown.why())
                            .isInstanceOfSatisfying(Failure.Unreachable.class, why -> assertThat(why.byProxy()).isTrue())
                            .extracting(Failure::reason).asString().doesNotContain("sesame"));
                }
                assertThat(proxy.getRequestCount() - before).isEqualTo(1);
            }
        }
    }
}
