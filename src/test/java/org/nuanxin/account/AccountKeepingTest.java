package org.nuanxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, their dated regions and stand-ins, kept by a system administrator who sees no family. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountKeepingTest {

    private static final String CITY = "350500000000";
    private static final String LUOJIANG = "350504000000";
    private static final String SHISHI = "350581000000";

    @Autowired
    As as;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    GrantKeeping grants;

    @Autowired
    Absences absences;

    @Autowired
    AccountReading reading;

    @Autowired
    AccountTrail trail;

    @Autowired
    Accounts accounts;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    private SignedInAccount admin;
    private LocalDate today;
    private int serial;

    @BeforeAll
    void anAdministrator() {
        admin = as.account(Role.SYSTEM_ADMIN, CITY, "-keeping");
        today = jdbc.sql("select current_date").query(LocalDate.class).single();
    }

    private String path(String code) {
        return regions.byCode(code).path();
    }

    private long made(Role role, String region) {
        return as.call(
                        admin,
                        () -> keeping.create(new AccountKeeping.Wanted(
                                "kept-" + ++serial,
                                "甲" + serial,
                                Department.FPA,
                                Set.of(role),
                                path(region),
                                DateRange.since(today),
                                "入职")))
                .id();
    }

    private SignedInAccount signedIn(long id) {
        return accounts.asItStands(id, null);
    }

    private long visible(SignedInAccount account) {
        return as.call(
                account,
                () -> jdbc.sql("select count(*) from family").query(Long.class).single());
    }

    private long familyIn(String county) {
        String village = regions.within(new RegionPath(path(county)), Region.Level.VILLAGE)
                .get(1)
                .path();
        return as.caseworker(county, () -> families.register(TestFamilies.stock(village, "接阿土", "接阿花")));
    }

    private List<String> acts(long id) {
        return as.call(
                admin,
                () -> trail.ofAccount(id, Long.MAX_VALUE, 50).stream()
                        .map(AccountTrail.Entry::action)
                        .toList());
    }

    @Test
    void whatChangedStandsInTheAccountsOwnHistory() {
        long id = made(Role.CASEWORKER, LUOJIANG);
        int version = as.call(admin, () -> reading.detail(id)).version();
        as.run(admin, () -> keeping.edit(id, version, "新名", Department.FPA, Set.of(Role.APPROVER), "换岗"));

        List<AccountTrail.Entry> history = as.call(admin, () -> trail.ofAccount(id, Long.MAX_VALUE, 50));
        assertThat(history).extracting(AccountTrail.Entry::action).containsExactly("account.edited", "account.created");
        assertThat(history.get(0).actor()).isEqualTo(admin.displayName());
        assertThat(history.get(0).reason()).isEqualTo("换岗");
        assertThat(history.get(0).changes()).contains(new AccountAct.Change("account.roles", "CASEWORKER", "APPROVER"));
        assertThat(signedIn(id).roles()).containsExactly(Role.APPROVER);
    }

    @Test
    void theHistoryOfAnAccountIsReadByAdministratorAndAuditorOnlyAndShowsNoFamily() {
        long id = made(Role.CASEWORKER, LUOJIANG);
        long family = familyIn(LUOJIANG);
        assertThat(as.call(as.account(Role.AUDITOR, CITY), () -> trail.ofAccount(id, Long.MAX_VALUE, 50)))
                .hasSize(1);
        assertThat(as.caseworker(LUOJIANG, () -> trail.ofAccount(id, Long.MAX_VALUE, 50)))
                .isEmpty();
        assertThat(as.call(
                        admin,
                        () -> jdbc.sql("select count(*) from audit_event where family_id is not null")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThatThrownBy(() -> as.call(admin, () -> heads.open(family))).isInstanceOf(NotFound.class);
        assertThat(as.caseworker(LUOJIANG, () -> heads.open(family)).title()).isEqualTo("接阿土、接阿花");
    }

    @Test
    void nobodyChangesTheirOwnAccount() {
        long own = admin.id();
        assertThatThrownBy(() -> as.run(admin, () -> keeping.disable(own, "自己")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.own");
        assertThatThrownBy(() ->
                        as.run(admin, () -> keeping.edit(own, 0, "自己", Department.FPA, Set.of(Role.CASEWORKER), "自己")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> as.run(admin, () -> grants.grant(own, path(SHISHI), DateRange.since(today), "自己")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void administratorAndAuditorStandAlone() {
        long id = made(Role.CASEWORKER, LUOJIANG);
        int version = as.call(admin, () -> reading.detail(id)).version();
        assertThatThrownBy(() -> as.run(
                        admin,
                        () -> keeping.edit(
                                id, version, "两岗", Department.FPA, Set.of(Role.CASEWORKER, Role.SYSTEM_ADMIN), "兼任")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.roles");
        assertThatThrownBy(() -> jdbc.sql("insert into account_role (account_id, role) values (?, 'AUDITOR')")
                        .param(id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoWasSlowerIsTold() {
        long id = made(Role.CASEWORKER, LUOJIANG);
        int version = as.call(admin, () -> reading.detail(id)).version();
        as.run(admin, () -> keeping.edit(id, version, "先", Department.FPA, Set.of(Role.CASEWORKER), "改名"));
        assertThatThrownBy(() -> as.run(
                        admin, () -> keeping.edit(id, version, "后", Department.FPA, Set.of(Role.CASEWORKER), "改名")))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aRegionEndsOnItsDayAndAWrongOneNeverCounted() {
        familyIn(LUOJIANG);
        familyIn(SHISHI);
        long id = made(Role.CASEWORKER, LUOJIANG);
        assertThat(visible(signedIn(id))).isPositive();
        long grant = as.call(admin, () -> reading.grants(id)).get(0).id();

        as.run(admin, () -> grants.correct(id, grant, path(SHISHI), DateRange.since(today), "录错县"));
        List<AccountReading.GrantLine> lines = as.call(admin, () -> reading.grants(id));
        assertThat(lines)
                .extracting(AccountReading.GrantLine::when)
                .containsExactlyInAnyOrder(AccountReading.When.NOW, AccountReading.When.TAKEN_BACK);
        assertThat(signedIn(id).regionPath()).isEqualTo(path(SHISHI));

        long right = lines.stream()
                .filter(line -> line.when() == AccountReading.When.NOW)
                .findFirst()
                .orElseThrow()
                .id();
        as.run(admin, () -> grants.end(id, right, today.plusDays(1), "调走"));
        assertThat(visible(signedIn(id))).isPositive();
        long other = made(Role.CASEWORKER, SHISHI);
        long its = as.call(admin, () -> reading.grants(other)).get(0).id();
        as.run(admin, () -> grants.end(other, its, today, "今天起"));
        assertThat(visible(signedIn(other))).isZero();
    }

    @Test
    void theSameRegionIsNotGivenTwiceForOneDay() {
        long id = made(Role.CASEWORKER, LUOJIANG);
        assertThatThrownBy(() ->
                        as.run(admin, () -> grants.grant(id, path(LUOJIANG), DateRange.since(today.plusDays(9)), "重复")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.grant-overlap");
    }

    @Test
    void aStandInSeesTheRegionForTheseDaysOnly() {
        long family = familyIn(LUOJIANG);
        long away = made(Role.CASEWORKER, LUOJIANG);
        long standIn = made(Role.CASEWORKER, SHISHI);
        as.run(admin, () -> absences.record(away, standIn, new DateRange(today, today.plusDays(3)), "年假"));

        Standing.Grant extra = standings(standIn).stream()
                .filter(grant -> grant.standsInFor() != null)
                .findFirst()
                .orElseThrow();
        assertThat(extra.regionPath()).isEqualTo(path(LUOJIANG));
        SignedInAccount there = accounts.asItStands(standIn, extra.id());
        assertThat(as.call(there, () -> heads.read(family)).id()).isEqualTo(family);
        assertThat(acts(standIn)).contains("account.stands-in");

        // four days on, the absence lies behind: moved back rather than waiting
        jdbc.sql("update account_grant set valid_from = current_date - 5, valid_to = current_date where id = ?")
                .param(extra.id())
                .update();
        assertThat(standings(standIn)).extracting(Standing.Grant::standsInFor).containsOnlyNulls();
        assertThatThrownBy(() -> as.call(there, () -> heads.read(family))).isInstanceOf(NotFound.class);
    }

    private List<Standing.Grant> standings(long id) {
        return new Standings(jdbc).of(id).orElseThrow().grants();
    }

    @Test
    void backEarlyEndsTheStandIn() {
        long away = made(Role.CASEWORKER, LUOJIANG);
        long standIn = made(Role.CASEWORKER, SHISHI);
        as.run(admin, () -> absences.record(away, standIn, new DateRange(today, today.plusDays(9)), "病假"));
        long absence = as.call(admin, () -> reading.absences(away)).get(0).id();
        as.run(admin, () -> absences.end(away, absence, today, "提前回来"));
        assertThat(standings(standIn)).hasSize(1);
    }

    @Test
    void whoHasAnotherRoleCannotStandIn() {
        long away = made(Role.CASEWORKER, LUOJIANG);
        long other = made(Role.FINANCE, LUOJIANG);
        assertThatThrownBy(() -> as.run(
                        admin, () -> absences.record(away, other, new DateRange(today, today.plusDays(3)), "年假")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.stand-in");
        long peer = made(Role.CASEWORKER, LUOJIANG);
        assertThatThrownBy(() -> as.run(
                        admin, () -> absences.record(away, peer, new DateRange(today.minusDays(5), today), "过去")))
                .isInstanceOf(Rejected.class)
                .hasMessage("account.reject.absence-days");
    }
}
