package dev.katman.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers of 26 characters that sort by time: 48 bits of milliseconds, then 80 random bits, five to a character
 * (the layout of ULID). Two of one millisecond still differ and still sort in the order they were made.
 *
 * <p>Safe for use by many threads.
 */
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private long high;
    private long low;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public ConversationId conversation() {
        return new ConversationId(next());
    }

    public MessageId message() {
        return new MessageId(next());
    }

    public DecisionId decision() {
        return new DecisionId(next());
    }

    public CallId call() {
        return new CallId(next());
    }

    public AttachmentId attachment() {
        return new AttachmentId(next());
    }

    public DocumentId document() {
        return new DocumentId(next());
    }

    private synchronized String next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            high = random.nextLong() & 0x7fff_ffffffL; // 39 bits: room to count up without a carry out of 40
            low = random.nextLong() & 0xff_ffffffffL;
        } else if (++low > 0xff_ffffffffL) {
            low = 0;
            high++;
        }
        var text = new StringBuilder(LENGTH);
        append(text, lastMillis, 10);
        append(text, high, 8);
        append(text, low, 8);
        return text.toString();
    }

    /**
     * The identifier that something from elsewhere has here: the same name always gives the same. It sorts by that time, among those of one
     * millisecond by chance.
     */
    public static String named(Instant at, String name) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
        var text = new StringBuilder(LENGTH);
        append(text, Math.max(0, at.toEpochMilli()), 10);
        ByteBuffer bits = ByteBuffer.wrap(hash);
        append(text, bits.getLong(), 8);
        append(text, bits.getLong(), 8);
        return text.toString();
    }

    private static void append(StringBuilder text, long bits, int characters) {
        for (int i = characters - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
    }

    static void check(String value) {
        if (!isId(value)) {
            throw new IllegalArgumentException("not an identifier: " + value);
        }
    }

    /** Whether the text has the form of an identifier; says nothing of whether one such exists. */
    public static boolean isId(String value) {
        return value.length() == LENGTH
                && value.equals(value.toLowerCase(Locale.ROOT))
                && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
