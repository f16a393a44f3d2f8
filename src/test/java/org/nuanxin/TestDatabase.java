package org.nuanxin;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.account.Accounts;
import org.nuanxin.embedded.RoleConnection;
import org.nuanxin.region.Regions;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A fresh database for each Spring context: the application's role for the application, the owner's for Flyway.
 * A template is migrated once per JVM and copied for every context, so that a copy takes parts of a second.
 *
 * <p>The server is the first that answers: the external one of {@code NUANXIN_TEST_DATABASE_URL} (a superuser's
 * {@code jdbc:postgresql://host:port/postgres}, with {@code NUANXIN_TEST_DATABASE_USER} and
 * {@code NUANXIN_TEST_DATABASE_PASSWORD}), a container where a Docker engine answers, else the embedded server.
 * The branch with the container is unproven where no Docker engine is.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Bean
    Copy testDatabaseCopy() throws SQLException {
        TestServer server = TestServer.shared();
        String name = server.prefix() + "_" + NUMBER.incrementAndGet();
        server.copyTemplate(name);
        return new Copy(server, name);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(Copy copy) {
        return copy.application().forPool();
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(Copy copy) {
        return copy.owner().forFlyway();
    }

    @Bean
    As as(Accounts accounts, Regions regions) {
        return new As(accounts, regions);
    }

    /** One context's database; dropped with the context. */
    public record Copy(TestServer server, String name) implements AutoCloseable {

        /** The application's way in. */
        public RoleConnection application() {
            return server.application(name);
        }

        /** The owner's way in, past row-level security: for preparing and checking. */
        public RoleConnection owner() {
            return server.owner(name);
        }

        @Override
        public void close() throws SQLException {
            server.drop(name);
        }
    }
}
