package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.common.Money;
import org.nuanxin.common.Sex;
import org.nuanxin.common.Subject;
import org.nuanxin.policy.Adoptions;
import org.nuanxin.policy.Decision;
import org.nuanxin.policy.Outcome;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The benefits tab: what each program gives a real family, what is missing, and what supplying it changes. */
@NuanxinTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyBenefitsTest {

    private static final String YONGCHUN = "350525000000";
    private static final String DEHUA = "350526000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    FamilyHeads heads;

    @Autowired
    BenefitsPanel panel;

    @Autowired
    DatedFacts facts;

    @Autowired
    Adoptions adoptions;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private long family;
    private long mother;

    @BeforeAll
    void aConfirmedCouple() {
        adoptions.record(
                "residential-care",
                regions.byCode(YONGCHUN).path(),
                true,
                LocalDate.of(2026, 1, 1),
                "测试：已出台",
                true,
                "test");
        family = as.caseworker(YONGCHUN, () -> families.register(couple(YONGCHUN)));
        as.approver(YONGCHUN, () -> {
            lifecycle.confirm(family);
            return true;
        });
        mother = as.caseworker(
                YONGCHUN, () -> heads.read(family).members().get(1).id());
    }

    @Test
    void theCoupleGetsTheSpringFestivalGrantAsSoonAsItIsConfirmed() {
        Decision decision = decision("spring-festival", Map.of());
        assertThat(decision.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(decision.total()).isEqualTo(Money.yuan(1000));
        assertThat(decision.facts().get("living_members").source()).isEqualTo("policy.fact.source.register");
        // a year ago nobody had confirmed them
        assertThat(decision(
                                "spring-festival",
                                Map.of("asOf", LocalDate.now().minusYears(1).toString()))
                        .outcome())
                .isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void theGroupsStandInTheOrderOfWhatNeedsSomebody() {
        Benefits benefits = benefits(Map.of());
        assertThat(benefits.groups())
                .extracting(Benefits.Group::outcome)
                .containsExactly(Outcome.UNKNOWN, Outcome.ELIGIBLE, Outcome.ON_REQUEST);
        assertThat(benefits.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(benefits.total());
        assertThat(benefits(Map.of("show", "eligible")).groups()).hasSize(1);
        assertThat(benefits(Map.of("show", "", "member", "")).total()).isEqualTo(benefits.total());
        assertThat(benefits(Map.of("member", "family")).groups())
                .flatExtracting(Benefits.Group::rows)
                .allMatch(row -> ((BenefitRow) row).whom().isEmpty());
    }

    @Test
    void aMissingFactIsSuppliedFromItsLineAndTheAnswerChanges() {
        String key = "nursing-subsidy-" + mother;
        String page = "/families/" + family + "/benefits?why=" + key;
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("缺：能力等级", "若可享，¥200.00 / 月", "各县（市、区）均出台低保", "判定回执 JD-", "待补", "口径待定")
                .doesNotContain("??");
        supply("ability-grade", "complete", "能力评估报告");
        assertThat(get(page)).bodyText().contains("缺：集中照护", "完全失能");
        MvcTestResult saved = supply("in-concentrated-care", "false", "养老台账");
        assertThat(saved).hasStatus3xxRedirection();
        assertThat(saved.getResponse().getRedirectedUrl())
                .contains("/families/" + family + "/benefits", "why=" + key, "#" + key);
        assertThat(get(page)).bodyText().contains("为什么可享：测惠珍", "养老台账", "¥200.00");
        assertThat(get(page + "&lang=en")).bodyText().contains("Why eligible", "Ability grade is Completely dependent");
    }

    @Test
    void aFactWithoutSourceOrFromTomorrowIsRefusedAndNothingTypedIsLost() {
        MvcTestResult refused = mvc.post()
                .uri("/families/{f}/people/{p}/facts/livelihood", family, mother)
                .with(as.signedIn(Role.CASEWORKER, YONGCHUN))
                .with(csrf())
                .param("value", "low-income")
                .param("from", LocalDate.now().plusDays(2).toString())
                .param("source", " ")
                .exchange();
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("写明来源", "日期不能晚于今天", "value=\"low-income\" id=\"value2\" name=\"value\" checked");
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheNumberOfPeople() {
        AtomicInteger statements = new AtomicInteger();
        FamilyFacts counted = new FamilyFacts(counting(statements));
        List<Subject> one = List.of(Subject.person(mother), Subject.family(family));
        List<Subject> many = new ArrayList<>(one);
        for (long id = 1; id <= 500; id++) {
            many.add(Subject.person(1_000_000 + id));
            many.add(Subject.family(1_000_000 + id));
        }
        assertThat(as.caseworker(YONGCHUN, () -> counted.facts(one, LocalDate.now())))
                .hasSize(2);
        int forOne = statements.getAndSet(0);
        assertThat(as.caseworker(YONGCHUN, () -> counted.facts(many, LocalDate.now())))
                .hasSize(2);
        assertThat(statements.get()).isEqualTo(forOne).isEqualTo(3);
    }

    private JdbcClient counting(AtomicInteger statements) {
        return (JdbcClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    statements.incrementAndGet();
                    return method.invoke(jdbc, arguments);
                });
    }

    @Test
    void anotherCountyFindsNothing() {
        assertThat(mvc.get()
                        .uri("/families/{f}/benefits", family)
                        .with(as.signedIn(Role.CASEWORKER, DEHUA))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/families/{f}/people/{p}/facts/livelihood", family, mother)
                        .with(as.signedIn(Role.CASEWORKER, DEHUA))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void anAssessmentThatIsDueAgainNoLongerCounts() {
        long other = as.caseworker(YONGCHUN, () -> families.register(couple(YONGCHUN)));
        long person =
                as.caseworker(YONGCHUN, () -> heads.read(other).members().get(0).id());
        as.caseworker(YONGCHUN, () -> {
            facts.record(
                    other,
                    person,
                    new NewFamily.NewFact(
                            "ability-grade",
                            "severe",
                            LocalDate.now().minusYears(2),
                            LocalDate.now().minusDays(1),
                            "评估报告"));
            return true;
        });
        String key = "nursing-subsidy-" + person;
        Benefits benefits = as.caseworker(YONGCHUN, () -> panel.content(heads.read(other), Map.of("why", key)));
        BenefitRow row = benefits.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(BenefitRow::open)
                .findFirst()
                .orElseThrow();
        assertThat(row.decision().missing()).contains("ability_grade");
        assertThat(row.last().get("ability_grade").value()).isEqualTo("severe");
    }

    private NewFamily couple(String county) {
        String village = regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(3)
                .path();
        return TestFamilies.family(
                Origin.STOCK,
                village,
                null,
                List.of(
                        TestFamilies.parent("测金水", true, TestFamilies.citizenId(1955, Sex.MALE)),
                        TestFamilies.parent("测惠珍", false, TestFamilies.citizenId(1957, Sex.FEMALE))));
    }

    private MvcTestResult supply(String fact, String value, String source) {
        return mvc.post()
                .uri("/families/{f}/people/{p}/facts/{fact}", family, mother, fact)
                .with(as.signedIn(Role.CASEWORKER, YONGCHUN))
                .with(csrf())
                .param("value", value)
                .param("from", LocalDate.now().minusDays(3).toString())
                .param("source", source)
                .param("why", "nursing-subsidy-" + mother)
                .exchange();
    }

    private Benefits benefits(Map<String, String> parameters) {
        return as.caseworker(YONGCHUN, () -> panel.content(heads.read(family), parameters));
    }

    private Decision decision(String program, Map<String, String> parameters) {
        return benefits(parameters).groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(BenefitRow::decision)
                .filter(decision -> decision.program().code().equals(program))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(as.signedIn(Role.CASEWORKER, YONGCHUN)).exchange();
    }
}
