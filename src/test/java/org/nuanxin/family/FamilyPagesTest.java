package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list and the page of a family, as each role meets them. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyPagesTest {

    private static final String YONGCHUN = "350525000000";
    private static final String DEHUA = "350526000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatedFacts facts;

    @Autowired
    Regions regions;

    private final CitizenId fathersId = TestFamilies.citizenId(1955, Sex.MALE);
    private long family;
    private long lead;

    @BeforeAll
    void aFamilyAndALead() {
        String village = village(YONGCHUN);
        family = as.caseworker(
                YONGCHUN,
                () -> families.register(TestFamilies.family(
                        Origin.STOCK,
                        village,
                        null,
                        List.of(
                                TestFamilies.parent(
                                        "欧阳海生",
                                        true,
                                        fathersId,
                                        new NewFamily.NewFact(
                                                "ability-grade", "mild", LocalDate.of(2025, 3, 8), null, "县评估中心")),
                                TestFamilies.parent("蔡秀珠", false, TestFamilies.citizenId(1957, Sex.FEMALE))))));
        lead = as.caseworker(
                YONGCHUN,
                () -> families.takeLead(new Families.Lead(
                        UUID.randomUUID(), village, "颜美治", null, LocalDate.now().minusDays(2), "村计生协")));
    }

    /** Other tests register families in the same county. */
    private long count(String condition) {
        return as.caseworker(
                YONGCHUN,
                () -> jdbc.sql("select count(*) from family where " + condition)
                        .query(Long.class)
                        .single());
    }

    private String fileNumber() {
        return as.caseworker(
                YONGCHUN,
                () -> jdbc.sql("select file_number from family where id = ?")
                        .param(family)
                        .query(String.class)
                        .single());
    }

    @Test
    void theListNamesBothParentsAndCountsOpenFiles() {
        assertThat(get("/families"))
                .hasStatusOk()
                .bodyText()
                .contains("欧阳海生、蔡秀珠", "颜美治", "轻度失能", "未评估")
                .contains("在册 " + count("status <> 'EXITED'") + " 户，其中已确认 " + count("status = 'CONFIRMED'") + " 户");
    }

    @ParameterizedTest
    @ValueSource(strings = {"欧阳海生", "欧阳", "oyhs", "ouyang", "cxz", "file number"})
    void searchFindsTheFamilyByNamePinyinAndFileNumber(String typed) {
        assertThat(get("/families?q=" + ("file number".equals(typed) ? fileNumber() : typed)))
                .hasStatusOk()
                .bodyText()
                .contains("欧阳海生")
                .doesNotContain("颜美治");
    }

    @Test
    void searchFindsTheFamilyByCitizenIdHoweverItIsTyped() {
        String id = fathersId.value();
        StringBuilder fullWidth = new StringBuilder();
        id.toLowerCase(Locale.ROOT).chars().forEach(c -> fullWidth.append((char) (c + 0xFEE0)));
        assertThat(get("/families?q=" + id)).bodyText().contains("欧阳海生");
        assertThat(mvc.get()
                        .uri("/families")
                        .param("q", fullWidth.toString())
                        .with(as.signedIn(Role.CASEWORKER, YONGCHUN)))
                .bodyText()
                .contains("欧阳海生");
    }

    @Test
    void aSearchWithoutResultOffersToClear() {
        assertThat(get("/families?q=没有这个人")).hasStatusOk().bodyText().contains("没有找到", "清除筛选再找");
    }

    @Test
    void filtersShowAsChipsWithALinkThatRemovesThem() {
        assertThat(get("/families?ability=mild&status=REGISTERED"))
                .bodyText()
                .contains("能力等级：轻度失能", "/families?status=REGISTERED", "全部清除")
                .doesNotContain("颜美治");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline", "/history"})
    void everyTabOpens(String tab) {
        assertThat(get("/families/" + family + tab)).hasStatusOk().bodyText().contains("欧阳海生、蔡秀珠", fileNumber());
    }

    @Test
    void theOverviewMasksWhatIdentifies() {
        assertThat(get("/families/" + family))
                .bodyText()
                .contains(fathersId.value().substring(0, 4) + "**********"
                        + fathersId.value().substring(14))
                .contains("2015年4月12日离世", "已登记，不用再问", "轻度失能")
                .doesNotContain(fathersId.value())
                .doesNotContain("1955");
    }

    @Test
    void theHistorySaysWhoLooked() {
        get("/families/" + family);
        assertThat(get("/families/" + family + "/history?which=saw"))
                .bodyText()
                .contains("看了这一户", "测CASEWORKER")
                .doesNotContain("初审通过");
        assertThat(get("/families/" + family + "/history?which=changed"))
                .bodyText()
                .doesNotContain("看了这一户</td>");
    }

    @Test
    void everyPageSpeaksEnglishToo() {
        assertThat(get("/families?lang=en"))
                .bodyText()
                .contains("open files", "Mildly dependent")
                .doesNotContain("??");
        assertThat(get("/families/" + family + "?lang=en"))
                .bodyText()
                .contains("died 12 April 2015")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/families/{0}", "/families/{0}/timeline", "/families/{0}/history"})
    void anotherCountyGetsNotFound(String path) {
        assertThat(get(path.replace("{0}", String.valueOf(family)), Role.CASEWORKER, DEHUA))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/families", Role.CASEWORKER, DEHUA)).bodyText().doesNotContain("欧阳海生");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/families", "/families/{0}", "/families/{0}/history"})
    void financeAdministratorAndAuditorMayNotOpenFamilies(String path) {
        for (Role role : List.of(Role.FINANCE, Role.SYSTEM_ADMIN, Role.AUDITOR)) {
            assertThat(get(path.replace("{0}", String.valueOf(family)), role, YONGCHUN))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void aLeadInvitesRegistration() {
        assertThat(get("/families/" + lead)).bodyText().contains("登记这一户", "/families/" + lead + "/register", "先去看望");
    }

    private String village(String county) {
        RegionPath path = new RegionPath(regions.byCode(county).path());
        return regions.within(path, Region.Level.VILLAGE).get(0).path();
    }

    private MvcTestResult get(String uri) {
        return get(uri, Role.CASEWORKER, YONGCHUN);
    }

    private MvcTestResult get(String uri, Role role, String county) {
        return mvc.get().uri(uri).with(as.signedIn(role, county)).exchange();
    }
}
