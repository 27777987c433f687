package dev.katman.journal;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * By what a document is known again.
 *
 * @param id        which it is, where it may be kept; an old one is known by this alone
 * @param name      for people; of a longer one the end
 * @param fragments all of them, in order
 */
public record DocumentIdentity(Optional<DocumentId> id, String name, Kind kind, List<Fragment> fragments) {
    public DocumentIdentity {
        name = Volume.shortened(name);
        fragments = List.copyOf(fragments);
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
