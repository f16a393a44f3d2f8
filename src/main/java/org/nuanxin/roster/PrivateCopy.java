package org.nuanxin.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A roster on disk while it is being read: for this user alone, and removed right after. */
final class PrivateCopy {

    private static final Logger log = LoggerFactory.getLogger(PrivateCopy.class);

    private PrivateCopy() {}

    static Path of(byte[] content) throws IOException {
        // temporary files are created for their owner alone
        return Files.write(Files.createTempFile("roster", ".tmp"), content);
    }

    static void remove(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            log.warn("a temporary copy of a roster could not be removed");
        }
    }
}
