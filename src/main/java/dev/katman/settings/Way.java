package dev.katman.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A proxy as a variable of the environment names it: {@code http://name:password@host:port}, of which all but the host may be missing.
 *
 * @param login the name and the password, where both are there
 */
record Way(Proxy.Type type, String host, int port, Optional<PasswordAuthentication> login) {
    private static final Logger LOG = LoggerFactory.getLogger(Way.class);
    private static final int SOCKS_PORT = 1080;
    private static final int HTTP_PORT = 80;

    static Optional<Way> named(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            boolean socks = uri.getScheme().startsWith("socks");
            int port = uri.getPort() > 0 ? uri.getPort() : socks ? SOCKS_PORT : HTTP_PORT;
            if (uri.getHost() != null) {
                return Optional.of(new Way(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, uri.getHost(), port, login(uri.getRawUserInfo())));
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("not an address of a proxy"); // its text may hold a password, and the fault repeats it
        }
        LOG.warn("a proxy variable of the environment is not understood and is left aside");
        return Optional.empty();
    }

    private static Optional<PasswordAuthentication> login(String userInfo) {
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        return colon <= 0 ? Optional.empty() : Optional.of(new PasswordAuthentication(decoded(userInfo.substring(0, colon)),
                decoded(userInfo.substring(colon + 1)).toCharArray()));
    }

    /** A plus is a plus here. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Proxy proxy() {
        return new Proxy(type, type == Proxy.Type.SOCKS ? new InetSocketAddress(host, port) : InetSocketAddress.createUnresolved(host, port));
    }
}
