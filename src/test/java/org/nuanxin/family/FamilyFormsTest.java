package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every form of a family: what is accepted, what is refused and in which words, and that nothing typed is lost. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyFormsTest {

    private static final String DEHUA = "350526000000";
    private static final String HUIAN = "350521000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Regions regions;

    @Autowired
    Clock clock;

    private String township;
    private String village;
    private String otherVillage;

    @BeforeAll
    void aTownshipWithVillages() {
        List<Region> villages =
                regions.within(new RegionPath(regions.byCode(DEHUA).path()), Region.Level.VILLAGE);
        village = villages.get(0).path();
        otherVillage = villages.get(villages.size() - 1).path();
        township = new RegionPath(village).ancestorsAndSelf().get(2);
    }

    @Test
    void aLeadNeedsANameAPlaceAndADayAndNothingElse() {
        MvcTestResult empty = post("/leads/new", Map.of());
        assertThat(empty)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("填写姓名", "选择乡镇街道和村、社区", "填写得知日期");
        long id = saved(post("/leads/new", lead("陈水仙", today().minusDays(3))));
        assertThat(head(id).status()).isEqualTo(FamilyStatus.LEAD);
        assertThat(head(id).knownOn()).isEqualTo(today().minusDays(3));
    }

    @Test
    void aLeadFromTomorrowIsRefusedAndKeepsWhatWasTyped() {
        assertThat(post("/leads/new", lead("赖春生", today().plusDays(1))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("日期不能在今天以后", "赖春生");
    }

    @Test
    void theSameLeadTwiceIsOneFamily() {
        Map<String, String> lead = lead("徐招弟", today());
        assertThat(saved(post("/leads/new", lead))).isEqualTo(saved(post("/leads/new", withAnyway(lead))));
    }

    @Test
    void aNearMatchIsShownBeforeSavingAndCanBeSavedAnyway() {
        long first = saved(post("/leads/new", lead("林火旺", today())));
        Map<String, String> again = lead("林火旺", today());
        assertThat(post("/leads/new", again))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("可能是同一户", "/families/" + first);
        assertThat(saved(post("/leads/new", withAnyway(again)))).isNotEqualTo(first);
    }

    @Test
    void aFamilyIsRegisteredFromOnePage() {
        CitizenId id = TestFamilies.citizenId(1956, Sex.MALE);
        Map<String, String> form =
                registration("苏金土", " " + fullWidth(id.value().toLowerCase()) + " ");
        form.put("parents[0].phone", "138 5950 １２３４");
        form.put("parents[0].livelihood", "low-income");
        form.put("parents[0].factsFrom", "2024年1月1日");
        form.put("parents[0].factsSource", "低保系统");
        form.put("parents[1].name", "郑阿英");
        form.put("child.name", "苏志强");
        form.put("child.died", "2019年4月");
        FamilyHead head = head(saved(post("/families/new", form)));
        assertThat(head.status()).isEqualTo(FamilyStatus.REGISTERED);
        assertThat(head.title()).isEqualTo("苏金土、郑阿英");
        assertThat(head.members().get(0).phone()).isEqualTo("138****1234");
        assertThat(head.members().get(0).sex()).isEqualTo(Sex.MALE);
        assertThat(head.children().get(0).diedPrecision()).isEqualTo(Child.Precision.MONTH);
        assertThat(get("/families/" + head.id())).bodyText().contains("低保", "2019年4月离世", "低保系统");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parents[0].citizenId|35052619560615|填写18位身份证号",
                "parents[0].citizenId|350526195606150018|身份证号的最后一位对不上",
                "parents[0].citizenId|350526195613150018|身份证号里的出生日期不对",
                "parents[0].phone|12345|填写 11 位手机号",
                "parents[0].bornOn|2025.13.2|填写年月日，例如 2025年11月2日",
                "child.died|去年|只知道年月就填",
                "knownOn|2999-01-01|日期不能在今天以后",
                "parents[0].ability|mild|填写从哪里知道的",
            })
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String typed, String message) {
        Map<String, String> form = registration("曾国强", null);
        form.put("child.name", "小强");
        form.put(field, typed);
        assertThat(post("/families/new", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(message, "曾国强", "error-summary");
    }

    @Test
    void aNewLossAsksWhenWeLearnedOfItAndStockDoesNot() {
        Map<String, String> form = registration("连文彬", null);
        form.put("origin", "NEW");
        assertThat(post("/families/new", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("填写得知日期");
        form.put("origin", "STOCK");
        assertThat(head(saved(post("/families/new", form))).knownOn()).isNull();
    }

    @Test
    void aCitizenIdOfAnotherCountyIsRefusedWithoutPlaceOrName() {
        CitizenId id = TestFamilies.citizenId(1958, Sex.FEMALE);
        String huian = regions.within(new RegionPath(regions.byCode(HUIAN).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        as.caseworker(
                HUIAN,
                () -> families.register(
                        TestFamilies.family(Origin.STOCK, huian, null, List.of(TestFamilies.parent("庄秘密", true, id)))));
        assertThat(post("/families/new", registration("庄秘密", id.value())))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("该身份证号已在本市登记")
                .doesNotContain("惠安");
    }

    @Test
    void aFamilyCannotBeFiledOutsideTheAccountsRegion() {
        Map<String, String> form = registration("颜外乡", null);
        String huian = regions.within(new RegionPath(regions.byCode(HUIAN).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        form.put("filing.township", new RegionPath(huian).ancestorsAndSelf().get(2));
        form.put("filing.village", huian);
        assertThat(post("/families/new", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("选择乡镇街道和村、社区");
    }

    @Test
    void twentyParallelSubmitsAreOneFamily() throws Exception {
        Map<String, String> form =
                registration("孙并行", TestFamilies.citizenId(1950, Sex.MALE).value());
        List<Callable<Long>> sendings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sendings.add(() -> saved(post("/families/new", withAnyway(form))));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Long> ids = new ArrayList<>();
            for (Future<Long> sent : pool.invokeAll(sendings)) {
                ids.add(sent.get());
            }
            assertThat(ids).hasSize(20).containsOnly(ids.get(0));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aLeadIsRegisteredInAnotherVillageAndKeepsItsClock() {
        long lead = saved(post("/leads/new", lead("郭春花", today().minusDays(5))));
        assertThat(get("/families/" + lead + "/register"))
                .hasStatusOk()
                .bodyText()
                .contains("郭春花");
        Map<String, String> form =
                registration("郭春花", TestFamilies.citizenId(1960, Sex.FEMALE).value());
        form.put("knownOn", today().minusDays(5).toString());
        form.put(
                "filing.township",
                new RegionPath(otherVillage).ancestorsAndSelf().get(2));
        form.put("filing.village", otherVillage);
        form.put("parents[1].name", "郭明德");
        assertThat(saved(post("/families/" + lead + "/register", form))).isEqualTo(lead);
        FamilyHead head = head(lead);
        assertThat(head.status()).isEqualTo(FamilyStatus.REGISTERED);
        assertThat(head.filingPath()).isEqualTo(otherVillage);
        assertThat(head.knownOn()).isEqualTo(today().minusDays(5));
        assertThat(head.members()).extracting(FamilyHead.Member::name).containsExactly("郭春花", "郭明德");
    }

    @Test
    void withoutScriptsTheFormComesBackWithTheVillagesAndEverythingTyped() {
        Map<String, String> form = registration("林无脚本", null);
        form.put("reload", "filing");
        form.remove("filing.village");
        assertThat(post("/families/new", form))
                .hasStatusOk()
                .bodyText()
                .contains("林无脚本", "value=\"" + village + "\"")
                .doesNotContain("error-summary");
    }

    @Test
    void whoSavesSecondSeesBothVersionsAndGoesOnWithTheirOwn() {
        long id = stock("黄冲突");
        int read = head(id).version();
        Map<String, String> hers = edit(read, "下午 3 点后");
        Map<String, String> his = edit(read, "下午 4 点后");
        saved(post("/families/" + id + "/edit", hers));
        MvcTestResult conflict = post("/families/" + id + "/edit", his);
        assertThat(conflict).hasStatus(HttpStatus.CONFLICT).bodyText().contains("先改过了", "下午 3 点后", "下午 4 点后", "带着我填的");
        assertThat(head(id).preferences().bestTime()).isEqualTo("下午 3 点后");
        his.put("version", String.valueOf(head(id).version()));
        Map<String, String> back = new HashMap<>(his);
        back.put("reload", "conflict");
        assertThat(post("/families/" + id + "/edit", back))
                .hasStatusOk()
                .bodyText()
                .contains("下午 4 点后");
        saved(post("/families/" + id + "/edit", his));
        assertThat(head(id).preferences().bestTime()).isEqualTo("下午 4 点后");
    }

    @Test
    void oneCitizenIdWrittenIntoManyFamiliesAtOnceIsKeptOnceAndTheOthersAreTold() throws Exception {
        String wanted = TestFamilies.citizenId(1949, Sex.FEMALE).value();
        List<Callable<Integer>> sendings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long id = stock("欧同号" + i);
            sendings.add(() -> post(
                            "/families/" + id + "/members/new",
                            Map.of(
                                    "clientId",
                                    UUID.randomUUID().toString(),
                                    "name",
                                    "欧同号",
                                    "role",
                                    "OTHER",
                                    "citizenId",
                                    wanted))
                    .getResponse()
                    .getStatus());
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> sent : pool.invokeAll(sendings)) {
                answers.add(sent.get());
            }
            assertThat(answers)
                    .containsOnlyOnce(302)
                    .filteredOn(status -> status == 422)
                    .hasSize(7);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aMembersMaskedFieldsStayWhereNothingIsTyped() {
        long id = stock("叶保留");
        FamilyHead.Member before = head(id).members().get(0);
        String address = "/families/" + id + "/members/" + before.id() + "/edit";
        assertThat(get(address)).hasStatusOk().bodyText().contains(before.citizenId(), before.phone());
        Map<String, String> form = new HashMap<>(Map.of(
                "version", String.valueOf(before.version()), "name", "叶保留", "role", "PARENT", "contact", "true"));
        form.put("diedOn", "2026-01-05");
        saved(post(address, form));
        FamilyHead.Member after = head(id).members().get(0);
        assertThat(after.citizenId()).isEqualTo(before.citizenId());
        assertThat(after.phone()).isEqualTo(before.phone());
        assertThat(after.account()).isEqualTo(before.account());
        assertThat(after.sex()).isEqualTo(before.sex());
        assertThat(after.diedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(post(address, form)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aMemberAndAChildAreAdded() {
        long id = stock("尤添丁");
        saved(post(
                "/families/" + id + "/members/new",
                Map.of("clientId", UUID.randomUUID().toString(), "name", "尤外孙", "role", "GRANDCHILD")));
        saved(post("/families/" + id + "/children/new", Map.of("name", "尤小妹", "died", "2001")));
        assertThat(head(id).members()).hasSize(3);
        assertThat(head(id).children().get(1).diedPrecision()).isEqualTo(Child.Precision.YEAR);
        assertThat(post("/families/" + id + "/children/new", Map.of("name", "", "died", "很久以前")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("填写姓名", "很久以前");
    }

    @Test
    void theWayOfAFileIsReviewThenConfirmationByOtherEyes() {
        long id = as.caseworker(DEHUA, () -> families.register(TestFamilies.newLoss(village, "涂正路", today())));
        assertThat(get("/families/" + id + "/steps/review"))
                .hasStatusOk()
                .bodyText()
                .contains("初审通过");
        assertThat(post("/families/" + id + "/steps/return", Map.of("reason", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("写清为什么退回");
        saved(post("/families/" + id + "/steps/return", Map.of("reason", "缺户口本")));
        assertThat(get("/families/" + id)).bodyText().contains("退回补正：缺户口本");
        saved(post("/families/" + id + "/steps/resubmit", Map.of()));
        saved(post("/families/" + id + "/steps/review", Map.of()));
        assertThat(post("/families/" + id + "/steps/review", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("这一户已初审");
        assertThat(post("/families/" + id + "/steps/confirm", Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        saved(post("/families/" + id + "/steps/confirm", Map.of(), as.account(Role.APPROVER, DEHUA)));
        assertThat(head(id).status()).isEqualTo(FamilyStatus.CONFIRMED);
    }

    @Test
    void anApproverNeverConfirmsTheirOwnRegistration() {
        SignedInAccount approver = as.account(Role.APPROVER, DEHUA);
        long id = as.call(approver, () -> families.register(TestFamilies.stock(village, "章自己", "章别人")));
        assertThat(get("/families/" + id + "/steps/confirm", approver))
                .bodyText()
                .contains("要由另一位审核人确认");
        assertThat(post("/families/" + id + "/steps/confirm", Map.of(), approver))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("要由另一位审核人确认");
    }

    @Test
    void stockFamiliesAreConfirmedTogetherAfterALookAtWhatWillHappen() {
        long one = stock("杜成批");
        long two = stock("杜成双");
        SignedInAccount approver = as.account(Role.APPROVER, DEHUA);
        assertThat(get("/families/confirm?id=" + one + "&id=" + two, approver))
                .hasStatusOk()
                .bodyText()
                .contains("杜成批", "杜成双", "不能撤回");
        assertThat(mvc.post()
                        .uri("/families/confirm")
                        .param("id", String.valueOf(one), String.valueOf(two))
                        .with(csrf())
                        .with(SecurityMockMvcRequestPostProcessors.user(approver)))
                .hasStatus3xxRedirection();
        assertThat(List.of(head(one).status(), head(two).status())).containsOnly(FamilyStatus.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/families/{id}/edit",
                "/families/{id}/register",
                "/families/{id}/members/new",
                "/families/{id}/members/{person}/edit",
                "/families/{id}/children/new",
                "/families/{id}/children/{child}/edit",
                "/families/{id}/steps/review",
            })
    void anotherCountyGetsNotFoundAndFinanceIsForbidden(String pattern) {
        long id = pattern.endsWith("register")
                ? saved(post("/leads/new", withAnyway(lead("外县看不见", today()))))
                : stock("外县看不见");
        FamilyHead family = head(id);
        String address = pattern.replace("{id}", String.valueOf(id))
                .replace("{person}", String.valueOf(family.members().get(0).id()))
                .replace(
                        "{child}",
                        family.children().isEmpty()
                                ? ""
                                : String.valueOf(family.children().get(0).id()));
        assertThat(get(address)).hasStatusOk();
        assertThat(get(address, as.account(Role.CASEWORKER, HUIAN))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(address, Map.of(), as.account(Role.CASEWORKER, HUIAN))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(address, as.account(Role.FINANCE, DEHUA))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(address, Map.of(), as.account(Role.FINANCE, DEHUA))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/leads/new", "/families/new"})
    void onlyWhoKeepsFamiliesMayAddThem(String address) {
        assertThat(get(address)).hasStatusOk();
        for (Role role : List.of(Role.APPROVER, Role.POLICY_ADMIN, Role.FINANCE, Role.SYSTEM_ADMIN, Role.AUDITOR)) {
            assertThat(get(address, as.account(role, DEHUA))).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(post(address, Map.of(), as.account(role, DEHUA))).hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    private long stock(String father) {
        return as.caseworker(DEHUA, () -> families.register(TestFamilies.stock(village, father, father + "妻")));
    }

    private FamilyHead head(long id) {
        return as.caseworker(DEHUA, () -> heads.read(id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Map<String, String> lead(String name, LocalDate knownOn) {
        return new HashMap<>(Map.of(
                "clientId",
                UUID.randomUUID().toString(),
                "name",
                name,
                "place.township",
                township,
                "place.village",
                village,
                "knownOn",
                knownOn.toString(),
                "toldBy",
                "邻居"));
    }

    private Map<String, String> registration(String name, String citizenId) {
        Map<String, String> form = new HashMap<>(Map.of(
                "clientId",
                UUID.randomUUID().toString(),
                "origin",
                "STOCK",
                "filing.township",
                township,
                "filing.village",
                village,
                "parents[0].clientId",
                UUID.randomUUID().toString(),
                "parents[0].contact",
                "true",
                "parents[0].name",
                name,
                "parents[1].clientId",
                UUID.randomUUID().toString()));
        if (citizenId != null) {
            form.put("parents[0].citizenId", citizenId);
        }
        return form;
    }

    private Map<String, String> edit(int version, String time) {
        return new HashMap<>(Map.of(
                "version", String.valueOf(version),
                "residence.township", township,
                "residence.village", village,
                "preferences.bestTime", time));
    }

    private static Map<String, String> withAnyway(Map<String, String> form) {
        Map<String, String> sure = new HashMap<>(form);
        sure.put("anyway", "true");
        return sure;
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    /** The id in the address a saved form redirects to. */
    private static long saved(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        Matcher address =
                Pattern.compile("/families/(\\d+)").matcher(result.getResponse().getRedirectedUrl());
        assertThat(address.matches()).isTrue();
        return Long.parseLong(address.group(1));
    }

    private MvcTestResult get(String uri) {
        return get(uri, as.account(Role.CASEWORKER, DEHUA));
    }

    private MvcTestResult get(String uri, SignedInAccount account) {
        return mvc.get()
                .uri(uri)
                .with(SecurityMockMvcRequestPostProcessors.user(account))
                .exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> form) {
        return post(uri, form, as.account(Role.CASEWORKER, DEHUA));
    }

    private MvcTestResult post(String uri, Map<String, String> form, SignedInAccount account) {
        var request = mvc.post().uri(uri).with(csrf()).with(SecurityMockMvcRequestPostProcessors.user(account));
        form.forEach(request::param);
        return request.exchange();
    }
}
