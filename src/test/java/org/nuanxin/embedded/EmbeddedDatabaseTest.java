package org.nuanxin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server in processes of its own: started, stopped, killed and started twice. */
@Timeout(300)
class EmbeddedDatabaseTest {

    @TempDir
    Path parent;

    @Test
    void aRestartKeepsWhatWasWritten() throws Exception {
        try (var first = Program.ready(folder())) {
            first.ask("create table note (text text)");
            assertThat(first.ask("insert into note values ('留住')")).isEqualTo("1");
        }
        assertThat(folder().resolve("postmaster.pid")).doesNotExist();

        try (var second = Program.ready(folder())) {
            assertThat(second.ask("select text from note")).isEqualTo("留住");
        }
    }

    @Test
    void aKilledApplicationLosesNothingAndStartsAgain() throws Exception {
        var killed = Program.ready(folder());
        killed.ask("create table note (text text)");
        killed.ask("insert into note values ('留住')");
        killed.kill();
        ProcessHandle orphan = server();
        assertThat(orphan.isAlive()).as("the server outlives the application").isTrue();

        try (var again = Program.ready(folder())) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(again.ask("select text from note")).isEqualTo("留住");
        }
    }

    @Test
    void aSecondStartInOneFolderIsToldSoInPlainWords() throws Exception {
        try (var first = Program.ready(folder())) {
            var second = Program.start(folder());

            assertThat(second.exitCode()).isNotZero();
            assertThat(second.output())
                    .contains("APPLICATION FAILED TO START")
                    .contains("Nuanxin is already running with the embedded database in " + folder())
                    .contains("--nuanxin.embedded.data-dir=")
                    .doesNotContain("\tat ");
            assertThat(first.ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void aCommitIsOnTheDiskWhenItReturns() throws Exception {
        try (var program = Program.ready(folder())) {
            assertThat(program.ask("show fsync")).isEqualTo("on");
            assertThat(program.ask("show synchronous_commit")).isEqualTo("on");
            assertThat(program.ask("show full_page_writes")).isEqualTo("on");
            assertThat(program.ask("select datctype from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void anotherProgramThatGotTheOldProcessNumberIsLeftAlone() throws Exception {
        try (var first = Program.ready(folder())) {
            first.ask("create table note (text text)");
        }
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.write(
                    folder().resolve("postmaster.pid"),
                    List.of(Long.toString(stranger.pid()), folder().toString(), "1", "1", "", "", "", "ready"));
            try (var again = Program.ready(folder())) {
                assertThat(again.ask("select count(*) from note")).isEqualTo("0");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void rootThatMayNotStepAsideIsToldWhatToDo() throws Exception {
        List<String> asRootWithoutNamespaces = List.of(
                "unshare", "-Ur", "bash", "-c", "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"", "bash");
        assumeTrue(new ProcessBuilder("unshare", "-Ur", "true").start().waitFor() == 0, "no user namespaces here");

        var program = Program.start(asRootWithoutNamespaces, folder());

        assertThat(program.exitCode()).isNotZero();
        assertThat(program.output())
                .contains("PostgreSQL refuses to run as root")
                .contains("Start Nuanxin as an ordinary user")
                .doesNotContain("\tat ");
    }

    @Test
    void nobodyComesInWithoutAPassword() throws SQLException, IOException {
        try (var server = EmbeddedDatabase.open(folder(), 0, false)) {
            server.create("nuanxin");
            String url = server.application("nuanxin").url();
            for (String user : List.of("postgres", DatabaseRoles.OWNER, DatabaseRoles.APPLICATION)) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("postgres.passwords"))))
                .isEqualTo("rw-------");
        assertThat(parent.resolve("postgres.initial")).doesNotExist();
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.open(folder(), taken.getLocalPort(), false))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private Path folder() {
        return parent.resolve("postgres");
    }

    private ProcessHandle server() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder().resolve("postmaster.pid")).get(0));
        return ProcessHandle.of(pid).orElseThrow();
    }
}
