package dev.katman.settings;

import dev.katman.conversation.Secret;
import dev.katman.settings.Keys.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * By which way requests leave this machine, as the reader chose. Another choice holds for the next request. What runs on this machine is
 * always reached directly. The password of a proxy lies where keys lie; one in a variable of the environment is used from there. Safe for
 * use by many threads.
 */
public final class Proxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final String NAME = "proxy";
    /** Under which the keys keep its password; no provider is called like that. */
    private static final String PASSWORD = "@proxy";
    private static final int MOST_PORT = 65_535;

    private final Preferences preferences;
    private final Map<String, String> environment;
    private final Keys keys;
    private volatile Choice choice;
    /** Empty until it is first wanted: a desktop may ask somebody for leave. */
    private volatile Optional<Found> password = Optional.empty();

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
     * @param user as whom the proxy knows us; empty where it does not ask
     */
    public record Choice(Kind kind, String host, int port, String user) {
        public Choice {
            boolean address = !host.isEmpty() && host.chars().noneMatch(Character::isWhitespace) && port >= 1 && port <= MOST_PORT;
            if (kind.hasAddress() != address) {
                throw new IllegalArgumentException(kind + " with " + host + " and " + port);
            }
            if (!kind.hasAddress() && !user.isEmpty()) {
                throw new IllegalArgumentException(kind + " with a name");
            }
        }

        public Choice(Kind kind, String host, int port) {
            this(kind, host, port, "");
        }

        public Choice(Kind kind) {
            this(kind, "", 0);
        }
    }

    public Proxies(Preferences preferences, Map<String, String> environment, Keys keys) {
        this.preferences = preferences;
        this.environment = environment;
        this.keys = keys;
        choice = preferences.get(NAME).flatMap(Proxies::read).orElse(new Choice(Kind.SYSTEM));
    }

    public Choice choice() {
        return choice;
    }

    /**
     * Chooses a way. A password that is kept belongs to the proxy and the name that it was kept for, and goes with them.
     *
     * @throws KeyStore.Unavailable         if a password that is not wanted any more cannot be removed; the choice holds
     * @throws java.io.UncheckedIOException if it cannot be kept for the next start; it holds now all the same
     */
    public void choose(Choice other) throws KeyStore.Unavailable {
        Choice before = choice;
        choice = other;
        preferences.put(NAME, String.join(" ", other.kind().name(), other.host(), String.valueOf(other.port()),
                URLEncoder.encode(other.user(), StandardCharsets.UTF_8)).strip());
        if (!other.equals(before) && !before.user().isEmpty() && !(password() instanceof Found.None)) {
            keys.forget(PASSWORD);
            password = Optional.of(new Found.None());
        }
    }

    /**
     * Keeps the password that belongs to the name.
     *
     * @throws KeyStore.Unavailable         if nothing can keep it
     * @throws java.io.UncheckedIOException if the preferences cannot be written
     */
    public void password(Secret secret) throws KeyStore.Unavailable {
        password = Optional.of(new Found.Key(secret, keys.keep(PASSWORD, secret)));
    }

    /** What is kept of a password. Blocks the first time. */
    public Found password() {
        if (password.isEmpty()) {
            password = Optional.of(keys.find(PASSWORD, Optional.empty()));
        }
        return password.get();
    }

    /** Says the name and the password to the proxy that they are for, and to nobody else. */
    public Authenticator logins() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login(getRequestingHost(), getRequestingPort()).orElse(null);
            }
        };
    }

    private Optional<PasswordAuthentication> login(String host, int port) {
        Choice now = choice;
        if (now.kind() == Kind.SYSTEM) {
            return Stream.of("https_proxy", "http_proxy", "all_proxy").flatMap(name -> variable(name).flatMap(Way::named).stream())
                    .filter(way -> way.host().equalsIgnoreCase(host) && way.port() == port).flatMap(way -> way.login().stream()).findFirst();
        }
        return now.host().equalsIgnoreCase(host) && now.port() == port && !now.user().isEmpty() && password() instanceof Found.Key(var secret, var place)
                ? Optional.of(new PasswordAuthentication(now.user(), secret.reveal().toCharArray())) : Optional.empty();
    }

    /** What somebody typed; empty where it is no address yet. */
    public static Optional<Choice> read(Kind kind, String host, String port, String user) {
        try {
            return Optional.of(new Choice(kind, host.strip(), Integer.parseInt(port.strip()), user.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Choice> read(String kept) {
        String[] parts = kept.split(" ", -1);
        return parts.length < 3 ? Optional.empty() : Stream.of(Kind.values()).filter(kind -> kind.name().equals(parts[0])).findFirst()
                .flatMap(kind -> read(kind, parts[1], parts[2], parts.length == 3 ? "" : URLDecoder.decode(parts[3], StandardCharsets.UTF_8)));
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
                .flatMap(Way::named).map(Way::proxy);
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

    @Override
    public void connectFailed(URI to, SocketAddress proxy, IOException why) {
        LOG.info("the proxy {} could not be reached: {}", proxy, why.getMessage());
    }
}
