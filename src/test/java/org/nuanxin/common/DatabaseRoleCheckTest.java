package org.nuanxin.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nuanxin.TestServer;
import org.nuanxin.embedded.RoleConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class DatabaseRoleCheckTest {

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String database = "nuanxin_role_check_" + unique;
    private final String role = "nuanxin_unfit_" + unique;

    private TestServer server;
    private JdbcTemplate superuser;

    @BeforeEach
    void aDatabaseWithATableOfTheOwner() throws SQLException {
        server = TestServer.shared();
        server.createEmpty(database);
        superuser = new JdbcTemplate(server.superuser(database));
        superuser.execute("create role " + role + " login password 'unfit'");
        superuser.execute("grant connect on database " + database + " to " + role);
        superuser.execute("grant usage on schema public to " + role);
        RoleConnection owner = server.owner(database);
        new JdbcTemplate(source(owner)).execute("create table family (id bigint)");
    }

    @AfterEach
    void leaveNothingBehind() {
        var elsewhere = new JdbcTemplate(server.superuser("postgres"));
        elsewhere.execute("drop database " + database + " with (force)");
        elsewhere.execute("drop role " + role);
    }

    @Test
    void theApplicationsRoleIsFit() {
        assertThatCode(() -> check(server.application(database))).doesNotThrowAnyException();
    }

    @Test
    void aRoleWithoutAnyRightIsFit() {
        assertThatCode(() -> check(unfit())).doesNotThrowAnyException();
    }

    @Test
    void aSuperuserIsRefused() {
        superuser.execute("alter role " + role + " superuser");
        assertRefused("it is a superuser");
    }

    @Test
    void aRoleThatBypassesRowSecurityIsRefused() {
        superuser.execute("alter role " + role + " bypassrls");
        assertRefused("it may bypass row-level security");
    }

    @Test
    void theOwnerOfATableIsRefused() {
        superuser.execute("alter table family owner to " + role);
        assertRefused("it owns tables");
    }

    @Test
    void theOwnerOfTheSchemaIsRefused() {
        superuser.execute("alter schema public owner to " + role);
        assertRefused("it owns the schema");
    }

    @Test
    void whoMayActAsTheOwnerIsRefused() {
        superuser.execute("grant nuanxin_owner to " + role);
        assertRefused("it owns tables");
    }

    @Test
    void theApplicationDoesNotStartAndSaysWhy(CapturedOutput output) {
        RoleConnection owner = server.owner(database);
        var application = new SpringApplicationBuilder(SmallApplication.class).web(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run(
                        "--spring.datasource.url=" + owner.url(),
                        "--spring.datasource.username=" + owner.user(),
                        "--spring.datasource.password=" + owner.password()))
                .isInstanceOf(UnfitDatabaseRole.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("as \"nuanxin_owner\"")
                .contains("it owns the schema of the tables, it owns tables")
                .contains("SPRING_DATASOURCE_USERNAME")
                .doesNotContain("\tat ");
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import(DatabaseRoleCheck.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class SmallApplication {}

    private RoleConnection unfit() {
        return new RoleConnection(server.application(database).url(), role, "unfit");
    }

    private void assertRefused(String fault) {
        assertThatThrownBy(() -> check(unfit()))
                .isInstanceOf(UnfitDatabaseRole.class)
                .hasMessageContaining(role)
                .hasMessageContaining(fault);
    }

    private static void check(RoleConnection connection) {
        new DatabaseRoleCheck(JdbcClient.create(source(connection))).afterSingletonsInstantiated();
    }

    private static DriverManagerDataSource source(RoleConnection connection) {
        return new DriverManagerDataSource(connection.url(), connection.user(), connection.password());
    }
}
