package org.nuanxin.caregroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Money;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats, membership and money of Care Groups, on the real database as real accounts. */
@NuanxinTest
class CareGroupTest {

    private static final String COUNTY = "350525000000";
    private static final String ELSEWHERE = "350526000000";
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 3, 1);

    @Autowired
    As as;

    @Autowired
    CareGroups groups;

    @Autowired
    CareGroupReader reader;

    @Autowired
    GroupLedger ledger;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void theFirstPersonSeatedBeginsTheGroup() {
        long family = family(COUNTY);
        as.caseworker(COUNTY, () -> groups.seat(family, seating(SeatKind.VILLAGE_DOCTOR, "郭志文")));

        CareGroupView group = group(family);
        assertThat(group.establishedOn()).isEqualTo(LONG_AGO);
        assertThat(group.complete()).isFalse();
        assertThat(group.vacant())
                .containsExactly(SeatKind.TOWNSHIP_CADRE, SeatKind.VILLAGE_PRESIDENT, SeatKind.GROUP_LEADER);
        assertThat(group.seated()).extracting(CareGroupView.Seat::phone).containsExactly("138****5678");
    }

    @Test
    void aStatutorySeatHasOneHolderAtATime() {
        long family = family(COUNTY);
        long seat = as.caseworker(COUNTY, () -> groups.seat(family, seating(SeatKind.VILLAGE_DOCTOR, "郭志文")));
        assertThatThrownBy(() ->
                        as.caseworker(COUNTY, () -> groups.seat(family, seating(SeatKind.VILLAGE_DOCTOR, "陈医生"))))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.key()).isEqualTo("caregroup.reject.seat-held"));

        LocalDate change = LONG_AGO.plusMonths(2);
        as.run(caseworker(), () -> groups.end(family, seat, change, "调离"));
        as.caseworker(
                COUNTY,
                () -> groups.seat(
                        family, new CareGroups.Seating(SeatKind.VILLAGE_DOCTOR, "陈医生", null, null, null, change)));

        assertThat(group(family).seated()).extracting(CareGroupView.Seat::name).containsExactly("陈医生");
        assertThat(group(family).former())
                .extracting(CareGroupView.Seat::endReason)
                .containsExactly("调离");
    }

    @Test
    void relativesSitSideBySide() {
        long family = family(COUNTY);
        as.caseworker(COUNTY, () -> groups.seat(family, seating(SeatKind.RELATIVE, "林建民")));
        as.caseworker(COUNTY, () -> groups.seat(family, seating(SeatKind.RELATIVE, "林月娥")));
        assertThat(group(family).others()).hasSize(2);
    }

    @Test
    void aFamilyHasOneLiveGroup() {
        long family = family(COUNTY);
        as.caseworker(COUNTY, () -> groups.seat(family, seating(SeatKind.RELATIVE, "林建民")));
        assertThatThrownBy(() ->
                        as.run(caseworker(), () -> jdbc.sql("""
                                insert into care_group (id, family_id, region_path, established_on)
                                select nextval('care_group_seq'), id, region_path, date '2025-01-01' from family where id = ?""").param(family).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("care_group_live");
    }

    @Test
    void aMemberSeesTheFamilyBeyondTheirRegionAndAFormerMemberDoesNot() {
        long family = family(COUNTY);
        SignedInAccount doctor = as.account(Role.FPA_STAFF, ELSEWHERE);
        assertThatThrownBy(() -> as.call(doctor, () -> heads.read(family))).isInstanceOf(NotFound.class);

        LocalDate today = LocalDate.now(clock);
        long seat = as.caseworker(
                COUNTY,
                () -> groups.seat(
                        family,
                        new CareGroups.Seating(
                                SeatKind.VILLAGE_DOCTOR, "郭志文", null, null, doctor.id(), today.minusDays(3))));
        assertThat(as.call(doctor, () -> heads.read(family)).id()).isEqualTo(family);
        assertThat(as.call(doctor, () -> reader.ofFamily(family))).isPresent();

        as.run(caseworker(), () -> groups.end(family, seat, today, "调离"));
        assertThatThrownBy(() -> as.call(doctor, () -> heads.read(family))).isInstanceOf(NotFound.class);
        assertThat(as.call(doctor, () -> reader.ofFamily(family))).isEmpty();
    }

    @Test
    void nobodySeatsAPersonInAFamilyOutOfScope() {
        long family = family(COUNTY);
        assertThatThrownBy(() ->
                        as.caseworker(ELSEWHERE, () -> groups.seat(family, seating(SeatKind.VILLAGE_DOCTOR, "郭志文"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void oneDoctorIsSeatedInAllGroupsOfAVillageWhereTheSeatIsVacant() {
        long first = family(COUNTY);
        long second = family(COUNTY);
        long held = family(COUNTY);
        as.caseworker(COUNTY, () -> groups.seat(held, seating(SeatKind.VILLAGE_DOCTOR, "陈医生")));

        CareGroups.Outcome outcome = as.caseworker(
                COUNTY, () -> groups.seatInAll(List.of(first, second, held), seating(SeatKind.VILLAGE_DOCTOR, "郭志文")));

        assertThat(outcome).isEqualTo(new CareGroups.Outcome(2, 1));
        assertThat(group(first).seated()).extracting(CareGroupView.Seat::name).containsExactly("郭志文");
        assertThat(group(held).seated()).extracting(CareGroupView.Seat::name).containsExactly("陈医生");
    }

    @Test
    void theYearsMoneyComesByTheRuleOnceTheFourSeatsAreFilled() {
        long family = family(COUNTY);
        seatFour(family);
        assertThatThrownBy(() -> as.run(caseworker(), () -> ledger.allocate(family, UUID.randomUUID(), "经费")))
                .as("not confirmed yet")
                .isInstanceOf(Rejected.class);

        confirm(family);
        as.run(caseworker(), () -> ledger.allocate(family, UUID.randomUUID(), "经费"));
        assertThat(group(family).fund().left()).isEqualByComparingTo("1000");
        assertThatThrownBy(() -> as.run(caseworker(), () -> ledger.allocate(family, UUID.randomUUID(), "经费")))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.key()).isEqualTo("caregroup.reject.allocated"));
    }

    @Test
    void theBalanceNeverFallsBelowZeroUnderTwentyEntriesAtOnce() throws Exception {
        long family = funded();
        SignedInAccount account = caseworker();
        ExecutorService people = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Boolean>> entries = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                entries.add(() -> {
                    try {
                        as.run(account, () -> ledger.spend(family, expense("90.00")));
                        return true;
                    } catch (Rejected refused) {
                        assertThat(refused.key()).isEqualTo("caregroup.reject.below-zero");
                        return false;
                    }
                });
            }
            int booked = 0;
            for (Future<Boolean> entry : people.invokeAll(entries)) {
                booked += entry.get() ? 1 : 0;
            }
            assertThat(booked).isEqualTo(11);
        } finally {
            people.shutdownNow();
        }
        assertThat(group(family).fund().left()).isEqualByComparingTo("10");
    }

    @Test
    void aRepeatedSubmissionIsBookedOnce() {
        long family = funded();
        GroupLedger.Expense expense = expense("180.00");
        as.run(caseworker(), () -> ledger.spend(family, expense));
        assertThatThrownBy(() -> as.run(caseworker(), () -> ledger.spend(family, expense)))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.key()).isEqualTo("caregroup.reject.booked"));
        assertThat(group(family).fund().left()).isEqualByComparingTo("820");
    }

    @Test
    void aMistakeIsReversedOnceAndStaysInTheLedger() {
        long family = funded();
        as.run(caseworker(), () -> ledger.spend(family, expense("180.00")));
        int year = LocalDate.now(clock).getYear();
        long group = group(family).groupId();
        long entry =
                as.call(caseworker(), () -> ledger.entries(group, year)).get(0).id();

        as.run(caseworker(), () -> ledger.reverse(family, entry, UUID.randomUUID(), "票据记错"));

        assertThat(group(family).fund())
                .isEqualTo(new CareGroupView.Fund(year, new BigDecimal("1000.00"), new BigDecimal("0.00")));
        assertThat(as.call(caseworker(), () -> ledger.entries(group, year))).hasSize(3);
        assertThatThrownBy(() -> as.run(caseworker(), () -> ledger.reverse(family, entry, UUID.randomUUID(), "再来一次")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void anAllocationThatIsPartlySpentCannotBeReversed() {
        long family = funded();
        as.run(caseworker(), () -> ledger.spend(family, expense("1.00")));
        long allocation = as.call(
                        caseworker(),
                        () -> ledger.entries(
                                group(family).groupId(), LocalDate.now(clock).getYear()))
                .get(1)
                .id();
        assertThatThrownBy(
                        () -> as.run(caseworker(), () -> ledger.reverse(family, allocation, UUID.randomUUID(), "拨错")))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.key()).isEqualTo("caregroup.reject.below-zero"));
    }

    @Test
    void entriesCannotBeChangedOrDeleted() {
        long family = funded();
        for (String sql : List.of(
                "update group_ledger set amount = 5 where family_id = ?",
                "delete from group_ledger where family_id = ?")) {
            assertThatThrownBy(() -> as.run(
                            caseworker(), () -> jdbc.sql(sql).param(family).update()))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private long funded() {
        long family = family(COUNTY);
        seatFour(family);
        confirm(family);
        as.run(caseworker(), () -> ledger.allocate(family, UUID.randomUUID(), "经费"));
        return family;
    }

    private GroupLedger.Expense expense(String yuan) {
        return new GroupLedger.Expense(
                UUID.randomUUID(), new Money(new BigDecimal(yuan)), LocalDate.now(clock), "端午节慰问", "04417820");
    }

    private void seatFour(long family) {
        for (SeatKind kind : SeatKind.theFour()) {
            as.caseworker(COUNTY, () -> groups.seat(family, seating(kind, "某某" + kind.ordinal())));
        }
    }

    private void confirm(long family) {
        as.run(as.account(Role.APPROVER, COUNTY), () -> lifecycle.confirm(family));
    }

    private static CareGroups.Seating seating(SeatKind kind, String name) {
        return new CareGroups.Seating(kind, name, "溪霞村卫生所", "13812345678", null, LONG_AGO);
    }

    private CareGroupView group(long family) {
        return as.call(caseworker(), () -> reader.ofFamily(family).orElseThrow());
    }

    private SignedInAccount caseworker() {
        return as.account(Role.CASEWORKER, COUNTY);
    }

    private long family(String county) {
        String village = regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        return as.caseworker(county, () -> families.register(TestFamilies.stock(village, "永阿土", "永阿花")));
    }
}
