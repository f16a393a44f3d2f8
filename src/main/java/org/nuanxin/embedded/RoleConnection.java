package org.nuanxin.embedded;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** One role's way into one database. */
public record RoleConnection(String url, String user, String password) {

    /** For the application's pool. */
    public JdbcConnectionDetails forPool() {
        return new ForPool(url, user, password);
    }

    /** For migrations. */
    public FlywayConnectionDetails forFlyway() {
        return new ForFlyway(url, user, password);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }

    private record ForPool(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record ForFlyway(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
