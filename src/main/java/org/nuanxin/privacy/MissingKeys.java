package org.nuanxin.privacy;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application does not start without its keys: new ones could not read what is stored. */
class MissingKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    MissingKeys(Path file) {
        super("missing key file " + file);
        this.file = file;
    }

    static class Analyzer extends AbstractFailureAnalyzer<MissingKeys> {

        @Override
        protected FailureAnalysis analyze(Throwable root, MissingKeys cause) {
            return new FailureAnalysis(
                    "The key file " + cause.file.toAbsolutePath()
                            + " is missing. Without it the encrypted columns cannot be read.",
                    "Put the key files back from your backup (docs/operations.md, keys), or name their folder with"
                            + " nuanxin.keys.dir. For a new, empty installation start once with nuanxin.keys.create=true.",
                    cause);
        }
    }
}
