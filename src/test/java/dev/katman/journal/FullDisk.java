package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/**
 * A program of its own whose files may not grow any further after a while, which is what a full disk is like, and then may again. Says what
 * it could store, what it was told, and what it could store after that.
 */
final class FullDisk {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int RLIMIT_FSIZE = 1; // on Linux and macOS alike
    private static final String LETTERS = "abcçdefgğhıijklmnoöprsştuüvyz";

    private final Ids ids = new Ids(() -> NOON, new Random(3));
    private final Random random = new Random(4);
    private final ConversationId conversation = ids.conversation();
    private final Journal journal;

    private FullDisk(Journal journal) {
        this.journal = journal;
    }

    /** @param arguments the data folder */
    public static void main(String[] arguments) throws Throwable {
        Path home = Path.of(arguments[0]);
        try (Journal journal = Journal.open(home, NOON)) {
            new FullDisk(journal).run(home);
        }
    }

    private void run(Path home) throws Throwable {
        say();
        limit(size(home) + 100_000);
        try {
            for (int i = 0; i < 1_000; i++) {
                say();
            }
        } catch (JournalException e) {
            System.out.println("refused " + e.kind());
        }
        limit(-1);
        say();
    }

    private void say() {
        var said = new MessageRow(ids.message(), conversation, Role.USER, text(), NOON, MessageRow.State.PENDING, ids.decision());
        journal.accept(said, Optional.empty());
        System.out.println("stored " + said.id().value());
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static long size(Path home) throws IOException {
        return Files.size(home.resolve("katman.mv.db"));
    }

    /** @param bytes beyond which no file grows; below 0 for no such limit */
    @SuppressWarnings("restricted") // no other way leads to the system call, and this program does nothing else
    private static void limit(long bytes) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        MethodHandle get = linker.downcallHandle(linker.defaultLookup().find("getrlimit").orElseThrow(), shape);
        MethodHandle set = linker.downcallHandle(linker.defaultLookup().find("setrlimit").orElseThrow(), shape);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment now = arena.allocate(ValueLayout.JAVA_LONG, 2);
            int got = (int) get.invokeExact(RLIMIT_FSIZE, now);
            now.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes < 0 ? now.getAtIndex(ValueLayout.JAVA_LONG, 1) : bytes);
            int done = (int) set.invokeExact(RLIMIT_FSIZE, now);
            if (got != 0 || done != 0) {
                throw new IllegalStateException("the limit could not be set: " + got + ", " + done);
            }
        }
    }
}
