package org.nuanxin.common;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application signed in to the database under a role that sees past the rows of its scope. */
class UnfitDatabaseRole extends RuntimeException {

    UnfitDatabaseRole(String role, List<String> faults) {
        super("The application signs in to the database as \"" + role + "\", and row-level security does not bind it: "
                + String.join(", ", faults) + ".");
    }

    /** Plain words at start-up instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<UnfitDatabaseRole> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnfitDatabaseRole cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Create the two roles with db/roles.sql and db/database.sql (docs/operations.md). Let the application"
                            + " sign in as nuanxin_app (SPRING_DATASOURCE_USERNAME), and only the migrations as"
                            + " nuanxin_owner (SPRING_FLYWAY_USER).",
                    cause);
        }
    }
}
