package org.nuanxin.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.family.Families;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.nuanxin.setting.SettingDecisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A county that decided otherwise has its own limits and windows; the one beside it keeps what is built in. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareSettingsTest {

    private static final String HUIAN = "350521000000";
    private static final String FENGZE = "350503000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    CareTasks tasks;

    @Autowired
    TaskOpening opening;

    @Autowired
    SettingDecisions decisions;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    /** A township of this county decides in this test only. */
    private Region decided;

    private LocalDate today;

    @BeforeAll
    void township() {
        decided = regions.within(new RegionPath(regions.byCode(HUIAN).path()), Region.Level.TOWNSHIP)
                .get(2);
        today = LocalDate.now(clock);
    }

    private String village(String code) {
        return regions.within(new RegionPath(regions.byCode(code).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
    }

    private void decide(String key, String value, LocalDate from) {
        as.run(as.account(Role.POLICY_ADMIN, HUIAN), () -> decisions.decide(key, decided.path(), value, from, "县里定的"));
    }

    private long lead(String county, String village, LocalDate knownOn) {
        return as.caseworker(
                county,
                () -> families.takeLead(new Families.Lead(UUID.randomUUID(), village, "骆阿好", null, knownOn, "村计生协会")));
    }

    private long confirmed(String county, String village) {
        long id = as.caseworker(county, () -> families.register(TestFamilies.stock(village, "骆水生", "骆阿治")));
        as.approver(county, () -> {
            lifecycle.confirm(id);
            return id;
        });
        return id;
    }

    private List<LocalDate> due(String county, long family, TaskKind kind, String column) {
        return as.caseworker(
                county,
                () -> jdbc.sql("select " + column + " from care_task where family_id = ? and kind = ? order by id")
                        .params(family, kind.name())
                        .query(LocalDate.class)
                        .list());
    }

    private int festival(String county, Festival.Window window, LocalDate on, long family) {
        SignedInAccount worker = as.account(Role.CASEWORKER, county);
        return as.call(worker, () -> transactions.execute(t -> opening.openFestival(window, on, List.of(family))));
    }

    @Test
    void theFirstVisitIsDueByTheCountysOwnLimitAndOpenTasksKeepTheirs() {
        long before = lead(HUIAN, village(decided.code()), today.minusDays(1));
        decide("care.first-visit-days", "10", today);
        long after = lead(HUIAN, village(decided.code()), today.minusDays(1));
        long elsewhere = lead(FENGZE, village(FENGZE), today.minusDays(1));
        assertThat(due(HUIAN, before, TaskKind.FIRST_VISIT, "due_on"))
                .as("opened before it was decided")
                .containsExactly(today.plusDays(6));
        assertThat(due(HUIAN, after, TaskKind.FIRST_VISIT, "due_on")).containsExactly(today.plusDays(9));
        assertThat(due(FENGZE, elsewhere, TaskKind.FIRST_VISIT, "due_on")).containsExactly(today.plusDays(6));
        assertThat(Overdue.is(TaskStatus.OPEN, today.plusDays(9), today.plusDays(9)))
                .isFalse();
    }

    @Test
    void timelyCareIsDueByTheCountysOwnLimit() {
        decide("care.timely-care-days", "1", today);
        long family = confirmed(HUIAN, village(decided.code()));
        SignedInAccount worker = as.account(Role.CASEWORKER, HUIAN);
        as.run(worker, () -> tasks.openTimelyCare(family, "stay-1", TaskReason.SAFETY, today, null));
        assertThat(due(HUIAN, family, TaskKind.TIMELY_CARE, "due_on")).containsExactly(today.plusDays(1));
    }

    @Test
    void aLongerWindowOpensEarlierFromItsDayOnAndNotBeside() {
        Festival.Window window = Festival.DOUBLE_NINTH.window(2031);
        LocalDate early = window.day().minusDays(20);
        decide("care.festival-window-days", "20", early);
        long here = confirmed(HUIAN, village(decided.code()));
        long beside = confirmed(FENGZE, village(FENGZE));
        assertThat(festival(HUIAN, window, early.minusDays(1), here)).isZero();
        assertThat(festival(HUIAN, window, early, here)).isOne();
        assertThat(festival(FENGZE, window, early, beside)).isZero();
        assertThat(festival(FENGZE, window, window.day().minusDays(16), beside)).isZero();
        assertThat(festival(FENGZE, window, window.day().minusDays(15), beside)).isOne();
        assertThat(due(HUIAN, here, TaskKind.FESTIVAL, "opens_on")).contains(early);
    }

    @Test
    void aFestivalThatACountyDoesNotVisitOpensNothing() {
        Festival.Window window = Festival.DRAGON_BOAT.window(2032);
        decide("care.dragon-boat", "false", window.opensOn());
        long here = confirmed(HUIAN, village(decided.code()));
        long beside = confirmed(FENGZE, village(FENGZE));
        assertThat(festival(HUIAN, window, window.opensOn(), here)).isZero();
        assertThat(festival(FENGZE, window, window.opensOn(), beside)).isOne();
    }

    @Test
    void withoutTheQuartersVisitAFamilyNeverVisitedIsStillOwedOne() {
        decide("care.quarterly-visits", "false", today);
        decide("care.monthly-contacts", "false", today);
        long family = confirmed(HUIAN, village(decided.code()));
        assertThat(due(HUIAN, family, TaskKind.HOME_VISIT, "due_on")).containsExactly(today);
        assertThat(due(HUIAN, family, TaskKind.ROUTINE_CONTACT, "due_on")).isEmpty();
    }
}
