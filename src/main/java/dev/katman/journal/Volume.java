package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    DocumentIdentity identity() {
        return new DocumentIdentity(Optional.of(id), name, kind, fragments);
    }

    String digest() {
        return identity().digest();
    }
}
