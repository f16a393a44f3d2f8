package org.nuanxin.regionadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Department;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.RegionTree;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A township with 2,000 families goes to another county-level unit and comes back, and not one row is lost. A database of its own: the tree changes. */
@NuanxinTest
@TestPropertySource(properties = "nuanxin.database-of=regionadmin")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionMoveTest {

    private static final String DEHUA = "350526000000";
    private static final String LUOJIANG = "350504000000";
    private static final int FAMILIES = 2_000;

    @Autowired
    As as;

    @Autowired
    RegionKeeping keeping;

    @Autowired
    Footprint footprint;

    @Autowired
    Regions regions;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private SignedInAccount keeper;
    private SignedInAccount oldCounty;
    private SignedInAccount newCounty;
    private SignedInAccount ofTownship;
    private Region township;
    private List<Long> ids;

    @BeforeAll
    void aTownshipFullOfFamilies() {
        keeper = as.account(Role.SYSTEM_ADMIN, "350500000000");
        oldCounty = as.account(Role.CASEWORKER, DEHUA);
        newCounty = as.account(Role.CASEWORKER, LUOJIANG);
        township = regions.within(new RegionPath(regions.byCode(DEHUA).path()), Region.Level.TOWNSHIP)
                .get(1);
        accounts.create(
                new Accounts.NewAccount(
                        "township-worker", "苏镇员", Department.FPA, Set.of(Role.FPA_STAFF), "Test-2026-password"),
                township.path());
        ofTownship = accounts.find("township-worker").orElseThrow();
        List<Region> villages = regions.within(new RegionPath(township.path()), Region.Level.VILLAGE);
        List<NewFamily> wanted = new ArrayList<>();
        for (int n = 0; n < FAMILIES; n++) {
            wanted.add(TestFamilies.stock(villages.get(n % villages.size()).path(), "苏阿土", "苏阿花"));
        }
        ids = as.call(oldCounty, () -> families.registerAll(wanted));
        SignedInAccount approver = as.account(Role.APPROVER, DEHUA);
        as.run(approver, () -> ids.subList(0, 50).forEach(lifecycle::confirm));
    }

    /** Rows of every table that carries a region, seen by the account. */
    private Map<String, Long> rows(SignedInAccount account) {
        return as.call(account, () -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (String table : jdbc.sql("""
                            select table_name from information_schema.columns
                            where table_schema = 'public' and column_name = 'region_path'
                              and table_name not in ('account_grant', 'report_snapshot', 'report_snapshot_row') order by 1""").query(String.class).list()) {
                counts.put(
                        table,
                        jdbc.sql("select count(*) from " + table + " where region_path like '%' || :code || '%'")
                                .param("code", township.code())
                                .query(Long.class)
                                .single());
            }
            return counts;
        });
    }

    @Test
    void everythingGoesAlongAndComesBack() {
        Map<String, Long> before = rows(oldCounty);
        assertThat(before)
                .containsEntry("family", (long) FAMILIES)
                .containsEntry("person", 2L * FAMILIES)
                .containsEntry("child", (long) FAMILIES);
        assertThat(before.get("care_task")).isGreaterThanOrEqualTo(50);
        assertThat(rows(newCounty))
                .allSatisfy((table, count) -> assertThat(count).isZero());
        String was = township.path();
        Region target = regions.byCode(LUOJIANG);
        int version = regions.byId(township.id()).version();

        String became = as.call(keeper, () -> keeping.move(township.id(), version, target.id(), "试点划转"));

        assertThat(became).isEqualTo(target.path() + township.code() + "/");
        assertThat(rows(newCounty)).isEqualTo(before);
        assertThat(rows(oldCounty))
                .allSatisfy((table, count) -> assertThat(count).isZero());
        assertThatThrownBy(() -> as.run(oldCounty, () -> heads.read(ids.get(0))))
                .isInstanceOf(NotFound.class);
        assertThat(as.call(newCounty, () -> heads.read(ids.get(0)).id())).isEqualTo(ids.get(0));
        assertThat(rows(ofTownship)).as("the township's own account goes along").isEqualTo(before);
        assertThat(as.call(
                        newCounty,
                        () -> jdbc.sql("select count(*) from audit_event where action = 'region.family-moved'")
                                .query(Long.class)
                                .single()))
                .isEqualTo(FAMILIES);

        int again = regions.byId(township.id()).version();
        as.run(
                keeper,
                () -> keeping.move(township.id(), again, regions.byCode(DEHUA).id(), "划错了，划回来"));

        assertThat(regions.byId(township.id()).path()).isEqualTo(was);
        assertThat(rows(oldCounty)).isEqualTo(before);
        assertThat(rows(newCounty))
                .allSatisfy((table, count) -> assertThat(count).isZero());
    }

    @Test
    void theNumbersAreForWhoKeepsRegionsOnly() {
        assertThat(as.call(keeper, () -> footprint.of(township.path()).of()))
                .containsEntry("FAMILIES", (long) FAMILIES)
                .containsEntry("ACCOUNTS", 1L);
        assertThatThrownBy(() -> as.run(oldCounty, () -> footprint.of(township.path())))
                .isInstanceOf(DataAccessException.class);
        assertThat(as.call(
                        keeper,
                        () -> jdbc.sql("select count(*) from family")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void nobodyElseMovesARegionAndNotEvenItsPathAlone() {
        long target = regions.byCode(LUOJIANG).id();
        int version = regions.byId(township.id()).version();
        assertThatThrownBy(() -> as.run(
                        oldCounty,
                        () -> jdbc.sql("select region_move(?, ?, 'x')")
                                .params(township.id(), target)
                                .query(String.class)
                                .single()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as.run(
                        keeper,
                        () -> jdbc.sql("update region set path = path where id = ?")
                                .param(township.id())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as.run(
                        keeper,
                        () -> keeping.move(
                                township.id(), version, regions.byCode(DEHUA).id(), "原地")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> as.run(
                        keeper,
                        () -> keeping.move(
                                township.id(),
                                version,
                                regions.within(new RegionPath(regions.city().path()), Region.Level.COUNTY).stream()
                                        .filter(county -> !county.active())
                                        .findFirst()
                                        .orElseThrow()
                                        .id(),
                                "到停用的县")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aManagementZoneHasACodeOfItsOwnAndTakesATownship() {
        long zone = as.call(
                keeper,
                () -> keeping.add(regions.city().id(), null, new RegionTree.Names("测试开发区", "Test Zone"), "市政府文件"));
        Region unit = regions.byId(zone);
        assertThat(unit.code()).matches("Z\\d\\d000000000");
        assertThat(unit.level()).isEqualTo(Region.Level.COUNTY);
        Region other = regions.within(new RegionPath(regions.byCode(DEHUA).path()), Region.Level.TOWNSHIP)
                .get(3);
        String village = regions.within(new RegionPath(other.path()), Region.Level.VILLAGE)
                .get(0)
                .code();
        as.run(keeper, () -> keeping.move(other.id(), other.version(), zone, "划入开发区"));
        assertThat(regions.byCode(village).path()).startsWith(unit.path());
        long family = as.call(
                as.account(Role.CASEWORKER, unit.code()),
                () -> families.register(
                        TestFamilies.stock(regions.byCode(village).path(), "开阿土", "开阿花")));
        assertThat(as.call(
                        as.account(Role.CASEWORKER, unit.code()),
                        () -> heads.read(family).fileNumber()))
                .startsWith(unit.code().substring(0, 6) + "-");
    }
}
