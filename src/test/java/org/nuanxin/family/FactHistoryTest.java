package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A person's facts through the years: what was true when, and what was known when. */
@NuanxinTest
class FactHistoryTest {

    private static final String ANXI = "350524000000";
    private static final String JINJIANG = "350582000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    DatedFacts facts;

    @Autowired
    FactHistory history;

    @Autowired
    FactCorrections corrections;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private long family;
    private long person;

    @BeforeEach
    void aFamily() {
        String village = regions.within(new RegionPath(regions.byCode(ANXI).path()), Region.Level.VILLAGE)
                .get(1)
                .path();
        family = as.caseworker(ANXI, () -> families.register(TestFamilies.stock(village, "谢永年", "谢永妻")));
        person = as.caseworker(ANXI, () -> heads.read(family).members().get(0).id());
    }

    @Test
    void aStatementBeforeTheFirstOneHoldsUntilIt() {
        record("low-income", "2022-05-01");
        record("none", "2020-01-01");
        assertThat(line()).containsExactly("none [2020-01-01, 2022-05-01)", "low-income [2022-05-01, )");
    }

    @Test
    void aStatementBetweenTwoEndsWhereTheNextBegins() {
        record("none", "2018-01-01");
        record("low-income", "2024-01-01");
        record("near-low-income", "2021-07-01");
        assertThat(line())
                .containsExactly(
                        "none [2018-01-01, 2021-07-01)",
                        "near-low-income [2021-07-01, 2024-01-01)",
                        "low-income [2024-01-01, )");
    }

    @Test
    void afterAnEndNothingIsKnownAndALaterStatementLeavesTheGap() {
        record("low-income", "2019-01-01");
        end("2021-01-01");
        assertThat(on("2020-12-31")).containsExactly("low-income");
        assertThat(on("2021-01-01")).isEmpty();
        record("none", "2023-01-01");
        assertThat(on("2022-12-31")).isEmpty();
        assertThat(line()).containsExactly("low-income [2019-01-01, 2021-01-01)", "none [2023-01-01, )");
    }

    @Test
    void aStatementInsideAnEndedOneKeepsTheEndAndInTheGapReachesTheNext() {
        record("low-income", "2019-01-01");
        end("2021-01-01");
        record("near-low-income", "2020-01-01");
        record("none", "2023-01-01");
        record("hardship-by-expense", "2022-01-01");
        assertThat(line())
                .containsExactly(
                        "low-income [2019-01-01, 2020-01-01)",
                        "near-low-income [2020-01-01, 2021-01-01)",
                        "hardship-by-expense [2022-01-01, 2023-01-01)",
                        "none [2023-01-01, )");
    }

    @Test
    void theSameStatementTwiceIsSaidOnce() {
        record("low-income", "2024-01-01");
        record("low-income", "2024-01-01");
        assertThat(said()).hasSize(1);
    }

    @Test
    void whatWasTrueAndWhatWasKnownAreAskedApart() {
        record("none", "2020-01-01");
        Instant before = moment();
        record("low-income", "2022-01-01");
        Instant between = moment();
        correct("none", "2021-06-01", "抄错了一栏", "low-income");
        assertThat(on("2022-03-01")).containsExactly("none");
        assertThat(known("2022-03-01", before)).containsExactly("none");
        assertThat(known("2022-03-01", between)).containsExactly("low-income");
        assertThat(known("2021-12-31", between)).containsExactly("none");
        assertThat(known("2020-01-01", between.minusSeconds(3600))).isEmpty();
        assertThat(line()).containsExactly("none [2020-01-01, 2021-06-01)", "none [2021-06-01, )");
        assertThat(as.caseworker(ANXI, () -> history.of(family)).stream()
                        .filter(statement -> !statement.current())
                        .map(FactHistory.Statement::reason))
                .containsExactly("抄错了一栏");
    }

