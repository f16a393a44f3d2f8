package org.nuanxin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an embedded server, held by one application at a time. The lock lies beside the folder, so that it
 * covers the making of the folder too, which the embedded server's own lock (epg-lock) does not.
 */
final class DataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, and ends the server of an application that was killed. */
    static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            var taken = new DataFolder(folder, open(lockFile(folder)));
            try {
                taken.lock();
                taken.endOrphan();
            } catch (IOException | RuntimeException e) {
                taken.close();
                throw e;
            }
            return taken;
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The folder of the embedded database, " + folder + ", cannot be used: " + e,
                    "Give this user the right to write there, or name another folder with"
                            + " --nuanxin.embedded.data-dir=<folder>.",
                    e);
        }
    }

    Path beside(String suffix) {
        return beside(folder, suffix);
    }

    private static Path beside(Path folder, String suffix) {
        return folder.resolveSibling(folder.getFileName() + suffix);
    }

    private static Path lockFile(Path folder) {
        return beside(folder, ".lock");
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void lock() throws IOException {
        if (tryLock() == null) {
            throw new EmbeddedDatabaseException(
                    "Nuanxin is already running with the embedded database in " + folder + ".",
                    "Use the one that is running, or stop it first, or start a second one with a folder and a port of"
                            + " its own: --nuanxin.embedded.data-dir=<folder> --server.port=<port>.");
        }
    }

    private @Nullable FileLock tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very JVM
        }
    }

    /**
     * A killed application (kill -9, power to the session lost) leaves its PostgreSQL running. We hold the lock, so
     * nobody else works in the folder: whatever server is still there is an orphan.
     */
    private void endOrphan() throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = pid(pidFile).flatMap(ProcessHandle::of).filter(this::servesThisFolder);
        if (orphan.isPresent()) {
            log.warn(
                    "Ending the PostgreSQL (process {}) that a killed application left in {}",
                    orphan.get().pid(),
                    folder);
            end(orphan.get());
        } else {
            // the number may belong to another program by now, and PostgreSQL would take that for itself running
            Files.delete(pidFile);
        }
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")
                ? Optional.empty()
                : Optional.of(Long.valueOf(lines.get(0).strip()));
    }

    /** After a reboot the number in postmaster.pid may belong to any other program. */
    private boolean servesThisFolder(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres =
                info.command().map(command -> command.contains("postgres")).orElse(false);
        return postgres
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(folder.toString()))
                        .orElse(true);
    }

    private void end(ProcessHandle orphan) {
        // its workers keep the shared memory until they have gone, and PostgreSQL would refuse to start
        List<ProcessHandle> all = new ArrayList<>(orphan.descendants().toList());
        all.add(orphan);
        orphan.destroy();
        if (!gone(all)) {
            all.forEach(ProcessHandle::destroyForcibly);
            if (!gone(all)) {
                throw new EmbeddedDatabaseException(
                        "A PostgreSQL server (process " + orphan.pid() + ") still works in " + folder
                                + " and does not end.",
                        "End that process, then start again.");
            }
        }
    }

    private static boolean gone(List<ProcessHandle> processes) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close(); // gives the lock back
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
