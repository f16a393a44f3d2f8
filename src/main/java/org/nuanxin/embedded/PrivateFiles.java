package org.nuanxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders for this user alone, where the file system knows users. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** An empty file, replacing an older one. */
    static Path create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(file, permissions(file, "rw-------"));
    }

    /** A folder, with its parents, unless it is there. */
    static Path createFolder(Path folder) throws IOException {
        return Files.createDirectories(folder, permissions(folder, "rwx------"));
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
