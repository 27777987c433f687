package dev.katman.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * By which way requests leave this machine, as the reader chose. Another choice holds for the next request. What runs on this machine is
 * always reached directly. A proxy that asks for a name and a password is not served. Safe for use by many threads.
 */
public final class Proxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final String NAME = "proxy";
    private static final int MOST_PORT = 65_535;

    private final Preferences preferences;
    private final Map<String, String> environment;
    private volatile Choice choice;

    /** Which way. */
    public enum Kind {
        /** As the environment's {@code https_proxy} and its kin say, else as the desktop does. */
        SYSTEM,
        /** Straight there. */
        NONE,
        HTTP,
        SOCKS;

        public boolean hasAddress() {
            return this == HTTP || this == SOCKS;
        }
    }

    /**
     * What was chosen.
     *
     * @param host empty where there is no address
     * @param port 0 where there is no address
     */
    public record Choice(Kind kind, String host, int port) {
        public Choice {
            boolean address = !host.isEmpty() && host.chars().noneMatch(Character::isWhitespace) && port >= 1 && port <= MOST_PORT;
            if (kind.hasAddress() != address) {
                throw new IllegalArgumentException(kind + " with " + host + " and " + port);
            }
        }

        public Choice(Kind kind) {
            this(kind, "", 0);
        }
    }

    public Proxies(Preferences preferences, Map<String, String> environment) {
        this.preferences = preferences;
        this.environment = environment;
        choice = preferences.get(NAME).flatMap(Proxies::read).orElse(new Choice(Kind.SYSTEM));
    }

    public Choice choice() {
        return choice;
    }

    /** @throws java.io.UncheckedIOException if it cannot be kept for the next start; it holds now all the same */
    public void choose(Choice other) {
        choice = other;
        preferences.put(NAME, other.kind().name() + " " + other.host() + " " + other.port());
    }

    /** What somebody typed; empty where it is no address yet. */
    public static Optional<Choice> read(Kind kind, String host, String port) {
        try {
            return Optional.of(new Choice(kind, host.strip(), Integer.parseInt(port.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Choice> read(String kept) {
        String[] parts = kept.split(" ", -1);
        return parts.length != 3 ? Optional.empty() : Stream.of(Kind.values()).filter(kind -> kind.name().equals(parts[0])).findFirst()
                .flatMap(kind -> read(kind, parts[1], parts[2]));
    }

    @Override
    public List<Proxy> select(URI to) {
        Choice now = choice;
        if (to.getHost() == null || isHere(to.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        return switch (now.kind()) {
            case SYSTEM -> systems(to);
            case NONE -> List.of(Proxy.NO_PROXY);
            case HTTP -> List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(now.host(), now.port())));
            case SOCKS -> List.of(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(now.host(), now.port())));
        };
    }

    private static boolean isHere(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }

    private List<Proxy> systems(URI to) {
        if (variable("no_proxy").map(all -> List.of(all.split("[,\\s]+"))).orElse(List.of()).stream().anyMatch(covers(to.getHost()))) {
            return List.of(Proxy.NO_PROXY);
        }
        Optional<Proxy> named = variable(to.getScheme().toLowerCase(Locale.ROOT) + "_proxy").or(() -> variable("all_proxy"))
                .flatMap(Proxies::named);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        ProxySelector desktop = ProxySelector.getDefault();
        return desktop == null ? List.of(Proxy.NO_PROXY) : desktop.select(to);
    }

    /** Programs differ in whether they write these large or small. */
    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT)))).filter(v -> !v.isBlank());
    }

    private static Predicate<String> covers(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return pattern -> {
            String bare = pattern.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
            return pattern.equals("*") || !bare.isEmpty() && (name.equals(bare) || name.endsWith("." + bare));
        };
    }

    private static Optional<Proxy> named(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            boolean socks = uri.getScheme().startsWith("socks");
            int port = uri.getPort() > 0 ? uri.getPort() : socks ? 1080 : 80;
            if (uri.getHost() != null) {
                return Optional.of(socks ? new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(uri.getHost(), port))
                        : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port)));
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("not an address of a proxy", e);
        }
        LOG.warn("a proxy variable of the environment is not understood and is left aside"); // it may hold a password
        return Optional.empty();
    }

    @Override
    public void connectFailed(URI to, SocketAddress proxy, IOException why) {
        LOG.info("the proxy {} could not be reached: {}", proxy, why.getMessage());
    }
}
