package dev.katman.settings;

import dev.katman.conversation.Secret;
import dev.katman.settings.Keys.Found;
import dev.katman.settings.Keys.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeysTest {
    private static final Optional<String> VARIABLE = Optional.of("GROQ_API_KEY");

    /** The real number would make each of these tests wait. */
    private static final int FEW = 1_000;

    @TempDir
    Path home;
    private final Desktop desktop = new Desktop();
    private Keys keys;

    /** A system's key store in memory, which can be locked. */
    private static final class Desktop implements KeyStore {
        private final Map<String, Secret> held = new HashMap<>();
        private boolean open;
        private int asked;

        private Map<String, Secret> opened() throws Unavailable {
            asked++;
            if (!open) {
                throw new Unavailable("locked", null);
            }
            return held;
        }

        @Override
        public Optional<Secret> find(String name) throws Unavailable {
            return Optional.ofNullable(opened().get(name));
        }

        @Override
        public void put(String name, Secret key) throws Unavailable {
            opened().put(name, key);
        }

        @Override
        public void remove(String name) throws Unavailable {
            opened().remove(name);
        }
    }

    @BeforeEach
    void open() {
        keys = keys(Map.of());
    }

    private Keys keys(Map<String, String> environment) {
        return new Keys(home, environment, Preferences.load(home), desktop, new KeyFile(home, FEW));
    }

    @Test
    void aKeyGoesIntoTheSystemsStoreAndNowhereElse() throws Exception {
        desktop.open = true;
        assertThat(keys.keep("groq", new Secret("gsk_one"))).isEqualTo(Place.SYSTEM);
        assertThat(keys(Map.of()).find("groq", VARIABLE)).isEqualTo(new Found.Key(new Secret("gsk_one"), Place.SYSTEM));
        assertThat(home.resolve("keys.enc")).doesNotExist();
        assertThat(everything()).doesNotContain("gsk_one");
        keys.forget("groq");
        assertThat(desktop.held).isEmpty();
        assertThat(keys.find("groq", VARIABLE)).isEqualTo(new Found.None());
    }

    @Test
    void theSystemsStoreIsLeftAloneWhereNothingWasPutThere() {
        keys.find("groq", VARIABLE);
        assertThat(desktop.asked).isZero();
    }

    @Test
    void withoutAStoreAKeyLiesInAFileThatShowsNothingOfIt() throws Exception {
        assertThat(keys.keep("groq", new Secret("gsk_two_ığ"))).isEqualTo(Place.FILE);
        assertThat(keys.keep("cerebras", new Secret("csk"))).isEqualTo(Place.FILE);
        assertThat(keys(Map.of()).find("groq", VARIABLE)).isEqualTo(new Found.Key(new Secret("gsk_two_ığ"), Place.FILE));
        assertThat(everything()).doesNotContain("gsk_two", "groq");
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            for (String name : new String[] {"keys.enc", "keys.machine"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)))).isEqualTo("rw-------");
            }
        }
        keys.forget("groq");
        assertThat(keys(Map.of()).find("groq", VARIABLE)).isEqualTo(new Found.None());
        assertThat(keys(Map.of()).find("cerebras", VARIABLE)).isInstanceOf(Found.Key.class);
    }

    @Test
    void whatIsKeptGoesBeforeTheEnvironment() throws Exception {
        Keys both = keys(Map.of("GROQ_API_KEY", "gsk_env"));
        assertThat(both.find("groq", VARIABLE)).isEqualTo(new Found.Key(new Secret("gsk_env"), Place.ENVIRONMENT));
        both.keep("groq", new Secret("gsk_kept"));
        assertThat(both.find("groq", VARIABLE)).isEqualTo(new Found.Key(new Secret("gsk_kept"), Place.FILE));
        both.forget("groq");
        assertThat(both.find("groq", VARIABLE)).isEqualTo(new Found.Key(new Secret("gsk_env"), Place.ENVIRONMENT));
        assertThat(both.find("groq", Optional.empty())).isEqualTo(new Found.None());
    }

    @Test
    void aLockedStoreIsSaidAndForgetsNothing() throws Exception {
        desktop.open = true;
        keys.keep("groq", new Secret("gsk_one"));
        desktop.open = false;
        assertThat(keys.find("groq", VARIABLE)).isEqualTo(new Found.Unreachable(Place.SYSTEM));
        assertThatExceptionOfType(KeyStore.Unavailable.class).isThrownBy(() -> keys.forget("groq"));
        desktop.open = true;
        assertThat(keys.find("groq", VARIABLE)).isInstanceOf(Found.Key.class);
    }

    @Test
    void anAlteredFileIsSaidAndKeptWhenANewOneBegins() throws Exception {
        keys.keep("groq", new Secret("gsk_one"));
        Path file = home.resolve("keys.enc");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        Keys later = keys(Map.of());
        assertThat(later.find("groq", VARIABLE)).isEqualTo(new Found.Unreachable(Place.FILE));
        later.keep("cerebras", new Secret("csk"));
        assertThat(later.find("cerebras", VARIABLE)).isInstanceOf(Found.Key.class);
        assertThat(Files.readAllBytes(home.resolve("keys.enc.old"))).isEqualTo(bytes);
    }

    @Test
    void asTheProgramWritesItTheFileIsReadByItsOwnWord() throws Exception {
        new Keys(home, Map.of(), Preferences.load(home), desktop).keep("groq", new Secret("gsk_one"));
        assertThat(keys.find("groq", VARIABLE)).isEqualTo(new Found.Key(new Secret("gsk_one"), Place.FILE));
    }

    @Test
    void theFileAloneIsOfNoUse() throws Exception {
        keys.keep("groq", new Secret("gsk_one"));
        Files.delete(home.resolve("keys.machine"));
        assertThat(keys(Map.of()).find("groq", VARIABLE)).isEqualTo(new Found.Unreachable(Place.FILE));
    }

    private String everything() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
