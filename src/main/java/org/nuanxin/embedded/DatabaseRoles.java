package org.nuanxin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Creates the owner's and the application's role and a database, by the same SQL files an operator uses.
 * It stands outside Flyway, because Flyway already signs in as the owner.
 */
public final class DatabaseRoles {

    /** Owns the database and runs the migrations. */
    public static final String OWNER = "nuanxin_owner";

    /** The application at work: owns nothing, bound by row-level security. */
    public static final String APPLICATION = "nuanxin_app";

    private DatabaseRoles() {}

    /** Creates both roles where missing, and sets their passwords. */
    public static void create(DataSource superuser, String ownerPassword, String applicationPassword)
            throws SQLException {
        try (var connection = superuser.getConnection()) {
            run(connection, "/db/roles.sql");
            setPassword(connection, OWNER, ownerPassword);
            setPassword(connection, APPLICATION, applicationPassword);
        }
    }

    /** Creates the database for the owner unless it is there. */
    public static void createDatabase(DataSource superuser, String database) throws SQLException {
        try (var connection = superuser.getConnection()) {
            if (!exists(connection, database)) {
                execute(connection, "create database %I owner %I", database, OWNER);
            }
        }
    }

    /** Gives the rights inside a database; the superuser must be connected to it. */
    public static void grant(DataSource superuserInDatabase) throws SQLException {
        try (var connection = superuserInDatabase.getConnection()) {
            run(connection, "/db/database.sql");
        }
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        execute(connection, "alter role %I password %L", role, password);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from pg_database where datname = ?)")) {
            query.setString(1, database);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Utility statements take no parameters; PostgreSQL's own format() quotes the names and literals. */
    private static void execute(Connection connection, String template, String first, String second)
            throws SQLException {
        String sql;
        try (PreparedStatement quoting = connection.prepareStatement("select format(?, ?, ?)")) {
            quoting.setString(1, template);
            quoting.setString(2, first);
            quoting.setString(3, second);
            try (ResultSet row = quoting.executeQuery()) {
                row.next();
                sql = row.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void run(Connection connection, String file) throws SQLException {
        try (InputStream in = DatabaseRoles.class.getResourceAsStream(file);
                Statement statement = connection.createStatement()) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