    @Test
    void movedToALaterDayTheOneBeforeGoesOn() {
        record("none", "2020-01-01");
        record("low-income", "2022-01-01");
        correct("low-income", "2022-04-01", "批准日期写错", "low-income");
        assertThat(line()).containsExactly("none [2020-01-01, 2022-04-01)", "low-income [2022-04-01, )");
        assertThatThrownBy(() -> correct("low-income", "2020-01-01", "再早", "low-income"))
                .isInstanceOf(Rejected.class)
                .hasMessage("family.reject.fact-before-another");
        assertThat(line()).containsExactly("none [2020-01-01, 2022-04-01)", "low-income [2022-04-01, )");
    }

    @Test
    void anEndKeepsWhoSaidItAndEntriesMadeLaterAreSeenAsSuch() {
        record("low-income", "2020-01-01");
        Instant said = said().get(0).recordedAt();
        end("2024-01-01");
        assertThat(said()).hasSize(1);
        assertThat(said().get(0).recordedAt()).isEqualTo(said);
        assertThat(said().get(0).late()).isTrue();
        assertThat(said().get(0).reason()).isEqualTo("停了");
        as.run(
                as.account(Role.CASEWORKER, ANXI),
                () -> facts.record(
                        family,
                        person,
                        new NewFamily.NewFact(
                                "disability-grade",
                                "2",
                                LocalDate.now().minusDays(FactHistory.LATE_DAYS),
                                null,
                                "残疾证")));
        assertThat(said()).extracting(FactHistory.Statement::late).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void anEndOutsideTheStatementIsRefused() {
        record("low-income", "2020-01-01");
        assertThatThrownBy(() -> end("2020-01-01")).isInstanceOf(Rejected.class);
        end("2022-01-01");
        assertThatThrownBy(() -> end("2022-01-01")).isInstanceOf(Rejected.class);
        end("2021-01-01");
        assertThat(line()).containsExactly("low-income [2020-01-01, 2021-01-01)");
    }

    @Test
    void thePageShowsAnyDayAndWhatWasWrittenBefore() {
        record("none", "2020-01-01");
        record("low-income", "2022-01-01");
        correct("near-low-income", "2022-01-01", "看错名单", "low-income");
        assertThat(page("/facts?day=2021-05-01")).hasStatusOk().bodyText().contains("2021年5月1日这一天", "低保边缘", "补记");
        assertThat(page("/facts?before=1")).hasStatusOk().bodyText().contains("看错名单", "之前记的，已经不算");
        assertThat(page("/facts?day=gestern")).hasStatusOk();
        assertThat(page("/timeline")).hasStatusOk().bodyText().contains("更正情况", "看错名单");
    }

    @Test
    void aFormWithoutAReasonKeepsWhatWasTypedAndAnOutdatedOneShowsBoth() {
        record("low-income", "2022-01-01");
        long id = said().get(0).id();
        String path = "/families/" + family + "/facts/" + id + "/correct";
        assertThat(mvc.perform(post(path)
                        .param("value", "none")
                        .param("from", "2022-02-02")
                        .param("source", "民政")))
                .hasStatus(422)
                .bodyText()
                .contains("写一句原因", "2022-02-02");
        assertThat(mvc.perform(post(path)
                        .param("value", "none")
                        .param("from", "2022-02-02")
                        .param("source", "民政")
                        .param("reason", "看错")))
                .hasStatus3xxRedirection();
        assertThat(mvc.perform(post(path)
                        .param("value", "extreme-hardship")
                        .param("from", "2022-02-02")
                        .param("source", "民政")
                        .param("reason", "看错")))
                .hasStatus(409)
                .bodyText()
                .contains("特困");
        assertThat(line()).containsExactly("none [2022-02-02, )");
    }

    @Test
    void aPlaceIsRecordedInWordsAndEveryKindHasItsForm() {
        for (FactKind kind : FactKind.values()) {
            assertThat(page("/people/" + person + "/facts/" + kind.fact() + "?back=facts"))
                    .as(kind.fact())
                    .hasStatusOk();
        }
        assertThat(mvc.perform(post("/families/" + family + "/people/" + person + "/facts/hukou-place")
                        .param("value", "江西省上饶市")
                        .param("from", "2010-01-01")
                        .param("source", "户口簿")
                        .param("back", "facts")))
                .hasStatus3xxRedirection();
        assertThat(said()).extracting(FactHistory.Statement::value).containsExactly("江西省上饶市");
        assertThat(page("/people/" + person + "/facts/shoe-size")).hasStatus(404);
    }

    @Test
    void anotherCountyFindsNothingAndFinanceMayNot() {
        record("low-income", "2022-01-01");
        long id = said().get(0).id();
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/families/" + family + "/facts")
                        .with(as.signedIn(Role.CASEWORKER, JINJIANG))))
                .hasStatus(404);
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/families/" + family + "/facts/" + id + "/end")
                        .with(as.signedIn(Role.CASEWORKER, JINJIANG))))
                .hasStatus(404);
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/families/" + family + "/facts")
                        .with(as.signedIn(Role.FINANCE, ANXI))))
                .hasStatus(403);
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/families/" + family + "/facts/" + id + "/correct")
                        .with(as.signedIn(Role.APPROVER, ANXI))))
                .hasStatus(403);
        assertThatThrownBy(() -> as.run(
                        as.account(Role.CASEWORKER, JINJIANG),
                        () -> corrections.end(family, id, LocalDate.of(2024, 1, 1), "停了")))
                .isInstanceOf(NotFound.class);
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder post(String path) {
        return MockMvcRequestBuilders.post(path)
                .with(as.signedIn(Role.CASEWORKER, ANXI))
                .with(csrf());
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult page(String path) {
        return mvc.perform(MockMvcRequestBuilders.get("/families/" + family + path)
                .with(as.signedIn(Role.CASEWORKER, ANXI))
                .param("lang", "zh"));
    }

    private void record(String livelihood, String from) {
        as.run(
                as.account(Role.CASEWORKER, ANXI),
                () -> facts.record(
                        family,
                        person,
                        new NewFamily.NewFact("livelihood", livelihood, LocalDate.parse(from), null, "民政核对")));
    }

    private void end(String on) {
        long id = said().get(0).id();
        as.run(as.account(Role.CASEWORKER, ANXI), () -> corrections.end(family, id, LocalDate.parse(on), "停了"));
    }

    private void correct(String value, String from, String reason, String wrong) {
        long id = said().stream()
                .filter(statement -> statement.value().equals(wrong))
                .findFirst()
                .orElseThrow()
                .id();
        as.run(
                as.account(Role.CASEWORKER, ANXI),
                () -> corrections.correct(
                        family,
                        id,
                        new NewFamily.NewFact("livelihood", value, LocalDate.parse(from), null, "民政核对"),
                        reason));
    }

    private List<FactHistory.Statement> said() {
        return as.caseworker(
                ANXI,
                () -> history.of(family).stream()
                        .filter(FactHistory.Statement::current)
                        .toList());
    }

    /** Oldest first. */
    private List<String> line() {
        return said().stream()
                .sorted(java.util.Comparator.comparing(FactHistory.Statement::from))
                .map(one -> one.value() + " [" + one.from() + ", " + (one.to() == null ? "" : one.to()) + ")")
                .toList();
    }

    private List<String> on(String day) {
        return known(day, Instant.MAX);
    }

    private List<String> known(String day, Instant at) {
        return as.caseworker(
                ANXI,
                () -> facts.on(family, LocalDate.parse(day), at).stream()
                        .map(DatedFacts.Known::value)
                        .toList());
    }

    /** The moment of what was written last. */
    private Instant moment() {
        return said().stream()
                .map(FactHistory.Statement::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
