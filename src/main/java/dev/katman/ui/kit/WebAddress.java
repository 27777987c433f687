package dev.katman.ui.kit;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is allowed to become a link: a page of the web, written so that it cannot be taken for another. */
final class WebAddress {
    /** A browser reads a backslash as a slash, so nothing with one is an address: it would name another host than it seems to. */
    private static final Pattern PAGE = Pattern.compile("(?i)(https?)://(?:[^/?#\\\\]*@)?([^/?#@\\\\:]+|\\[[0-9a-f:.]+])(:\\d{1,5})?((?:[/?#][^\\\\]*)?)");
    private static final Pattern NOT_IN_A_URI = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^\\x21-\\x7E]|[\"<>^`{|}\\[\\]]");
    private static final int LONGEST = 8_000;

    private WebAddress() {
    }

    /**
     * The page of that address: its host in ASCII ("xn--…" where it is not), a name and password before it dropped.
     *
     * @return empty where it is no http or https address, or not a sound one
     */
    static Optional<URI> of(String address) {
        Matcher page = PAGE.matcher(address.strip());
        if (address.length() > LONGEST || !page.matches()) {
            return Optional.empty();
        }
        try {
            String host = page.group(2).startsWith("[") ? page.group(2) : IDN.toASCII(page.group(2));
            String port = page.group(3) == null ? "" : page.group(3);
            var uri = new URI(page.group(1) + "://" + host + port + encoded(page.group(4)));
            return Optional.of(uri).filter(u -> u.getHost() != null);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // a host that cannot be one: the words stay, the link does not
        }
    }

    private static String encoded(String rest) {
        int fragment = rest.indexOf('#');
        return fragment < 0 ? escaped(rest) : escaped(rest.substring(0, fragment)) + "#" + escaped(rest.substring(fragment + 1).replace("#", "%23"));
    }

    private static String escaped(String part) {
        return NOT_IN_A_URI.matcher(part).replaceAll(found -> "%" + String.join("%",
                HexFormat.ofDelimiter(" ").withUpperCase().formatHex(found.group().getBytes(StandardCharsets.UTF_8)).split(" ")));
    }
}
