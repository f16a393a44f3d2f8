package org.nuanxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.nuanxin.embedded.DatabaseRoles;
import org.nuanxin.embedded.EmbeddedDatabase;
import org.nuanxin.embedded.RoleConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server all tests of one JVM share, with the migrated template. */
public final class TestServer {

    private static @Nullable TestServer shared;

    private final String host;
    private final int port;
    private final String superuser;
    private final String password;
    private final boolean outlivesUs;
    private final String prefix = "nuanxin_test_" + UUID.randomUUID().toString().substring(0, 8);

    private TestServer(String host, int port, String superuser, String password, boolean outlivesUs) {
        this.host = host;
        this.port = port;
        this.superuser = superuser;
        this.password = password;
        this.outlivesUs = outlivesUs;
    }

    /** Starts the server and migrates the template at the first call. */
    public static synchronized TestServer shared() throws SQLException {
        if (shared == null) {
            TestServer server = start();
            server.migrateTemplate();
            shared = server;
        }
        return shared;
    }

    private static TestServer start() {
        String url = System.getenv("NUANXIN_TEST_DATABASE_URL");
        if (url != null && !url.isBlank()) {
            return external(url);
        }
        return dockerAnswers() ? container() : embedded();
    }

    private static TestServer external(String url) {
        var parsed = new PGSimpleDataSource();
        parsed.setUrl(url);
        Map<String, String> env = System.getenv();
        return new TestServer(
                parsed.getServerNames()[0],
                parsed.getPortNumbers()[0],
                env.getOrDefault("NUANXIN_TEST_DATABASE_USER", "postgres"),
                env.getOrDefault("NUANXIN_TEST_DATABASE_PASSWORD", ""),
                true);
    }

    /** Asking Testcontainers takes seconds where there is nothing to ask. */
    private static boolean dockerAnswers() {
        boolean likely = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return likely && DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // Testcontainers removes the container when the JVM ends
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("postgres");
        container.start();
        return new TestServer(
                container.getHost(),
                container.getMappedPort(5432),
                container.getUsername(),
                container.getPassword(),
                false);
    }

    private static TestServer embedded() {
        try {
            Path folder = Files.createTempDirectory("nuanxin-test");
            EmbeddedDatabase database = EmbeddedDatabase.open(folder.resolve("postgres"), 0, false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                database.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            var source = (PGSimpleDataSource) database.superuser("postgres");
            String password = source.getPassword();
            return new TestServer(
                    "localhost", source.getPortNumbers()[0], "postgres", password == null ? "" : password, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the name of every database of this JVM. */
    String prefix() {
        return prefix;
    }

    private String template() {
        return prefix + "_template";
    }

    private void migrateTemplate() throws SQLException {
        createRoles();
        createEmpty(template());
        RoleConnection owner = owner(template());
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .initSql("set time zone 'Asia/Shanghai'")
                .load()
                .migrate();
        if (outlivesUs) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::dropTemplate));
        }
    }

    /** The same for every JVM that uses this server, and nobody else's: made from the superuser's. */
    private String rolePassword(String role) {
        return UUID.nameUUIDFromBytes((password + role).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Roles belong to the server: two JVMs on one wait for each other here. */
    private void createRoles() throws SQLException {
        try (var connection = superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(20254084)");
            DatabaseRoles.create(superuser("postgres"), rolePassword("owner"), rolePassword("application"));
        }
    }

    /** A database with the rights of both roles, and no table. */
    public void createEmpty(String database) throws SQLException {
        DatabaseRoles.createDatabase(superuser("postgres"), database);
        DatabaseRoles.grant(superuser(database));
    }

    /** A copy of the migrated template, which the caller drops. */
    void copyTemplate(String database) throws SQLException {
        run("create database %s owner %s template %s".formatted(database, DatabaseRoles.OWNER, template()));
    }

    void drop(String database) throws SQLException {
        if (outlivesUs) {
            run("drop database if exists %s with (force)".formatted(database));
        }
    }

    private void dropTemplate() {
        try {
            drop(template());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For making databases and for what no role of Nuanxin may do. */
    public DataSource superuser(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(superuser);
        source.setPassword(password);
        return source;
    }

    /** The application's way in. */
    public RoleConnection application(String database) {
        return new RoleConnection(url(database), DatabaseRoles.APPLICATION, rolePassword("application"));
    }

    /** The owner's way in. */
    public RoleConnection owner(String database) {
        return new RoleConnection(url(database), DatabaseRoles.OWNER, rolePassword("owner"));
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s?prepareThreshold=0".formatted(host, port, database);
    }
}
