package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "https://example.org/a?b=c#d          | https://example.org/a?b=c#d",
            "HTTPS://Example.org                  | HTTPS://Example.org",
            "http://[::1]:8080/x                  | http://[::1]:8080/x",
            "https://bank.com@evil.example/       | https://evil.example/",
            "https://bank.com:pass@evil.example/x | https://evil.example/x",
            "https://a@b@evil.example             | https://evil.example",
            "https://аpple.com/                   | https://xn--pple-43d.com/",
            "https://bücher.example/ü?ğ           | https://xn--bcher-kva.example/%C3%BC?%C4%9F",
            "https://example.org/100%             | https://example.org/100%25",
            "https://example.org/#a#b             | https://example.org/#a%23b"})
    void aLinkNamesItsRealHostInPlainLetters(String address, String page) {
        assertThat(WebAddress.of(address)).contains(URI.create(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "file:///etc/passwd", "//example.org", "mailto:a@example.org", "data:text/html,x", "https://",
            "https:///path", "https://evil.example\\@bank.com/", "https://bank.com\\.evil.example", "https://a b.example/", "https://%62ank.com/",
            "https://a.example:99999999/", "smb://server/share", "https://\u202Eexample.org/"})
    void everythingElseIsNoLink(String address) {
        assertThat(WebAddress.of(address)).isEmpty();
    }

    @Test
    void anAddressWithoutMeasureIsNoLink() {
        assertThat(WebAddress.of("https://example.org/" + "a".repeat(10_000))).isEmpty();
    }
}
