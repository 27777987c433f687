package dev.katman.documents;

import dev.katman.conversation.Cancellation;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** All files of a folder, with what is below it as far as the bounds go. */
final class Folder {
    private final DocumentReader reader;
    private final Bounds bounds;
    private final Progress progress;
    private final Cancellation cancellation;
    private final List<Reading> limits = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private long bytes;

    Folder(DocumentReader reader, Bounds bounds, Progress progress, Cancellation cancellation) {
        this.reader = reader;
        this.bounds = bounds;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    List<Reading> read(Path folder, String name) {
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), bounds.depth(), new Walk(folder, name));
        } catch (IOException e) {
            return List.of(new Reading.Unread(name, Reading.Reason.UNREADABLE));
        }
        files.sort(Comparator.naturalOrder());
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < files.size(); i++) {
            int before = i;
            readings.add(reader.file(files.get(i), named(folder, name, files.get(i)),
                    (file, done) -> progress.read(file, (before + done) / files.size()), cancellation));
            if (cancellation.isCancelled()) {
                return List.of(new Reading.Unread(name, Reading.Reason.STOPPED));
            }
        }
        readings.addAll(limits);
        return readings.isEmpty() ? List.of(new Reading.Unread(name, Reading.Reason.EMPTY)) : readings;
    }

    private static String named(Path folder, String name, Path below) {
        return name + "/" + folder.relativize(below).toString().replace('\\', '/');
    }

    /** Gathers the files; a link that leads back is passed by, and said. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final String name;

        Walk(Path folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
            return !below.equals(folder) && hidden(below) ? FileVisitResult.SKIP_SUBTREE : goOn();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) { // as deep as is gone
                limits.add(new Reading.Unread(named(folder, name, file), Reading.Reason.TOO_DEEP, bounds.depth()));
            } else if (!hidden(file)) {
                if (files.size() == bounds.folderFiles() || bytes + attributes.size() > bounds.folderBytes()) {
                    limits.add(files.size() == bounds.folderFiles() ? new Reading.Unread(name, Reading.Reason.TOO_MANY, bounds.folderFiles())
                            : new Reading.Unread(name, Reading.Reason.TOO_LARGE, bounds.folderBytes()));
                    return FileVisitResult.TERMINATE;
                }
                files.add(file);
                bytes += Math.min(attributes.size(), bounds.fileBytes());
            }
            return goOn();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            limits.add(new Reading.Unread(named(folder, name, file),
                    why instanceof FileSystemLoopException ? Reading.Reason.LOOP : Reading.Reason.UNREADABLE));
            return goOn();
        }

        private FileVisitResult goOn() {
            return cancellation.isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
