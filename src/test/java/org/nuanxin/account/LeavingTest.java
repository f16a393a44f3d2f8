package org.nuanxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.audit.Audit;
import org.nuanxin.caregroup.CareGroups;
import org.nuanxin.caregroup.SeatKind;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Sex;
import org.nuanxin.family.Families;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.Origin;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A leaver with forty seats: all of it goes to one colleague at once, by somebody who sees none of the families. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingTest {

    private static final String CITY = "350500000000";
    private static final String COUNTY = "350526000000";
    private static final String ELSEWHERE = "350504000000";

    @Autowired
    As as;

    @Autowired
    Leaving leaving;

    @Autowired
    Absences absences;

    @Autowired
    RecusalKeeping recusals;

    @Autowired
    CareGroups groups;

    @Autowired
    Families families;

    @Autowired
    Audit audit;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    private SignedInAccount admin;
    private SignedInAccount leaver;
    private SignedInAccount taker;
    private LocalDate today;
    private final List<Long> forty = new ArrayList<>();
    private long recusedFamily;

    @BeforeAll
    void aLeaverWithFortySeatsAndThreeTasks() {
        today = jdbc.sql("select current_date").query(LocalDate.class).single();
        admin = as.account(Role.SYSTEM_ADMIN, CITY, "-leaving");
        leaver = as.account(Role.CASEWORKER, COUNTY, "-leaver");
        taker = as.account(Role.CASEWORKER, COUNTY, "-taker");
        var uncle = TestFamilies.citizenId(1951, Sex.MALE);
        List<Region> villages =
                regions.within(new RegionPath(regions.byCode(COUNTY).path()), Region.Level.VILLAGE);
        List<NewFamily> wanted = new ArrayList<>();
        for (int i = 0; i < 39; i++) {
            wanted.add(TestFamilies.stock(villages.get(i).path(), "席阿土" + i, "席阿花" + i));
        }
        as.run(as.account(Role.CASEWORKER, COUNTY), () -> {
            wanted.forEach(one -> forty.add(families.register(one)));
            recusedFamily = families.register(TestFamilies.family(
                    Origin.STOCK, villages.get(0).path(), null, List.of(TestFamilies.parent("席叔", true, uncle))));
            forty.add(recusedFamily);
            groups.seatInAll(
                    forty,
                    new CareGroups.Seating(
                            SeatKind.TOWNSHIP_CADRE,
                            leaver.displayName(),
                            null,
                            null,
                            leaver.id(),
                            LocalDate.of(2025, 1, 1)));
            for (long family : forty.subList(0, 3)) {
                jdbc.sql("""
                                insert into care_task (id, family_id, region_path, kind, occasion, reason, reason_on,
                                    opens_on, limit_on, due_on, assignee_id)
                                select nextval('care_task_seq'), id, region_path, 'TIMELY_CARE', :occasion, 'SAFETY', current_date,
                                    current_date, current_date + 3, current_date + 3, :who from family where id = :id""")
                        .param("occasion", "leaving-" + UUID.randomUUID())
                        .param("who", leaver.id())
                        .param("id", family)
                        .update();
            }
        });
        as.run(taker, () -> recusals.declare(taker.id(), Relation.RELATIVE, uncle, DateRange.since(today)));

        assertThat(as.call(admin, () -> leaving.heldBy(leaver.id())))
                .contains(new Leaving.Held("care.holdings.tasks", 3), new Leaving.Held("caregroup.holdings.seats", 40));
        SignedInAccount far = as.account(Role.CASEWORKER, ELSEWHERE, "-far");
        assertThatThrownBy(() -> as.run(admin, () -> leaving.leave(leaver.id(), far.id(), today, "调走")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.taker");
        assertThatThrownBy(() -> as.run(admin, () -> leaving.leave(leaver.id(), null, today, "调走")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.error.taker");
        assertThatThrownBy(() -> as.run(admin, () -> leaving.leave(leaver.id(), taker.id(), today.plusDays(1), "调走")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.leave-day");
        as.run(admin, () -> leaving.leave(leaver.id(), taker.id(), today, "调走"));
    }

    private long number(String sql) {
        return as.call(
                as.account(Role.CASEWORKER, COUNTY),
                () -> jdbc.sql(sql).param(taker.id()).query(Long.class).single());
    }

    @Test
    void theColleagueHoldsThemFromThatDayAndTheLeaverNothing() {
        assertThat(
                        number(
                                "select count(*) from group_seat where account_id = ? and valid_from = current_date and valid_to is null"))
                .isEqualTo(39);
        assertThat(number("select count(*) from care_task where assignee_id = ? and status = 'OPEN'"))
                .isEqualTo(3);
        assertThat(as.call(admin, () -> leaving.heldBy(leaver.id())))
                .extracting(Leaving.Held::count)
                .containsOnly(0L);
    }

    @Test
    void whatTheTakerKeepsAwayFromIsLeftOpen() {
        assertThat(as.call(
                        as.account(Role.CASEWORKER, COUNTY),
                        () -> jdbc.sql("select count(*) from group_seat where family_id = ? and valid_to is null")
                                .param(recusedFamily)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void theRegionEndsAndTheAccountIsClosed() {
        assertThat(as.call(
                        leaver,
                        () -> jdbc.sql("select count(*) from family")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(jdbc.sql("select count(*) from account where id = ? and not enabled and left_on = current_date")
                        .param(leaver.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> as.run(admin, () -> leaving.leave(leaver.id(), taker.id(), today, "再来")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.left");
    }

    @Test
    void eachFamilyKeepsANoteOfIt() {
        assertThat(as.call(
                        as.account(Role.CASEWORKER, COUNTY),
                        () -> audit.ofFamily(forty.get(0), Audit.Which.CHANGED, Long.MAX_VALUE, 50)))
                .filteredOn(entry -> entry.action().endsWith("handed-over"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.actor()).isEqualTo(admin.displayName());
                    assertThat(entry.reason()).isEqualTo("调走");
                });
    }

    @Test
    void whoTookOverStandsInForTheColleagueOnLeave() {
        SignedInAccount away = as.account(Role.CASEWORKER, COUNTY, "-away");
        SignedInAccount standIn = as.account(Role.CASEWORKER, COUNTY, "-stands-in");
        as.run(admin, () -> absences.record(away.id(), standIn.id(), new DateRange(today, today.plusDays(5)), "年假"));
        as.run(admin, () -> leaving.leave(standIn.id(), taker.id(), today, "调走"));

        assertThat(standings(taker)).extracting(Standing.Grant::standsInFor).contains(away.displayName());
        assertThat(standings(standIn)).isEmpty();
    }

    private List<Standing.Grant> standings(SignedInAccount account) {
        return new Standings(jdbc).of(account.id()).orElseThrow().grants();
    }

    @Test
    void nobodyButAnAdministratorReachesTheFunctions() {
        for (SignedInAccount account : List.of(as.account(Role.CASEWORKER, COUNTY), as.account(Role.AUDITOR, CITY))) {
            for (String sql : List.of(
                    "select care_tasks_held(1)",
                    "select group_seats_held(1, current_date)",
                    "select care_tasks_hand_over(1, 2, 'x')",
                    "select group_seats_hand_over(1, 2, current_date, 'x')")) {
                assertThatThrownBy(() -> as.call(
                                account, () -> jdbc.sql(sql).query(Long.class).single()))
                        .as(sql)
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }
}
