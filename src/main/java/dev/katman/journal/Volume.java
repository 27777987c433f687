package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A document with all that it says, to be kept.
 *
 * @param id        by which it is known, unless one that says the same is there already
 * @param name      for people; of a longer one the end
 * @param kind      what it is
 * @param bytes     of its file
 * @param tokens    of its text, by the count of o200k
 * @param at        when it was read
 * @param fragments all of them, in order
 */
public record Volume(DocumentId id, String name, Kind kind, long bytes, long tokens, Instant at, List<Fragment> fragments) {
    /** Characters. */
    static final int LONGEST_NAME = 1_000;

    public Volume {
        name = shortened(name);
        fragments = List.copyOf(fragments);
    }

    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    /** As a document of that message. */
    public DocumentRow in(ConversationId conversation, MessageId message) {
        return new DocumentRow(id, conversation, message, name, kind, bytes, tokens, at);
    }

    /** The same text as a document of another kind. */
    Volume as(Kind other) {
        return new Volume(id, name, other, bytes, tokens, at, fragments);
    }

    /** Of its name, its kind and its text: the same for the same document, whenever it is read. */
    String digest() {
        MessageDigest sum = sha256();
        add(sum, name);
        add(sum, kind.name());
        for (Fragment fragment : fragments) {
            add(sum, fragment.place().page() + " " + fragment.place().line() + " " + fragment.place().heading());
            add(sum, fragment.text());
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    private static void add(MessageDigest sum, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)); // else what is moved from one text to the next would not count
        sum.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
