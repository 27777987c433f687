package dev.katman.settings;

import dev.katman.conversation.Secret;

import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Keys in {@code keys.enc} in the data folder, where the system has no key store: AES-256 in GCM, under a key made by PBKDF2 (HMAC-SHA-256,
 * 600 000 rounds, the figure that OWASP's password storage sheet names) from what stands in {@code keys.machine} beside it. Both files are
 * their owner's alone.
 *
 * <p>Nobody is asked for a passphrase, so this is what it protects from and what not: whoever gets hold of {@code keys.enc} alone, by a
 * backup, a copy or a synchronised folder, cannot read it. Whoever can read the whole data folder as this user can. Nothing in it can be
 * changed unseen.
 *
 * <p>A file that cannot be read is never overwritten: what is kept next begins a new one, and the old one stays as {@code keys.enc.old}.
 */
final class KeyFile implements KeyStore {
    private static final byte[] NAME = "KATMAN KEYS 1\n".getBytes(StandardCharsets.US_ASCII);
    /** The name and the number of rounds. */
    private static final int HEAD = NAME.length + Integer.BYTES;
    /** So that a damaged number does not keep the program busy for hours. */
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int ROUNDS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MACHINE = 32;

    private final Path file;
    private final int rounds;
    private final Path machine;
    private final SecureRandom random = new SecureRandom();
    private byte[] salt = {};
    private SecretKeySpec derived;

    KeyFile(Path home) {
        this(home, ROUNDS);
    }

    /** @param rounds of what is written; what is read says its own */
    KeyFile(Path home, int rounds) {
        this.rounds = rounds;
        file = home.resolve("keys.enc");
        machine = home.resolve("keys.machine");
    }

    @Override
    public synchronized Optional<Secret> find(String name) throws Unavailable {
        return Optional.ofNullable(read().getProperty(name)).map(Secret::new);
    }

    @Override
    public synchronized void put(String name, Secret key) throws Unavailable {
        Properties keys = readOrSetAside();
        keys.setProperty(name, key.reveal());
        write(keys);
    }

    @Override
    public synchronized void remove(String name) throws Unavailable {
        Properties keys = read();
        if (keys.remove(name) != null) {
            write(keys);
        }
    }

    private Properties readOrSetAside() throws Unavailable {
        try {
            return read();
        } catch (Unavailable unreadable) {
            try {
                Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                e.addSuppressed(unreadable);
                throw new Unavailable("the file of keys can neither be read nor moved away", e);
            }
            return new Properties();
        }
    }

    private Properties read() throws Unavailable {
        var keys = new Properties();
        if (!Files.exists(file)) {
            return keys;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int begin = HEAD + SALT + NONCE;
            if (bytes.length < begin || !Arrays.equals(NAME, 0, NAME.length, bytes, 0, NAME.length)) {
                throw new GeneralSecurityException("not a file of keys");
            }
            byte[] head = Arrays.copyOf(bytes, HEAD);
            byte[] ofFile = Arrays.copyOfRange(bytes, HEAD, HEAD + SALT);
            byte[] nonce = Arrays.copyOfRange(bytes, HEAD + SALT, begin);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, head, ofFile, nonce);
            keys.load(new StringReader(new String(cipher.doFinal(bytes, begin, bytes.length - begin), StandardCharsets.UTF_8)));
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new Unavailable("the file of keys cannot be read", e);
        }
    }

    private void write(Properties keys) throws Unavailable {
        try {
            var plain = new StringWriter();
            keys.store(plain, null);
            byte[] head = ByteBuffer.allocate(HEAD).put(NAME).putInt(rounds).array();
            byte[] own = salt.length == SALT ? salt : randomly(SALT);
            byte[] nonce = randomly(NONCE);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, head, own, nonce).doFinal(plain.toString().getBytes(StandardCharsets.UTF_8));
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            writeOwn(draft, ByteBuffer.allocate(HEAD + SALT + NONCE + sealed.length).put(head).put(own).put(nonce).put(sealed).array());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new Unavailable("the file of keys cannot be written", e);
        }
    }

    /** The head goes along as associated data, so that it cannot be changed unseen either. */
    private Cipher cipher(int mode, byte[] head, byte[] ofFile, byte[] nonce) throws GeneralSecurityException, IOException {
        int asked = ByteBuffer.wrap(head).getInt(NAME.length);
        if (asked < 1 || asked > MOST_ROUNDS) {
            throw new GeneralSecurityException("no such number of rounds: " + asked);
        }
        if (derived == null || !Arrays.equals(salt, ofFile)) {
            var spec = new PBEKeySpec(Base64.getEncoder().encodeToString(machineKey(mode)).toCharArray(), ofFile, asked, KEY_BITS);
            derived = new SecretKeySpec(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(), "AES");
            spec.clearPassword();
            salt = ofFile;
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, derived, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        return cipher;
    }

    private byte[] machineKey(int mode) throws IOException {
        if (mode == Cipher.ENCRYPT_MODE && !Files.exists(machine)) {
            writeOwn(machine, randomly(MACHINE));
        }
        return Files.readAllBytes(machine);
    }

    private byte[] randomly(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Made its owner's alone before the first byte is in it. Windows has no such bits; there the user's own folders are closed to others. */
    private static void writeOwn(Path path, byte[] bytes) throws IOException {
        boolean posix = Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] own = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(path, fresh, own)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
