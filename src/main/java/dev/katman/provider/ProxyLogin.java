package dev.katman.provider;

import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

import java.io.IOException;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells an HTTP proxy who we are, before it asks: on the way to https when the tunnel is made, and else with the request itself, which is
 * never sent twice.
 */
final class ProxyLogin implements Authenticator, Interceptor {
    private static final String HEADER = "Proxy-Authorization";

    private final java.net.Authenticator logins;

    /** @param logins knows the name and the password for a proxy */
    ProxyLogin(java.net.Authenticator logins) {
        this.logins = logins;
    }

    /** The proxy wants a name and a password, and has none that it accepts. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String proxy) {
            super("the proxy " + proxy + " asks for a name and a password, or does not accept them");
        }
    }

    @Override
    public Request authenticate(Route route, Response response) throws IOException {
        boolean before = response.challenges().stream().anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
        if (!before) { // it has been told whatever we know
            throw new Refused(route == null ? "" : String.valueOf(route.proxy().address()));
        }
        return route == null ? null : credential(route.proxy()).map(word -> response.request().newBuilder().header(HEADER, word).build()).orElse(null);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        var connection = chain.connection();
        Optional<String> credential = connection == null || request.isHttps() ? Optional.empty() : credential(connection.route().proxy());
        return chain.proceed(credential.map(word -> request.newBuilder().header(HEADER, word).build()).orElse(request));
    }

    private Optional<String> credential(Proxy proxy) {
        if (proxy.type() != Proxy.Type.HTTP || !(proxy.address() instanceof InetSocketAddress address)) {
            return Optional.empty();
        }
        PasswordAuthentication login = logins.requestPasswordAuthenticationInstance(address.getHostString(), null, address.getPort(), "http",
                "", "Basic", null, RequestorType.PROXY);
        return Optional.ofNullable(login).map(known -> Credentials.basic(known.getUserName(), new String(known.getPassword()), StandardCharsets.UTF_8));
    }
}
