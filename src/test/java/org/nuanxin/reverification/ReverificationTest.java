package org.nuanxin.reverification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.Statements;
import org.nuanxin.account.Role;
import org.nuanxin.care.Channel;
import org.nuanxin.care.NewVisit;
import org.nuanxin.care.TestVisits;
import org.nuanxin.care.Visits;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.family.DatedFacts;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A year's re-verification of a county, from the first match to the close. */
@NuanxinTest
@TestPropertySource(properties = "spring.application.name=reverification")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReverificationTest {

    /** 德化 */
    private static final String HERE = "350526000000";
    /** 永春 */
    private static final String ELSEWHERE = "350525000000";
    /** 石狮 */
    private static final String MANY = "350581000000";
    /** 惠安 */
    private static final String PAST = "350521000000";

    /** 洛江 */
    private static final String NEXT = "350504000000";

    @Autowired
    As as;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Families families;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    DatedFacts facts;

    @Autowired
    Visits visits;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignReader reader;

    @Autowired
    CheckReader checks;

    @Autowired
    Settling settling;

    @Autowired
    Progress progress;

    @Autowired
    ItemList list;

    @Autowired
    Regions regions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private LocalDate today;
    private long matched;
    private long asked;
    private long campaign;

    @BeforeAll
    void twoFamiliesAndACampaign() {
        today = LocalDate.now(clock);
        matched = confirmed(HERE, 0, "年审甲");
        asked = confirmed(HERE, 40, "年审乙");
        as.caseworker(HERE, () -> {
            for (var person : people(matched)) {
                facts.record(
                        matched, person, new NewFamily.NewFact("livelihood", "low-income", january(), null, "德化县低保名单"));
                facts.record(
                        matched, person, new NewFamily.NewFact("ability-grade", "intact", january(), null, "县评估中心"));
            }
            long account = as.account(Role.CASEWORKER, HERE).id();
            visits.log(matched, met(account, Channel.HOME, people(matched)));
            visits.log(matched, met(account, Channel.PHONE, people(matched)));
            return 1;
        });
        campaign = as.approver(HERE, () -> campaigns.open(window(HERE, today, today.plusDays(30))));
    }

    @Test
    @Order(1)
    void whoMatchesIsDoneAndNobodyIsBothered() {
        as.run(as.account(Role.CASEWORKER, HERE), () -> {
            CheckReader.Item item = checks.newest(matched).orElseThrow();
            assertThat(item.status()).isEqualTo("DONE");
            assertThat(item.how()).isEqualTo("MATCH");
            assertThat(item.checks())
                    .hasSize(12)
                    .allSatisfy(check -> assertThat(check.answer()).isNotNull());
            assertThat(item.checks().stream()
                            .filter(check -> check.kind() == CheckKind.LIVELIHOOD)
                            .map(check -> check.answer().source()))
                    .containsOnly("德化县低保名单");
        });
        assertThat(tasks(matched, HERE)).isEmpty();
    }

    @Test
    @Order(2)
    void whoIsLeftOpenHasOneTaskDueOnTheLastDay() {
        assertThat(tasks(asked, HERE)).containsExactly("OPEN " + today.plusDays(29));
        as.approver(HERE, () -> campaigns.match(campaign));
        assertThat(tasks(asked, HERE)).hasSize(1);
        as.run(
                as.account(Role.CASEWORKER, HERE),
                () -> assertThat(kinds(asked, "OPEN"))
                        .contains(CheckKind.PHONE, CheckKind.ADDRESS, CheckKind.LIVELIHOOD)
                        .doesNotContain(CheckKind.IDENTITY));
    }

    @Test
    @Order(3)
    void openedTwiceIsRefusedAndLeavesNothing() {
        long before = count("reverification_item", HERE);
        assertThatThrownBy(() -> as.approver(HERE, () -> campaigns.open(window(HERE, today, today.plusDays(5)))))
                .isInstanceOf(Rejected.class);
        assertThat(count("reverification_item", HERE)).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aFailureHalfWayLeavesNoCampaignBehind() {
        confirmed(ELSEWHERE, 0, "半途甲");
        assertThatThrownBy(() -> as.approver(
                        ELSEWHERE,
                        () -> transactions.execute(status -> {
                            campaigns.open(window(ELSEWHERE, today, today.plusDays(30)));
                            throw new IllegalStateException("the machine stops");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("reverification_campaign", ELSEWHERE)).isZero();
        assertThat(count("reverification_item", ELSEWHERE)).isZero();
        assertThat(count("care_task", ELSEWHERE, "kind = 'REVERIFICATION'")).isZero();
    }

    @Test
    @Order(5)
    void confirmedInMidWindowJoinsAndOnTheDayBehindItNoLonger() {
        long before = confirmed(PAST, 0, "往年甲");
        // the window [today - 3, today): yesterday was its last day
        long over = as.approver(PAST, () -> campaigns.open(window(PAST, today.minusDays(3), today)));
        long after = confirmed(PAST, 40, "往年乙");
        as.run(as.account(Role.CASEWORKER, PAST), () -> {
            assertThat(checks.newest(before)).isPresent();
            assertThat(checks.newest(after)).isEmpty();
            assertThat(progress.of(reader.find(over)).total().count(ItemState.LATE))
                    .isEqualTo(1);
        });
        long joined = confirmed(HERE, 2, "新来甲");
        as.run(
                as.account(Role.CASEWORKER, HERE),
                () -> assertThat(checks.newest(joined).orElseThrow().status()).isEqualTo("OPEN"));
        assertThat(tasks(joined, HERE)).containsExactly("OPEN " + today.plusDays(29));
    }

    @Test
    @Order(6)
    void onTheLastDayNobodyIsLateYet() {
        long last =
                as.approver(ELSEWHERE, () -> campaigns.open(window(ELSEWHERE, today.minusDays(3), today.plusDays(1))));
        long joined = confirmed(ELSEWHERE, 40, "末日甲");
        as.run(as.account(Role.CASEWORKER, ELSEWHERE), () -> {
            Progress.Line total = progress.of(reader.find(last)).total();
            assertThat(total.count(ItemState.LATE)).isZero();
            assertThat(total.count(ItemState.OPEN)).isGreaterThanOrEqualTo(2);
            assertThat(checks.newest(joined)).as("confirmed on the last day").isPresent();
        });
    }

    @Test
    @Order(7)
    void whoExitsLeavesWithTheReasonAndTheTaskGoes() {
        long leaver = confirmed(HERE, 3, "离开甲");
        change(FamilyChange.of(FamilyChange.Kind.CHILD_ADOPTED, leaver, today));
        as.run(
                as.account(Role.CASEWORKER, HERE),
                () -> assertThat(checks.newest(leaver).orElseThrow().status()).isEqualTo("LEFT"));
        assertThat(tasks(leaver, HERE)).containsExactly("CANCELLED " + today.plusDays(29));
        change(FamilyChange.of(FamilyChange.Kind.REOPENED, leaver, today));
        as.run(
                as.account(Role.CASEWORKER, HERE),
                () -> assertThat(checks.newest(leaver).orElseThrow().status())
                        .as("reopened: asked again")
                        .isEqualTo("OPEN"));
        assertThat(tasks(leaver, HERE)).containsExactly("OPEN " + today.plusDays(29));
    }

    @Test
    @Order(8)
    void movedInsideTheCountyStaysAndMovedOutOfItLeaves() {
        long mover = confirmed(HERE, 4, "搬家甲");
        String inside = village(HERE, 60);
        change(FamilyChange.of(FamilyChange.Kind.FILING_MOVED, mover, today).movingTo(inside));
        as.run(
                as.account(Role.CASEWORKER, HERE),
                () -> assertThat(checks.newest(mover).orElseThrow().status()).isEqualTo("OPEN"));
        String outside = regions.byCode(ELSEWHERE).path();
        change(FamilyChange.of(FamilyChange.Kind.MOVED_OUT, mover, today)
                .to(FamilyChange.Kind.FILING_MOVED)
                .movingTo(outside));
        assertThat(count(
                        "reverification_item",
                        HERE,
                        "family_id = " + mover + " and status = 'LEFT' and left_because = 'MOVED'"))
                .isEqualTo(1);
    }

    @Test
    @Order(9)
    void aVisitSettlesWhatItAnswersAndARepetitionNothing() {
        long family = confirmed(HERE, 5, "上门甲");
        long account = as.account(Role.CASEWORKER, HERE).id();
        NewVisit visit = met(account, Channel.HOME, as.caseworker(HERE, () -> people(family)));
        Map<String, String> answers = new HashMap<>();
        as.run(as.account(Role.CASEWORKER, HERE), () -> {
            for (CheckReader.Check check : checks.current(family).orElseThrow().open()) {
                answers.put(String.valueOf(check.id()), check.kind() == CheckKind.ADDRESS ? "CHANGED" : "SAME");
                answers.put(check.id() + "-said", "搬到二楼");
            }
        });
        Visits.Receipt receipt = as.caseworker(HERE, () -> visits.log(family, visit, answers));
        as.run(as.account(Role.CASEWORKER, HERE), () -> {
            CheckReader.Item item = checks.newest(family).orElseThrow();
            assertThat(item.open()).isEmpty();
            assertThat(item.differing()).hasSize(1);
            assertThat(item.differing().get(0).answer().said()).isEqualTo("搬到二楼");
            assertThat(item.differing().get(0).answer().visitId()).isEqualTo(receipt.visitId());
            assertThat(item.status()).as("a change waits for a decision").isEqualTo("OPEN");
        });
        int settlements = as.caseworker(
                HERE,
                () -> checks.history(checks.newest(family).orElseThrow().id()).size());
        assertThat(as.caseworker(HERE, () -> visits.log(family, visit, answers)))
                .isEqualTo(receipt);
        assertThat(as.caseworker(
                        HERE,
                        () -> checks.history(checks.newest(family).orElseThrow().id())
                                .size()))
                .isEqualTo(settlements);
        long address = as.caseworker(
                HERE,
                () -> checks.newest(family).orElseThrow().differing().get(0).id());
        as.run(
                as.account(Role.CASEWORKER, HERE),
                () -> settling.office(family, address, true, "登记已改", today, "搬到二楼，已改住址"));
        as.run(as.account(Role.CASEWORKER, HERE), () -> {
            assertThat(checks.newest(family).orElseThrow().status()).isEqualTo("DONE");
            visits.correct(receipt.visitId(), 0, "记错了时间", visit.content());
            assertThat(checks.newest(family).orElseThrow().status())
                    .as("correcting a visit does not reopen")
                    .isEqualTo("DONE");
        });
        assertThat(tasks(family, HERE)).containsExactly("DONE " + today.plusDays(29));
        as.run(as.account(Role.CASEWORKER, HERE), () -> settling.undo(family, address, "地址还没弄清"));
        assertThat(tasks(family, HERE)).containsExactly("OPEN " + today.plusDays(29));
        as.run(as.account(Role.CASEWORKER, HERE), () -> {
            assertThat(checks.newest(family).orElseThrow().open()).hasSize(1);
            assertThat(checks.history(checks.newest(family).orElseThrow().id()))
                    .filteredOn(past -> "地址还没弄清".equals(past.undoneBecause()))
                    .hasSize(1);
        });
    }

    @Test
    @Order(10)
    void theFormAsksOnlyWhatIsOpenAndTakesTheAnswer() {
        var account = as.signedIn(Role.FPA_STAFF, HERE);
        long phone = as.caseworker(
                HERE,
                () -> checks.current(asked).orElseThrow().open().stream()
                        .filter(check -> check.kind() == CheckKind.PHONE)
                        .findFirst()
                        .orElseThrow()
                        .id());
        for (String path : List.of("/families/", "/m/families/")) {
            assertThat(mvc.get().uri(path + asked + "/visits/new").with(account))
                    .hasStatusOk()
                    .bodyText()
                    .contains("信息核对", "checks[" + phone + "]", "和登记的一样");
        }
        assertThat(mvc.get().uri("/families/" + matched + "/visits/new").with(account))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("信息核对");
        assertThat(mvc.post()
                        .uri("/families/" + asked + "/visits")
                        .with(account)
                        .with(csrf())
                        .param("clientId", UUID.randomUUID().toString())
                        .param("on", today.toString())
                        .param("channel", "HOME")
                        .param("met", "true")
                        .param("checks[" + phone + "]", "SAME"))
                .hasStatus3xxRedirection();
        as.run(
                as.account(Role.CASEWORKER, HERE),
                () -> assertThat(kinds(asked, "OPEN")).doesNotContain(CheckKind.PHONE));
        assertThat(mvc.post()
                        .uri("/families/" + asked + "/visits")
                        .with(account)
                        .with(csrf())
                        .param("channel", "HOME")
                        .param("met", "true")
                        .param("checks[" + (phone + 1) + "]", "CHANGED"))
                .hasStatus(422)
                .bodyText()
                .contains("信息核对");
    }

    @Test
    @Order(11)
    void everyNumberEqualsTheRowsBehindIt() {
        as.run(as.account(Role.CASEWORKER, HERE), () -> {
            Campaign here = reader.find(campaign);
            Progress.Board board = progress.of(here);
            assertThat(board.townships()).hasSizeGreaterThan(1);
            long sum = 0;
            for (Progress.Line line : board.townships()) {
                for (ItemState state : ItemState.values()) {
                    ItemFilter filter = new ItemFilter();
                    filter.setTownship(line.path());
                    filter.setState(state);
                    assertThat(list.page(here, filter).total()).isEqualTo(line.count(state));
                    assertThat(list.page(here, filter).rows())
                            .hasSize((int) line.count(state))
                            .allSatisfy(row -> assertThat(row.state()).isEqualTo(state));
                    sum += line.count(state);
                }
            }
            assertThat(list.page(here, new ItemFilter()).total()).isEqualTo(sum);
        });
    }

    @Test
    @Order(12)
    void lateStopsNoMoneyAndClosesNothing() {
        String before = money();
        as.approver(PAST, () -> {
            Campaign over = reader.all().get(0);
            campaigns.close(over.id(), over.version());
            return 1;
        });
        assertThat(money()).isEqualTo(before);
        assertThat(count("reverification_item", PAST, "status = 'OPEN'")).isEqualTo(1);
        assertThat(count("care_task", PAST, "kind = 'REVERIFICATION' and status = 'OPEN'"))
                .isEqualTo(1);
        as.approver(PAST, () -> {
            Campaign over = reader.all().get(0);
            assertThatThrownBy(() -> campaigns.match(over.id())).isInstanceOf(Rejected.class);
            assertThatThrownBy(() -> campaigns.reopen(over.id(), over.version() - 1))
                    .isInstanceOf(StaleVersion.class);
            campaigns.reopen(over.id(), over.version());
            assertThat(reader.find(over.id()).closed()).isFalse();
            return 1;
        });
    }

    @Test
    @Order(13)
    void twoThousandFamiliesTakeAHandfulOfStatements() {
        List<NewFamily> wanted = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            wanted.add(TestFamilies.stock(village(MANY, i % 30), "众" + i, "多" + i));
        }
        List<Long> ids = as.caseworker(MANY, () -> families.registerAll(wanted));
        as.approver(MANY, () -> lifecycle.confirmAll(ids));
        List<String> sent = new ArrayList<>();
        AtomicLong id = new AtomicLong();
        as.run(
                as.account(Role.APPROVER, MANY),
                () -> sent.addAll(
                        Statements.during(() -> id.set(campaigns.open(window(MANY, today, today.plusDays(30)))))));
        assertThat(sent).as("for two thousand families").hasSizeLessThanOrEqualTo(25);
        as.run(
                as.account(Role.APPROVER, MANY),
                () -> assertThat(progress.of(reader.find(id.get())).total().due())
                        .isGreaterThanOrEqualTo(2_000));
    }

    @Test
    @Order(14)
    void anotherCountySeesNothingOfIt() {
        var elsewhere = as.signedIn(Role.CASEWORKER, ELSEWHERE);
        for (String path : List.of(
                "/reverification/" + campaign,
                "/reverification/" + campaign + "/families",
                "/reverification/" + campaign + "/families.xlsx",
                "/families/" + asked + "/reverification")) {
            assertThat(mvc.get().uri(path).with(elsewhere)).as(path).hasStatus(404);
        }
        as.run(
                as.account(Role.CASEWORKER, ELSEWHERE),
                () -> assertThat(checks.newest(asked)).isEmpty());
        long check = as.caseworker(
                HERE, () -> checks.newest(asked).orElseThrow().open().get(0).id());
        as.run(
                as.account(Role.CASEWORKER, ELSEWHERE),
                () -> assertThatThrownBy(() -> settling.office(asked, check, false, "x", today, "x"))
                        .isInstanceOf(NotFound.class));
        assertThatThrownBy(() ->
                        as.approver(ELSEWHERE, () -> campaigns.open(window(MANY, today.minusDays(400), today))))
                .isInstanceOf(Exception.class);
    }

    @Test
    @Order(15)
    void onlyApproversAndPolicyAdministratorsOpenOne() {
        for (Role role : List.of(Role.CASEWORKER, Role.FPA_STAFF, Role.FINANCE)) {
            assertThat(mvc.get().uri("/reverification/new").with(as.signedIn(role, HERE)))
                    .as(role.name())
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/reverification").with(as.signedIn(Role.FINANCE, HERE)))
                .hasStatus(403);
        long check = as.caseworker(
                HERE, () -> checks.newest(asked).orElseThrow().open().get(0).id());
        assertThat(mvc.get()
                        .uri("/families/" + asked + "/reverification/" + check)
                        .with(as.signedIn(Role.APPROVER, HERE)))
                .hasStatus(403);
    }

    @Test
    @Order(16)
    void thePagesSayWhatWillHappenAndKeepTheInput() {
        var approver = as.signedIn(Role.APPROVER, HERE);
        assertThat(mvc.get().uri("/reverification").with(approver)).hasStatusOk();
        assertThat(mvc.get().uri("/reverification/new").with(approver))
                .hasStatusOk()
                .bodyText()
                .contains("会全部放进来", "口径待定");
        assertThat(mvc.post()
                        .uri("/reverification")
                        .with(approver)
                        .with(csrf())
                        .param("region", regions.byCode(HERE).path())
                        .param("opensOn", today.toString())
                        .param("lastDay", today.plusDays(9).toString())
                        .param("checks", "PHONE"))
                .hasStatus(422)
                .bodyText()
                .contains("已经开过", today.plusDays(9).toString());
        assertThat(mvc.post()
                        .uri("/reverification")
                        .with(approver)
                        .with(csrf())
                        .param("region", regions.byCode(ELSEWHERE).path())
                        .param("opensOn", today.toString())
                        .param("lastDay", today.minusDays(1).toString()))
                .hasStatus(422)
                .bodyText()
                .contains("选择本辖区的县", "最后一天要在第一天之后", "至少选一项");
        assertThat(mvc.get().uri("/reverification/" + campaign).with(approver)).hasStatusOk();
        assertThat(mvc.get()
                        .uri("/reverification/" + campaign + "/families?q=nsy")
                        .with(approver))
                .hasStatusOk()
                .bodyText()
                .contains("年审乙")
                .doesNotContain("年审甲");
        assertThat(mvc.get()
                        .uri("/reverification/" + campaign + "/families.xlsx")
                        .with(approver))
                .hasStatusOk();
        var caseworker = as.signedIn(Role.CASEWORKER, HERE);
        assertThat(mvc.get().uri("/families/" + asked + "/reverification").with(caseworker))
                .hasStatusOk();
        assertThat(mvc.get().uri("/families/" + asked).with(caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("待核对");
        assertThat(mvc.get().uri("/").with(caseworker)).hasStatusOk().bodyText().contains("年审：我们还没核对");
        long check = as.caseworker(
                HERE, () -> checks.newest(asked).orElseThrow().open().get(0).id());
        String form = "/families/" + asked + "/reverification/" + check;
        assertThat(mvc.get().uri(form).with(caseworker)).hasStatusOk();
        assertThat(mvc.post().uri(form).with(caseworker).with(csrf()).param("source", "村里反映"))
                .hasStatus(422)
                .bodyText()
                .contains("村里反映", "选择了解到什么");
    }

    @Test
    @Order(17)
    void nextYearsOpensAnewAndTheOldTaskGivesWay() {
        long family = confirmed(NEXT, 0, "隔年甲");
        as.approver(
                NEXT,
                () -> campaigns.open(
                        window(NEXT, today.minusYears(1), today.minusYears(1).plusDays(20))));
        assertThat(tasks(family, NEXT)).hasSize(1).allMatch(task -> task.startsWith("OPEN"));
        as.approver(NEXT, () -> campaigns.open(window(NEXT, today, today.plusDays(30))));
        assertThat(tasks(family, NEXT))
                .hasSize(2)
                .filteredOn(task -> task.startsWith("OPEN"))
                .containsExactly("OPEN " + today.plusDays(29));
        assertThat(count("reverification_item", NEXT, "status = 'OPEN' and family_id = " + family))
                .as("what was late is still named")
                .isEqualTo(2);
        assertThatThrownBy(() ->
                        as.approver(NEXT, () -> campaigns.open(window(NEXT, today.plusDays(1), today.plusDays(9)))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    @Order(18)
    void theReportCountsWhatTheCampaignCounts() {
        as.run(as.account(Role.CASEWORKER, HERE), () -> {
            Progress.Line total = progress.of(reader.find(campaign)).total();
            assertThat(figure("reverification-due", HERE)).isEqualTo(total.due());
            assertThat(figure("reverification", HERE)).isEqualTo(total.done());
            assertThat(figure("reverification-matched", HERE)).isEqualTo(total.count(ItemState.MATCH));
            assertThat(figure("reverification-late", HERE)).isZero();
        });
        as.run(
                as.account(Role.CASEWORKER, PAST),
                () -> assertThat(figure("reverification-late", PAST)).isEqualTo(1));
    }

    private long figure(String key, String county) {
        String rows = new ReverificationIndicators()
                .indicators().stream()
                        .filter(indicator -> indicator.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .rows();
        return jdbc.sql("select count(*) from (" + rows + ") x where starts_with(x.region_path, :path)")
                .param("from", january())
                .param("asOf", today)
                .param("path", regions.byCode(county).path())
                .query(Long.class)
                .single();
    }

    private Campaigns.Wanted window(String county, LocalDate from, LocalDate to) {
        return Campaigns.Wanted.ofAll(regions.byCode(county).path(), from, to);
    }

    private LocalDate january() {
        return LocalDate.of(today.getYear(), 1, 1);
    }

    private long confirmed(String county, int village, String name) {
        long id = as.caseworker(
                county, () -> families.register(TestFamilies.stock(village(county, village), name, name + "妻")));
        as.approver(county, () -> {
            lifecycle.confirm(id);
            return id;
        });
        return id;
    }

    private String village(String county, int n) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(n)
                .path();
    }

    private List<Long> people(long family) {
        return jdbc.sql("select id from person where family_id = :family order by id")
                .param("family", family)
                .query(Long.class)
                .list();
    }

    private NewVisit met(long account, Channel channel, List<Long> people) {
        NewVisit plain = TestVisits.of(account, today, channel, true);
        NewVisit.Content c = plain.content();
        return new NewVisit(
                plain.clientId(),
                false,
                account,
                new NewVisit.Content(
                        c.on(),
                        null,
                        channel,
                        true,
                        null,
                        null,
                        people.stream()
                                .map(id -> new NewVisit.Member(id, true, Set.of(), null, null))
                                .toList(),
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null));
    }

    private List<CheckKind> kinds(long family, String status) {
        return checks.newest(family).orElseThrow().checks().stream()
                .filter(check -> check.status().equals(status))
                .map(CheckReader.Check::kind)
                .toList();
    }

    private List<String> tasks(long family, String county) {
        return as.caseworker(
                county,
                () -> jdbc.sql(
                                "select status || ' ' || due_on from care_task where family_id = :f and kind = 'REVERIFICATION'")
                        .param("f", family)
                        .query(String.class)
                        .list());
    }

    private long count(String table, String county) {
        return count(table, county, "true");
    }

    private long count(String table, String county, String condition) {
        return as.caseworker(
                county,
                () -> jdbc.sql("select count(*) from " + table + " where region_path >= :path and "
                                + "starts_with(region_path, :path) and " + condition)
                        .param("path", regions.byCode(county).path())
                        .query(Long.class)
                        .single());
    }

    /** Status of every family, every decision's fact and every ledger line of the county. */
    private String money() {
        return as.caseworker(PAST, () -> jdbc.sql("""
                        select coalesce((select string_agg(id || status || version, ',' order by id) from family), '')
                               || coalesce((select string_agg(id || name || value, ',' order by id) from dated_fact), '')
                               || coalesce((select string_agg(id::text || amount, ',' order by id) from group_ledger), '')""").query(String.class).single());
    }

    private void change(FamilyChange change) {
        as.caseworker(
                HERE,
                () -> transactions.execute(status -> {
                    events.publishEvent(change);
                    return true;
                }));
    }
}
