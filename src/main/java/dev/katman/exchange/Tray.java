package dev.katman.exchange;

import dev.katman.conversation.AttachmentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.journal.AttachmentRow;
import dev.katman.journal.Attachments;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What lies ready for messages that are not sent yet: kept, so that the end of the program does not cost it. Each method but {@link #name}
 * blocks, and throws {@link dev.katman.journal.JournalException} when the data folder fails. Safe for use by many threads.
 */
public final class Tray {
    private final Attachments attachments;
    private final Binder binder;
    private final Ids ids;
    private final Clock clock;

    Tray(Attachments attachments, Binder binder, Ids ids, Clock clock) {
        this.attachments = attachments;
        this.binder = binder;
        this.ids = ids;
        this.clock = clock;
    }

    /** A name for something that is about to be attached. */
    public AttachmentId name() {
        return ids.attachment();
    }

    /** A file or a folder is about to be read: should the program end before it was, it is read anew. */
    public void begin(Optional<ConversationId> conversation, AttachmentId id, String name, Path path) {
        attachments.begin(conversation, id, name, path.toAbsolutePath().toString());
    }

    /** Keeps it for the next message of a conversation; empty for one that has not begun. */
    public void keep(Optional<ConversationId> conversation, AttachmentRow attachment) {
        attachments.keep(conversation, attachment, binder.bind(attachment.documents(), clock.instant()));
    }

    /** They lie ready there from now on. */
    public void move(List<AttachmentId> those, ConversationId conversation) {
        attachments.move(those, conversation);
    }

    /** They were sent, or are not to be. */
    public void remove(List<AttachmentId> those) {
        attachments.remove(those);
    }

    /** The conversations where something lies ready; empty for the one that has not begun. */
    public Set<Optional<ConversationId>> conversations() {
        return attachments.conversations();
    }

    /** What lies ready there, the oldest first. */
    public List<AttachmentRow> of(Optional<ConversationId> conversation) {
        return attachments.of(conversation);
    }
}
