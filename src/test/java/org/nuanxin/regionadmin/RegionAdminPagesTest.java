package org.nuanxin.regionadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.common.Subject;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.RegionTree;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Units renamed, added, closed and merged, with the history of each; and nobody but the system administrator does it. A database of its own: the tree changes. */
@NuanxinTest
@TestPropertySource(properties = "nuanxin.database-of=regionadmin")
class RegionAdminPagesTest {

    private static final String CITY = "350500000000";
    private static final String QUANGANG = "350505000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Regions regions;

    @Autowired
    RegionKeeping keeping;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Audit audit;

    private SignedInAccount keeper() {
        return as.account(Role.SYSTEM_ADMIN, CITY);
    }

    private List<Region> villages(int township) {
        Region unit = regions.within(new RegionPath(regions.byCode(QUANGANG).path()), Region.Level.TOWNSHIP)
                .get(township);
        return regions.within(new RegionPath(unit.path()), Region.Level.VILLAGE);
    }

    @Test
    void aRenameKeepsTheCodeAndStandsInTheHistory() {
        Region village = villages(0).get(0);
        String before = village.nameZh();
        assertThat(post(
                        Role.SYSTEM_ADMIN,
                        "/admin/regions/" + village.id() + "/name",
                        "nameZh",
                        "新溪社区",
                        "nameEn",
                        "",
                        "version",
                        String.valueOf(village.version()),
                        "reason",
                        "撤村建居"))
                .hasStatus3xxRedirection();
        Region after = regions.byId(village.id());
        assertThat(after.nameZh()).isEqualTo("新溪社区");
        assertThat(after.nameEn()).isEqualTo("Xinxishequ");
        assertThat(after.code()).isEqualTo(village.code());
        assertThat(get(Role.SYSTEM_ADMIN, "/admin/regions/" + village.id()))
                .hasStatusOk()
                .bodyText()
                .contains("撤村建居", before, "新溪社区", "测SYSTEM_ADMIN");
        assertThat(as.call(
                        as.account(Role.CASEWORKER, QUANGANG), () -> audit.ofSubject(Subject.region(village.id()), 9)))
                .as("the trail is for who keeps and audits")
                .isEmpty();
        assertThatThrownBy(() -> as.run(
                        keeper(),
                        () -> keeping.rename(
                                village.id(), village.version(), new RegionTree.Names("别的", "Other"), "x")))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aVillageIsAddedWithTheNextOwnCodeAndTwiceTheSameNameIsRefused() {
        Region township = regions.within(new RegionPath(regions.byCode(QUANGANG).path()), Region.Level.TOWNSHIP)
                .get(1);
        String uri = "/admin/regions/" + township.id() + "/units";
        assertThat(post(Role.SYSTEM_ADMIN, uri, "nameZh", "新桥社区", "reason", "新设"))
                .hasStatus3xxRedirection();
        assertThat(regions.villagesOf(township.path(), null))
                .filteredOn(village -> village.nameZh().equals("新桥社区"))
                .singleElement()
                .satisfies(village ->
                        assertThat(village.code()).isEqualTo(township.code().substring(0, 9) + "Z01"));
        assertThat(post(Role.SYSTEM_ADMIN, uri, "nameZh", "新桥社区", "reason", "又一次"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("已经有“新桥社区”", "又一次");
        assertThat(post(Role.SYSTEM_ADMIN, uri, "nameZh", "", "code", "12", "reason", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("填写中文名", "代码是 12 位数字", "写明为什么");
    }

    @Test
    void whereFamiliesLiveAVillageClosesOnlyByMergingItAndThenTakesNoFamily() {
        Region village = villages(2).get(0);
        Region taker = villages(2).get(1);
        SignedInAccount worker = as.account(Role.CASEWORKER, QUANGANG);
        long family = as.call(worker, () -> families.register(TestFamilies.stock(village.path(), "庄阿土", "庄阿花")));
        String uri = "/admin/regions/" + village.id() + "/state";
        String version = String.valueOf(village.version());
        assertThat(get(Role.SYSTEM_ADMIN, uri)).bodyText().contains("这里有 1 户");
        assertThat(post(Role.SYSTEM_ADMIN, uri, "version", version, "reason", "两村合并"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("这里还有 1 户", "两村合并");
        Region elsewhere = villages(3).get(0);
        assertThatThrownBy(() -> as.run(
                        keeper(), () -> keeping.deactivate(village.id(), village.version(), "并到别的乡镇", elsewhere.id())))
                .isInstanceOf(Rejected.class);

        assertThat(post(
                        Role.SYSTEM_ADMIN,
                        uri,
                        "version",
                        version,
                        "reason",
                        "两村合并",
                        "into",
                        String.valueOf(taker.id())))
                .hasStatus3xxRedirection();
        assertThat(as.call(worker, () -> heads.read(family).filingPath())).isEqualTo(taker.path());
        assertThat(regions.villagesOf(
                        new RegionPath(village.path()).ancestorsAndSelf().get(2), null))
                .extracting(Region::path)
                .doesNotContain(village.path())
                .contains(taker.path());
        assertThatThrownBy(() ->
                        as.call(worker, () -> families.register(TestFamilies.stock(village.path(), "庄阿水", "庄阿月"))))
                .hasMessageContaining("region not in use");
        assertThat(get(Role.SYSTEM_ADMIN, "/admin/regions/" + village.id()))
                .bodyText()
                .contains("两村合并", "并入" + taker.nameZh().substring(0, 2));

        int now = regions.byId(village.id()).version();
        as.run(keeper(), () -> keeping.activate(village.id(), now, "恢复"));
        assertThat(as.call(worker, () -> families.register(TestFamilies.stock(village.path(), "庄阿水", "庄阿月"))))
                .isPositive();
    }

    @Test
    void aTownshipPageShowsWhatGoesAlongBeforeItMoves() {
        Region township = regions.within(new RegionPath(regions.byCode(QUANGANG).path()), Region.Level.TOWNSHIP)
                .get(4);
        String uri = "/admin/regions/" + township.id() + "/move";
        assertThat(get(Role.SYSTEM_ADMIN, uri)).hasStatusOk().bodyText().contains("一起过去的", "留在泉港区的", "报告快照", "村社区");
        assertThat(post(Role.SYSTEM_ADMIN, uri, "version", "0", "reason", "没选去哪"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("选择划转到哪里", "没选去哪");
        assertThat(get(Role.SYSTEM_ADMIN, "/admin/regions/" + villages(4).get(0).id() + "/move"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void otherRolesSeeNoneOfThesePages() {
        long id = regions.byCode(QUANGANG).id();
        for (Role role : List.of(Role.CASEWORKER, Role.APPROVER, Role.POLICY_ADMIN, Role.AUDITOR)) {
            assertThat(get(role, "/admin/regions/" + id)).as(role.name()).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(post(role, "/admin/regions/" + id + "/name", "nameZh", "改名", "version", "0", "reason", "x"))
                    .as(role.name())
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(get(Role.SYSTEM_ADMIN, "/admin/regions/999999")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(Role.SYSTEM_ADMIN, "/regions")).bodyText().contains("增加管理区");
        assertThat(get(Role.POLICY_ADMIN, "/regions")).bodyText().doesNotContain("增加管理区");
    }

    private MvcTestResult get(Role role, String uri) {
        return mvc.get().uri(uri).with(as.signedIn(role, CITY)).exchange();
    }

    private MvcTestResult post(Role role, String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(as.signedIn(role, CITY)).with(csrf());
        for (int n = 0; n < parameters.length; n += 2) {
            request = request.param(parameters[n], parameters[n + 1]);
        }
        return request.exchange();
    }
}
