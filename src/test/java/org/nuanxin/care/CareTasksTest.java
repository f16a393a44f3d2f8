package org.nuanxin.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.Scope;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.family.Families;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tasks open by events and the calendar, once each, and never for a family they are not meant for. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareTasksTest {

    private static final String YONGCHUN = "350525000000";

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
    Visits visits;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private String village;
    private LocalDate today;
    private SignedInAccount worker;
    private SignedInAccount approver;

    @BeforeAll
    void county() {
        Region county = regions.byCode(YONGCHUN);
        village = regions.within(new RegionPath(county.path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        today = LocalDate.now(clock);
        worker = as.account(Role.CASEWORKER, YONGCHUN);
        approver = as.account(Role.APPROVER, YONGCHUN);
    }

    private long lead(LocalDate knownOn) {
        return as.call(
                worker,
                () -> families.takeLead(new Families.Lead(UUID.randomUUID(), village, "颜阿好", null, knownOn, "村计生协会")));
    }

    private long confirmedStock() {
        long id = as.call(worker, () -> families.register(TestFamilies.stock(village, "颜水生", "郑阿治")));
        as.run(approver, () -> lifecycle.confirm(id));
        return id;
    }

    private List<Map<String, Object>> tasksOf(long family) {
        return as.call(
                worker,
                () -> jdbc.sql("select * from care_task where family_id = ? order by kind, id")
                        .param(family)
                        .query()
                        .listOfRows());
    }

    private List<Map<String, Object>> tasksOf(long family, TaskKind kind) {
        return tasksOf(family).stream()
                .filter(task -> kind.name().equals(task.get("kind")))
                .toList();
    }

    private boolean overdue(long family, LocalDate on) {
        return as.call(
                worker,
                () -> jdbc.sql("select exists (select 1 from care_task t where t.family_id = :family and " + Overdue.SQL
                                + ")")
                        .param("family", family)
                        .param("today", on)
                        .query(Boolean.class)
                        .single());
    }

    private void festival(Festival.Window window, LocalDate on) {
        as.run(worker, () -> transactions.executeWithoutResult(t -> opening.openFestival(window, on, null)));
    }

    @Test
    void aLeadOpensAFirstVisitDueSevenDaysLater() {
        long family = lead(today.minusDays(2));
        assertThat(tasksOf(family)).singleElement().satisfies(task -> {
            assertThat(task).containsEntry("kind", "FIRST_VISIT").containsEntry("status", "OPEN");
            assertThat(task.get("due_on").toString())
                    .isEqualTo(today.plusDays(5).toString());
        });
    }

    @Test
    void aNewFamilyNeverVisitedIsOverdueFromTheDayAfterTheLimit() {
        long family = lead(today.minusDays(7));
        assertThat(overdue(family, today)).isFalse();
        assertThat(overdue(family, today.plusDays(1))).isTrue();
    }

    @Test
    void aConfirmedFamilyNeverVisitedIsOverdueNotAbsent() {
        long family = confirmedStock();
        assertThat(tasksOf(family, TaskKind.HOME_VISIT))
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("reason", "NEVER_VISITED"));
        assertThat(overdue(family, today.plusDays(1))).isTrue();
    }

    @Test
    void stockFamiliesHaveNoFirstVisit() {
        assertThat(tasksOf(confirmedStock(), TaskKind.FIRST_VISIT)).isEmpty();
    }

    @Test
    void aFestivalOpensOneTaskAFamilyHoweverOftenItIsAsked() {
        long family = confirmedStock();
        long leadOnly = lead(today);
        Festival.Window window = Festival.DRAGON_BOAT.window(2029);
        festival(window, window.opensOn());
        festival(window, window.opensOn().plusDays(3));
        assertThat(tasksOf(family, TaskKind.FESTIVAL))
                .singleElement()
                .satisfies(task -> assertThat(task)
                        .containsEntry("occasion", "DRAGON_BOAT-2029")
                        .containsEntry("status", "OPEN"));
        assertThat(tasksOf(leadOnly, TaskKind.FESTIVAL)).as("not confirmed").isEmpty();
    }

    @Test
    void openingIsIdempotentUnderTwoJobsAtOnce() throws Exception {
        long family = confirmedStock();
        Festival.Window window = Festival.MID_AUTUMN.window(2029);
        Thread other = new Thread(() -> festival(window, window.opensOn()));
        other.start();
        festival(window, window.opensOn());
        other.join();
        assertThat(tasksOf(family, TaskKind.FESTIVAL)).hasSize(1);
    }

    @Test
    void aFamilyConfirmedInMidWindowWhoWasVisitedInItCountsAsVisited() {
        long family = confirmedStock();
        visit(family, today.minusDays(1), Channel.HOME, true);
        Festival.Window window = new Festival.Window(
                Festival.DRAGON_BOAT, "DRAGON_BOAT-1", today.plusDays(5), today.minusDays(10), today.plusDays(5));
        as.run(
                worker,
                () -> transactions.executeWithoutResult(t -> opening.openFestival(window, today, List.of(family))));
        assertThat(tasksOf(family, TaskKind.FESTIVAL))
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("status", "DONE"));
    }

    @Test
    void aJobWithoutAScopeFails() {
        assertThatThrownBy(() -> tasks.openDue()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNightlyJobOpensWhatIsMissingInItsCountyOnly() {
        long family = confirmedStock();
        visit(family, today.minusMonths(5), Channel.HOME, true);
        String path = regions.byCode(YONGCHUN).path();
        Scope.run(path, 0, () -> tasks.openDue());
        assertThat(tasksOf(family, TaskKind.HOME_VISIT))
                .anySatisfy(task ->
                        assertThat(task).containsEntry("reason", "CADENCE").containsEntry("status", "OPEN"));
        assertThat(tasksOf(family, TaskKind.ROUTINE_CONTACT)).hasSize(1);
        Scope.run(path, 0, () -> assertThat(tasks.openDue()).isZero());
    }

    @Test
    void anotherCountySeesNoTask() {
        long family = lead(today);
        assertThat(as.caseworker(
                        "350524000000",
                        () -> jdbc.sql("select count(*) from care_task where family_id = ?")
                                .param(family)
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(tasksOf(family)).hasSize(1);
    }

    @Test
    void reportedTroubleIsDueInThreeDaysAndOpensOnce() {
        long family = confirmedStock();
        for (int i = 0; i < 2; i++) {
            as.run(worker, () -> tasks.openTimelyCare(family, "stay-1", TaskReason.HOSPITAL, today, "市医院骨科"));
        }
        assertThat(tasksOf(family, TaskKind.TIMELY_CARE)).singleElement().satisfies(task -> {
            assertThat(task.get("due_on").toString())
                    .isEqualTo(today.plusDays(3).toString());
            assertThat(new String((byte[]) task.get("note"), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("骨科");
        });
    }

    private Visits.Receipt visit(long family, LocalDate on, Channel channel, boolean met) {
        return as.call(worker, () -> visits.log(family, TestVisits.of(worker.id(), on, channel, met)));
    }
}
