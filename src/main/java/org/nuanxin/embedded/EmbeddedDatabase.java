package org.nuanxin.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL server of our own in a folder, with the owner's and the application's role. */
public final class EmbeddedDatabase implements AutoCloseable {

    private final DataFolder folder;
    private final RolePasswords passwords;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataFolder folder, RolePasswords passwords, EmbeddedPostgres server) {
        this.folder = folder;
        this.passwords = passwords;
        this.server = server;
    }

    /**
     * Starts the server in the folder, making the folder where missing.
     *
     * @param port TCP port on localhost, 0 for any free one
     * @param durable false gives up safety after a crash for speed: for tests alone
     * @throws EmbeddedDatabaseException with advice, when it cannot start
     */
    public static EmbeddedDatabase open(Path dataDir, int port, boolean durable) {
        Path path = dataDir.toAbsolutePath().normalize();
        refuseRootWithoutNamespaces();
        refuseTakenPort(port);
        DataFolder folder = DataFolder.take(path);
        try {
            RolePasswords passwords = RolePasswords.in(folder.beside(".passwords"));
            EmbeddedPostgres server = start(path, port, durable, folder, passwords);
            var database = new EmbeddedDatabase(folder, passwords, server);
            database.createRoles();
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            folder.close();
            throw e instanceof EmbeddedDatabaseException known ? known : notStarted(path, folder.beside(".log"), e);
        }
    }

    private static EmbeddedPostgres start(
            Path path, int port, boolean durable, DataFolder folder, RolePasswords passwords) throws IOException {
        Path log = PrivateFiles.create(folder.beside(".log"));
        Path initial = passwords.superuserFile(folder.beside(".initial"));
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(path)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries(folder))
                    .setPort(port)
                    // the library is made for tests: without these a crash loses data
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", durable ? "on" : "off")
                    // no statement and no row of a family in the server's log
                    .setServerConfig("log_min_error_statement", "panic")
                    .setServerConfig("log_error_verbosity", "terse")
                    .setLocaleConfig("locale", "C")
                    // passwords from the first moment, instead of trust for everybody on the machine
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", initial.toString())
                    .setConnectConfig("password", passwords.superuser())
                    // closed as a bean, after the pool; the library's own hook would race that
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    // recovery after a crash takes its time
                    .setPGStartupWait(Duration.ofSeconds(30));
            characters().forEach(builder::setLocaleConfig);
            return builder.start();
        } finally {
            Files.deleteIfExists(initial);
        }
    }

    /** So that Chinese letters are letters; C.UTF-8 is a locale of Linux, elsewhere PostgreSQL brings its own. */
    private static Map<String, String> characters() {
        return System.getProperty("os.name").startsWith("Linux")
                ? Map.of("lc-ctype", "C.UTF-8")
                : Map.of("locale-provider", "builtin", "builtin-locale", "C.UTF-8");
    }

    /** The server's programs are unpacked once per user; the common temporary folder would be open to others. */
    private static File binaries(DataFolder folder) {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "nuanxin");
        try {
            return PrivateFiles.createFolder(cache).resolve("postgresql").toFile();
        } catch (IOException e) {
            return folder.beside(".server").toFile(); // a service user without a home
        }
    }

    private void createRoles() throws SQLException {
        try {
            DatabaseRoles.create(superuser("postgres"), passwords.owner(), passwords.application());
        } catch (SQLException | RuntimeException e) {
            closeServer();
            throw e;
        }
    }

    /** Creates the database with the rights of both roles unless it is there. */
    public void create(String database) {
        try {
            DatabaseRoles.createDatabase(superuser("postgres"), database);
            DatabaseRoles.grant(superuser(database));
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("Cannot create the database " + database, e);
        }
    }

    /** For making and dropping databases; never for the application's own work. */
    public DataSource superuser(String database) {
        return server.getDatabase("postgres", database, Map.of("password", passwords.superuser()));
    }

    /** The application's way in. */
    public RoleConnection application(String database) {
        return new RoleConnection(url(database), DatabaseRoles.APPLICATION, passwords.application());
    }

    /** The owner's way in, for migrations. */
    public RoleConnection owner(String database) {
        return new RoleConnection(url(database), DatabaseRoles.OWNER, passwords.owner());
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s?prepareThreshold=0".formatted(server.getPort(), database);
    }

    @Override
    public void close() {
        closeServer();
        folder.close();
    }

    private void closeServer() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseRootWithoutNamespaces() {
        if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL refuses to run as root, and this machine does not let root step aside (unshare -U).",
                    "Start Nuanxin as an ordinary user, or allow user namespaces"
                            + " (sysctl user.max_user_namespaces, or the container's security profile), or use an"
                            + " external PostgreSQL: SPRING_DATASOURCE_URL, see docs/operations.md.");
        }
    }

    private static boolean isRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }

    private static void refuseTakenPort(int port) {
        if (port == 0) {
            return;
        }
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "Port " + port + ", meant for the embedded database, is in use.",
                    "Leave nuanxin.embedded.port away, and any free port is taken, or name another one.",
                    e);
        }
    }

    private static EmbeddedDatabaseException notStarted(Path path, Path log, Throwable cause) {
        return new EmbeddedDatabaseException(
                "The embedded database in " + path + " did not start: " + cause,
                "PostgreSQL's own reason is in " + log + ". A folder of another PostgreSQL version, a full disk or"
                        + " a lost " + path.getFileName() + ".passwords are the usual ones. For a fresh start move the"
                        + " folder away (it holds all data), or name another with"
                        + " --nuanxin.embedded.data-dir=<folder>.",
                cause);
    }
}
