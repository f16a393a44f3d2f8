package org.nuanxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Accounts.NewAccount;
import org.nuanxin.account.Department;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.embedded.RoleConnection;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two instances on one database, each configured by {@code spring.datasource.*} as on an external PostgreSQL: what one
 * does the other knows, sessions included.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {

    private static final String LICHENG = "350502000000";
    private static final String PASSWORD = "Two-2026-instances";

    private final String database =
            "nuanxin_two_instances_" + ProcessHandle.current().pid();

    private TestServer server;
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;
    private SignedInAccount caseworker;

    @BeforeAll
    void startBoth() throws SQLException {
        server = TestServer.shared();
        server.copyTemplate(database);
        first = start();
        second = start();
        Accounts accounts = first.getBean(Accounts.class);
        accounts.create(
                new NewAccount("two-instances", "林双", Department.FPA, Set.of(Role.CASEWORKER), PASSWORD), licheng());
        caseworker = accounts.find("two-instances").orElseThrow();
    }

    @AfterAll
    void stopBoth() throws SQLException {
        second.close();
        first.close();
        server.drop(database);
    }

    private ConfigurableApplicationContext start() {
        RoleConnection application = server.application(database);
        RoleConnection owner = server.owner(database);
        return new SpringApplicationBuilder(NuanxinApplication.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + application.url(),
                        "--spring.datasource.username=" + application.user(),
                        "--spring.datasource.password=" + application.password(),
                        "--spring.datasource.hikari.maximum-pool-size=3",
                        "--spring.flyway.user=" + owner.user(),
                        "--spring.flyway.password=" + owner.password());
    }

    @Test
    void whoSignedInAtOneIsSignedInAtTheOther() throws Exception {
        var visitor = new HttpVisitor();
        assertThat(isSignedIn(visitor, second)).isFalse();

        signIn(visitor, first);

        assertThat(isSignedIn(visitor, first)).isTrue();
        assertThat(isSignedIn(visitor, second)).isTrue();
    }

    @Test
    void whoSignedOutAtOneIsOutAtTheOther() throws Exception {
        var visitor = new HttpVisitor();
        signIn(visitor, first);

        visitor.submit(port(second), "/sign-in", "/sign-out", Map.of());

        assertThat(isSignedIn(visitor, second)).isFalse();
        assertThat(isSignedIn(visitor, first)).isFalse();
    }

    @Test
    void aFamilyRegisteredAtOneIsReadAtTheOther() throws Exception {
        Regions regions = first.getBean(Regions.class);
        String village = regions.within(new RegionPath(licheng()), Region.Level.VILLAGE)
                .get(0)
                .path();
        var as = new As(first.getBean(Accounts.class), regions);
        long family = as.call(
                caseworker, () -> first.getBean(Families.class).register(TestFamilies.stock(village, "双阿土", "双阿花")));

        FamilyHead read =
                as.call(caseworker, () -> second.getBean(FamilyHeads.class).open(family));

        assertThat(read.title()).isEqualTo("双阿土、双阿花");
        // encrypted by the first instance, read by the second: both have the same keys
        assertThat(read.address()).isEqualTo("和平路1号");
    }

    private void signIn(HttpVisitor visitor, ConfigurableApplicationContext instance)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.submit(
                port(instance),
                "/sign-in",
                "/sign-in",
                Map.of("username", caseworker.getUsername(), "password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
    }

    private static boolean isSignedIn(HttpVisitor visitor, ConfigurableApplicationContext instance)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.get(port(instance), "/families");
        return !answer.headers().firstValue("Location").orElse("").contains("/sign-in");
    }

    private String licheng() {
        return first.getBean(Regions.class).byCode(LICHENG).path();
    }

    private static int port(ConfigurableApplicationContext instance) {
        return ((WebServerApplicationContext) instance).getWebServer().getPort();
    }
}
