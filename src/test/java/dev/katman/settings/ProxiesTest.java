package dev.katman.settings;

import dev.katman.settings.Proxies.Choice;
import dev.katman.settings.Proxies.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        return new Proxies(Preferences.load(home), environment);
    }

    private static String way(Proxies proxies, URI to) {
        Proxy proxy = proxies.select(to).getFirst();
        return proxy.type() + (proxy.address() == null ? "" : " " + proxy.address().toString().replace("/<unresolved>", ""));
    }

    @Test
    void aChoiceHoldsAtOnceAndAfterARestart() {
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
    void whatRunsOnThisMachineIsReachedDirectly() {
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
        assertThat(Proxies.read(Kind.HTTP, "", "80")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "a b", "80")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "host", "0")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "host", "65536")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, "host", "x")).isEmpty();
        assertThat(Proxies.read(Kind.HTTP, " host ", " 65535 ")).contains(new Choice(Kind.HTTP, "host", 65_535));
    }
}
