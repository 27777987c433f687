package dev.katman.settings;

import dev.katman.conversation.Secret;
import dev.katman.settings.Proxies.Choice;
import dev.katman.settings.Proxies.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ProxiesTest {
    private static final URI CLOUD = URI.create("https://api.example.org/v1");

    @TempDir
    Path home;

    private Proxies proxies(Map<String, String> environment) {
        Preferences preferences = Preferences.load(home);
        return new Proxies(preferences, environment, new Keys(home, Map.of(), preferences, KeyStore.none(), new KeyFile(home, 10)));
    }

    private static String login(Proxies proxies, String host, int port) {
        PasswordAuthentication login = proxies.logins().requestPasswordAuthenticationInstance(host, null, port, "http", "", "Basic", null,
                Authenticator.RequestorType.PROXY);
        return login == null ? "nobody" : login.getUserName() + " " + new String(login.getPassword());
    }

    private static String way(Proxies proxies, URI to) {
        Proxy proxy = proxies.select(to).getFirst();
        return proxy.type() + (proxy.address() == null ? "" : " " + proxy.address().toString().replace("/<unresolved>", ""));
    }

    @Test
    void aChoiceHoldsAtOnceAndAfterARestart() throws Exception {
        Proxies proxies = proxies(Map.of());
        proxies.choose(new Choice(Kind.HTTP, "proxy.example.org", 3128));
        assertThat(way(proxies, CLOUD)).isEqualTo("HTTP proxy.example.org:3128");
        assertThat(way(proxies(Map.of()), CLOUD)).isEqualTo("HTTP proxy.example.org:3128");
        proxies.choose(new Choice(Kind.SOCKS, "127.0.0.1", 1080));
        assertThat(way(proxies, CLOUD)).startsWith("SOCKS").endsWith("127.0.0.1:1080");
        proxies.choose(new Choice(Kind.NONE));
        assertThat(way(proxies, CLOUD)).isEqualTo("DIRECT");
    }

    @Test
    void aPasswordIsKeptWithTheKeysAndSaidToItsOwnProxyOnly() throws Exception {
        Proxies proxies = proxies(Map.of());
        proxies.choose(new Choice(Kind.HTTP, "proxy.example.org", 3128, "jo doe"));
        assertThat(login(proxies, "proxy.example.org", 3128)).as("no password yet").isEqualTo("nobody");
        proxies.password(new Secret("open sesame"));
        assertThat(login(proxies, "proxy.example.org", 3128)).isEqualTo("jo doe open sesame");
        assertThat(login(proxies, "proxy.example.org", 3129)).isEqualTo("nobody");
        assertThat(login(proxies, "elsewhere.example.org", 3128)).isEqualTo("nobody");
        assertThat(login(proxies(Map.of()), "proxy.example.org", 3128)).as("after a restart").isEqualTo("jo doe open sesame");
        assertThat(home.resolve("preferences.properties")).content().contains("jo").doesNotContain("sesame");

        proxies.choose(new Choice(Kind.HTTP, "elsewhere.example.org", 3128, "jo doe"));
        assertThat(login(proxies, "elsewhere.example.org", 3128)).as("the password was not for that one").isEqualTo("nobody");
        assertThat(login(proxies(Map.of()), "elsewhere.example.org", 3128)).isEqualTo("nobody");
    }

    @Test
    void aPasswordInAVariableIsUsedFromThere() {
        Proxies proxies = proxies(Map.of("https_proxy", "http://jo:a%40b+c@one.example:8080"));
        assertThat(way(proxies, CLOUD)).isEqualTo("HTTP one.example:8080");
        assertThat(login(proxies, "one.example", 8080)).isEqualTo("jo a@b+c");
        assertThat(login(proxies, "two.example", 8080)).isEqualTo("nobody");
    }

    @Test
    void whatRunsOnThisMachineIsReachedDirectly() throws Exception {
        Proxies proxies = proxies(Map.of());
        proxies.choose(new Choice(Kind.HTTP, "proxy.example.org", 3128));
        for (String here : new String[] {"http://127.0.0.1:11434/v1", "http://localhost:1234", "http://[::1]:8080"}) {
            assertThat(way(proxies, URI.create(here))).isEqualTo("DIRECT");
        }
    }

    @Test
    void theSystemsWayIsWhatItsVariablesSay() {
        assertThat(way(proxies(Map.of("HTTPS_PROXY", "http://one.example:8080")), CLOUD)).isEqualTo("HTTP one.example:8080");
        assertThat(way(proxies(Map.of("https_proxy", "two.example:3128")), CLOUD)).isEqualTo("HTTP two.example:3128");
        assertThat(way(proxies(Map.of("https_proxy", "two.example:3128", "no_proxy", "localhost,.example.org")), CLOUD)).isEqualTo("DIRECT");
        assertThat(way(proxies(Map.of("all_proxy", "socks5://127.0.0.1")), CLOUD)).startsWith("SOCKS").endsWith(":1080");
        assertThat(way(proxies(Map.of("https_proxy", "http://[broken", "no_proxy", "*")), CLOUD)).isEqualTo("DIRECT");
    }

    @Test
    void whatIsNoAddressIsNoChoice() {
        assertThat(Proxies.read(Kind.HTTP, "", "80", "")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "a b", "80", "")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "host", "0", "")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "host", "65536", "")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "host", "x", "")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, " host ", " 65535 ", "")).contains(new Choice(Kind.HTTP, "host", 65_535));
    }
}
