package org.nuanxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.NotFound;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyFilter;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.FamilyList;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One predicate for list, id, count, native SQL and search; and nothing at all without a scope. */
@NuanxinTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelScopeTest {

    private static final String LUOJIANG = "350504000000";
    private static final String SHISHI = "350581000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyList list;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private long luojiangFamily;
    private long shishiFamily;

    @BeforeAll
    void threeFamiliesHereAndTwoThere() {
        luojiangFamily = as.caseworker(LUOJIANG, () -> {
            families.register(TestFamilies.stock(village(LUOJIANG, 0), "骆阿土", "骆阿花"));
            families.register(TestFamilies.stock(village(LUOJIANG, 0), "骆阿金", "骆阿银"));
            return families.register(TestFamilies.stock(village(LUOJIANG, 0), "骆阿水", "骆阿月"));
        });
        shishiFamily = as.caseworker(SHISHI, () -> {
            families.register(TestFamilies.stock(village(SHISHI, 0), "施阿土", "施阿花"));
            return families.register(TestFamilies.stock(village(SHISHI, 0), "施阿水", "施阿月"));
        });
    }

    private String village(String county, int n) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(n)
                .path();
    }

    private long count() {
        return jdbc.sql("select count(*) from family").query(Long.class).single();
    }

    @Test
    void nativeSqlAndCountsSeeTheOwnCountyOnly() {
        assertThat(as.caseworker(LUOJIANG, this::count)).isEqualTo(3);
        assertThat(as.caseworker(SHISHI, this::count)).isEqualTo(2);
    }

    @Test
    void theCitySeesBoth() {
        assertThat(as.policyAdmin(
                        "350500000000",
                        () -> jdbc.sql("select count(*) from family where id in (?, ?)")
                                .params(luojiangFamily, shishiFamily)
                                .query(Long.class)
                                .single()))
                .isEqualTo(2);
    }

    @Test
    void theListAndItsTotalAgree() {
        var page = as.caseworker(SHISHI, () -> list.page(FamilyFilter.of(Map.of())));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.rows()).extracting(FamilyList.Row::names).containsExactlyInAnyOrder("施阿土、施阿花", "施阿水、施阿月");
    }

    @Test
    void anotherCountysFamilyIsNotFoundById() {
        assertThat(as.caseworker(SHISHI, () -> heads.open(shishiFamily)).title())
                .isEqualTo("施阿水、施阿月");
        assertThatThrownBy(() -> as.caseworker(SHISHI, () -> heads.open(luojiangFamily)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void searchFindsInTheOwnCountyOnly() {
        FamilyFilter filter = FamilyFilter.of(Map.of("q", "luoa"));
        assertThat(as.caseworker(LUOJIANG, () -> list.page(filter)).rows()).hasSize(3);
        assertThat(as.caseworker(SHISHI, () -> list.page(filter)).rows()).isEmpty();
    }

    @Test
    void peopleChildrenAndAuditFollowTheirFamily() {
        for (String table : List.of("person", "child", "audit_event")) {
            String sql = "select count(*) from " + table + " where family_id = " + luojiangFamily;
            assertThat(as.caseworker(
                            LUOJIANG, () -> jdbc.sql(sql).query(Long.class).single()))
                    .as(table)
                    .isPositive();
            assertThat(as.caseworker(
                            SHISHI, () -> jdbc.sql(sql).query(Long.class).single()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aChildRowCannotBeHungOnAnInvisibleFamily() {
        String path = as.caseworker(
                LUOJIANG,
                () -> jdbc.sql("select region_path from family where id = ?")
                        .param(luojiangFamily)
                        .query(String.class)
                        .single());
        assertThatThrownBy(() -> as.caseworker(
                        SHISHI,
                        () -> jdbc.sql(
                                        "insert into child (id, family_id, region_path, name) values (nextval('child_seq'), ?, ?, '某')")
                                .params(luojiangFamily, path)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> as.caseworker(
                        SHISHI,
                        () -> jdbc.sql(
                                        "insert into child (id, family_id, region_path, name) values (nextval('child_seq'), ?, ?, '某')")
                                .params(luojiangFamily, village(SHISHI, 0))
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("foreign key");
    }

    @Test
    void withoutAScopeNothingIsVisible() {
        assertThat(count()).isZero();
        assertThat(jdbc.sql("select count(*) from person").query(Long.class).single())
                .isZero();
    }

    @Test
    void aJobWithoutAScopeFailsInsteadOfSeeingNothing() {
        assertThatThrownBy(() -> families.register(TestFamilies.stock(village(SHISHI, 0), "无人", "无名")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no scope is bound");
        assertThatThrownBy(() -> Scope.run("350500000000/999999000000/", 1, this::count))
                .isInstanceOf(RuntimeException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aJobBoundToARegionSeesItsFamilies() {
        List<Long> seen = new ArrayList<>();
        long actor = as.account(Role.CASEWORKER, SHISHI).id();
        Scope.run(regions.byCode(SHISHI).path(), actor, () -> seen.add(count()));
        assertThat(seen).containsExactly(2L);
    }

    @Test
    void theScopeDoesNotChangeInsideATransaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(open -> as.caseworker(SHISHI, this::count)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
    }

    @Test
    void aDisabledAccountSeesNothingFromItsNextConnectionOn() {
        SignedInAccount account = as.account(Role.CASEWORKER, SHISHI, "-leaver");
        assertThat(as.call(account, this::count)).isEqualTo(2);
        jdbc.sql("update account set enabled = false where id = ?")
                .param(account.id())
                .update();
        assertThat(as.call(account, this::count)).isZero();
    }

    @Test
    void anEndedGrantShowsNothing() {
        SignedInAccount account = as.account(Role.CASEWORKER, SHISHI, "-moved");
        jdbc.sql(
                        "update account_grant set valid_from = current_date - 30, valid_to = current_date where account_id = ?")
                .param(account.id())
                .update();
        assertThat(as.call(account, this::count)).isZero();
    }

    @Test
    void systemAdministratorAndAuditorSeeNoFamilyWhateverTheirRegion() {
        assertThat(as.call(as.account(Role.SYSTEM_ADMIN, "350500000000"), this::count))
                .isZero();
        assertThat(as.call(as.account(Role.AUDITOR, "350500000000"), this::count))
                .isZero();
    }

    @Test
    void scopesAlternateOnTheSameConnections() throws Exception {
        try (var pool = new ScopePool(1)) {
            for (int i = 0; i < 40; i++) {
                assertThat(pool.submit(() -> as.caseworker(LUOJIANG, this::count))
                                .get())
                        .isEqualTo(3);
                assertThat(pool.submit(() -> as.caseworker(SHISHI, this::count)).get())
                        .isEqualTo(2);
                assertThat(pool.submit(this::count).get()).isZero();
            }
        }
    }

    @Test
    void fiftyThreadsOnASmallPoolGetTwoThousandRightAnswers() throws Exception {
        List<Future<Boolean>> answers = new ArrayList<>();
        try (var pool = new ScopePool(50)) {
            for (int i = 0; i < 2000; i++) {
                boolean here = i % 2 == 0;
                answers.add(pool.submit(() -> as.caseworker(here ? LUOJIANG : SHISHI, this::count) == (here ? 3 : 2)));
            }
            long right = 0;
            for (Future<Boolean> answer : answers) {
                right += answer.get() ? 1 : 0;
            }
            assertThat(right).isEqualTo(2000);
        }
    }

    /** An executor that closes. */
    private static final class ScopePool implements AutoCloseable {

        private final ExecutorService executor;

        ScopePool(int threads) {
            this.executor = Executors.newFixedThreadPool(threads);
        }

        <T> Future<T> submit(Callable<T> task) {
            return executor.submit(task);
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
