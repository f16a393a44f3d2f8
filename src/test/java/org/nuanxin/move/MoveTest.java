package org.nuanxin.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.sql.SQLException;
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
import org.nuanxin.caregroup.CareGroups;
import org.nuanxin.caregroup.SeatKind;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyEditing;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Moves between two counties as both sides live through them, on the real database as real accounts. */
@NuanxinTest
class MoveTest {

    private static final String CITY = "350500000000";
    private static final String OLD = "350525000000";
    private static final String NEW = "350524000000";
    private static final String THIRD = "350526000000";

    @Autowired
    As as;

    @Autowired
    Moves moves;

    @Autowired
    MoveReader reader;

    @Autowired
    Letters letters;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    FamilyEditing editing;

    @Autowired
    CareGroups groups;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Test
    void aMoveAcrossCountiesIsSeenByBothSidesOnlyAsFarAsEachNeeds() {
        long family = family("郑长流");
        long asked = ask(family, MoveKind.FILING, village(NEW), true);

        MoveRequest there = as.caseworker(NEW, () -> reader.find(asked));
        assertThat(there.familyId()).isNull();
        assertThat(there.masked()).isEqualTo("郑**、林**");
        assertThat(there.people()).isEqualTo(2);
        assertThat(there.mayAnswer()).isTrue();
        assertThat(there.acrossCounties()).isTrue();
        assertNotFound(NEW, family);
        assertThat(as.caseworker(OLD, () -> reader.find(asked)).familyId()).isEqualTo(family);
        assertThatThrownBy(() -> as.caseworker(THIRD, () -> reader.find(asked))).isInstanceOf(NotFound.class);

        List<Long> before = history(OLD, family);
        as.caseworker(NEW, () -> moves.accept(asked));

        assertNotFound(OLD, family);
        assertThat(head(NEW, family).filingPath()).isEqualTo(village(NEW));
        assertThat(head(NEW, family).residencePath()).isEqualTo(village(NEW));
        assertThat(history(NEW, family)).isEqualTo(before);
        assertThat(before).allMatch(count -> count > 0);
        assertThat(as.caseworker(OLD, () -> reader.find(asked)).status()).isEqualTo(MoveStatus.ACCEPTED);
        assertThat(as.caseworker(OLD, () -> reader.find(asked)).familyId()).isNull();
    }

    @Test
    void theGroupIsSeatedAnewAndItsRelativesStay() {
        long family = family("郑关山");
        accept(NEW, ask(family, MoveKind.RESIDENCE, village(NEW), false));
        assertThat(as.caseworker(
                        NEW,
                        () -> strings(
                                "select kind from group_seat where family_id = " + family + " and valid_to is null")))
                .containsExactly("RELATIVE");
        assertThat(as.caseworker(
                        NEW,
                        () -> strings("select kind from group_seat where family_id = " + family
                                + " and valid_to is not null")))
                .containsExactly("VILLAGE_DOCTOR");
    }

    @Test
    void whereAFamilyLivesItIsCaredForAndWhereItIsFiledItIsKept() {
        long family = family("郑远行");
        accept(NEW, ask(family, MoveKind.RESIDENCE, village(NEW), false));

        FamilyHead lives = head(NEW, family);
        assertThat(head(OLD, family).filingPath()).isEqualTo(lives.filingPath()).isEqualTo(village(OLD));
        SignedInAccount here = as.account(Role.CASEWORKER, NEW);
        as.run(
                here,
                () -> editing.edit(family, lives.version(), lives.residencePath(), "新安路2号", null, lives.preferences()));
        assertThat(head(OLD, family).address()).isEqualTo("新安路2号");
        assertThatThrownBy(() -> as.run(
                        here,
                        () -> editing.addMember(
                                family,
                                TestFamilies.parent(
                                        "陈外人", false, TestFamilies.citizenId(1960, org.nuanxin.common.Sex.MALE)))))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.key()).isEqualTo("family.reject.filed-elsewhere"));
        refused(NEW, "update person set name = '改' where family_id = " + family);
        refused(NEW, "update family set status = 'REVIEWED' where id = " + family);
        refused(NEW, "update family set region_path = '" + village(NEW) + "' where id = " + family);
        assertThat(mvc.get().uri("/families/" + family + "/visits/new").with(user(here)))
                .hasStatusOk();
    }

    @Test
    void thePathOfAFileIsNeverChangedByTheApplicationItself() {
        long family = family("郑守恒");
        String other = villages(OLD).get(1);
        refused(OLD, "update family set region_path = '" + other + "' where id = " + family);
        refused(OLD, "update family set region_path = '" + village(NEW) + "' where id = " + family);
        refused(OLD, "update move_request set status = 'ACCEPTED'");
        refused(
                OLD,
                "insert into filing_period (family_id, region_path, county_path) select id, region_path, region_path from family where id = "
                        + family);
        assertThat(head(OLD, family).filingPath()).isEqualTo(village(OLD));
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneDoes() throws Exception {
        long family = family("郑同时");
        long asked = ask(family, MoveKind.FILING, village(NEW), false);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Callable<String>> both = new ArrayList<>();
        for (String which : List.of("", "b")) {
            SignedInAccount account = as.account(Role.CASEWORKER, NEW, which);
            both.add(() -> {
                try {
                    return as.call(account, () -> moves.accept(asked)).status().name();
                } catch (Rejected late) {
                    return late.key();
                }
            });
        }
        List<String> results = new ArrayList<>();
        for (Future<String> result : two.invokeAll(both)) {
            results.add(result.get());
        }
        two.shutdown();
        assertThat(results).containsExactlyInAnyOrder("ACCEPTED", "move.reject.answered");
        assertThat(as.caseworker(
                        NEW,
                        () -> strings("select county_path from filing_period where family_id = " + family
                                + " order by valid_from nulls first")))
                .containsExactly(path(OLD), path(NEW));
    }

    @Test
    void everyMonthIsPaidByExactlyOneCounty() {
        long family = family("郑月明");
        LocalDate today = LocalDate.now(clock);
        accept(NEW, ask(family, MoveKind.FILING, village(NEW), false));
        LocalDate first = today.withDayOfMonth(1).plusMonths(1);
        assertThat(paying(NEW, family, first.minusDays(1))).isEqualTo(path(OLD));
        assertThat(paying(NEW, family, first)).isEqualTo(path(NEW));
        assertThat(paying(NEW, family, LocalDate.of(2016, 2, 29))).isEqualTo(path(OLD));

        long back = as.caseworker(NEW, () -> moves.ask(family, wanted(MoveKind.FILING, village(THIRD), false)))
                .id();
        accept(THIRD, back);
        for (int month = -3; month < 6; month++) {
            LocalDate day = first.plusMonths(month);
            assertThat(as.caseworker(THIRD, () -> strings("""
                            select county_path from filing_period where family_id = %d
                              and daterange(valid_from, valid_to) @> date '%s'""".formatted(family, day))))
                    .hasSize(1);
        }
        assertThat(paying(THIRD, family, first)).isEqualTo(path(NEW));
        assertThat(paying(THIRD, family, first.plusMonths(1))).isEqualTo(path(THIRD));
    }

    @Test
    void aRefusedOrWithdrawnMoveChangesNothing() {
        long family = family("郑不动");
        long asked = ask(family, MoveKind.FILING, village(NEW), true);
        int version = head(OLD, family).version();
        as.run(as.account(Role.CASEWORKER, NEW), () -> moves.refuse(asked, "不住在这里"));
        assertThat(as.caseworker(OLD, () -> reader.find(asked)).answer()).isEqualTo("不住在这里");
        long again = ask(family, MoveKind.FILING, village(NEW), true);
        assertThatThrownBy(() -> as.run(as.account(Role.CASEWORKER, NEW), () -> moves.withdraw(again)))
                .isInstanceOf(DataAccessException.class);
        as.run(as.account(Role.CASEWORKER, OLD), () -> moves.withdraw(again));
        key(() -> accept(NEW, again), "move.reject.answered");
        assertThat(head(OLD, family).version()).isEqualTo(version);
        assertNotFound(NEW, family);
    }

    @Test
    void insideOnesOwnCountyItIsDoneAtOnceWithTheSameRecord() {
        long family = family("郑近邻");
        String next = villages(OLD).get(villages(OLD).size() - 1);
        MoveRequest done = as.caseworker(OLD, () -> moves.ask(family, wanted(MoveKind.FILING, next, true)));
        assertThat(done.status()).isEqualTo(MoveStatus.ACCEPTED);
        assertThat(done.backDated()).isTrue();
        assertThat(done.paidFrom()).isNull();
        assertThat(head(OLD, family).filingPath()).isEqualTo(next);
        assertThat(paying(OLD, family, LocalDate.now(clock))).isEqualTo(path(OLD));
    }

    @Test
    void aCityUserWhoAskedDoesNotAcceptAcrossCounties() {
        long family = family("郑全市");
        long asked = as.caseworker(CITY, () -> moves.ask(family, wanted(MoveKind.FILING, village(NEW), true)))
                .id();
        key(() -> accept(CITY, asked), "move.reject.four-eyes");
        as.call(as.account(Role.APPROVER, CITY), () -> moves.accept(asked));
        assertThat(head(NEW, family).filingPath()).isEqualTo(village(NEW));
        assertThat(head(CITY, family).filingPath()).isEqualTo(village(NEW));
    }

    @Test
    void askedByCitizenIdNeitherNameNorPlaceIsShown() {
        NewFamily registered = TestFamilies.stock(village(OLD), "郑藏名", "林藏名");
        long family = as.caseworker(OLD, () -> families.register(registered));
        var id = registered.people().get(0).citizenId();
        MoveRequest asked = as.caseworker(NEW, () -> moves.askById(id, wanted(MoveKind.FILING, village(NEW), true)));
        assertThat(asked.number()).startsWith("QY-");
        assertThat(asked.familyId()).isNull();
        assertThat(asked.fromPath()).isNull();
        assertThat(asked.masked()).isNull();
        assertThat(as.caseworker(
                        NEW, () -> strings("select region_path from move_subject where request_id = " + asked.id())))
                .isEmpty();
        assertThatThrownBy(() -> accept(NEW, asked.id())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> accept(THIRD, asked.id())).isInstanceOf(NotFound.class);
        assertThat(as.caseworker(OLD, () -> reader.waiting()))
                .extracting(MoveRequest::id)
                .contains(asked.id());
        accept(OLD, asked.id());
        assertThat(head(NEW, family).filingPath()).isEqualTo(village(NEW));
        assertNotFound(OLD, family);
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        long family = family("郑难行");
        String inactive = villages("350527000000").get(0);
        key(() -> ask(family, MoveKind.FILING, inactive, false), "move.reject.village");
        key(() -> ask(family, MoveKind.FILING, village(OLD), false), "move.reject.same");
        ask(family, MoveKind.FILING, village(NEW), false);
        key(() -> ask(family, MoveKind.FILING, village(THIRD), false), "move.reject.one-open");
        assertThatThrownBy(() ->
                        as.caseworker(THIRD, () -> moves.ask(family, wanted(MoveKind.FILING, village(THIRD), false))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aRequestForAFamilyThatMovedSinceIsRefused() {
        long family = family("郑又搬");
        long asked = ask(family, MoveKind.RESIDENCE, village(NEW), false);
        FamilyHead now = head(OLD, family);
        as.run(
                as.account(Role.CASEWORKER, OLD),
                () -> editing.edit(family, now.version(), villages(OLD).get(1), null, null, now.preferences()));
        key(() -> accept(NEW, asked), "move.reject.moved");
    }

    @Test
    void theLetterIsReadBySomebodyElseAndOnlyWhereTheFamilyIs() {
        long family = family("郑有信");
        SignedInAccount writer = as.account(Role.CASEWORKER, OLD);
        as.run(writer, () -> letters.write(family, UUID.randomUUID(), "他们爱在下午喝茶。"));
        long asked = ask(family, MoveKind.FILING, village(NEW), true);
        assertThat(as.caseworker(NEW, () -> letters.find(family))).isEmpty();
        assertThatThrownBy(() -> as.run(writer, () -> letters.acknowledge(family)))
                .isInstanceOf(Rejected.class);
        accept(NEW, asked);
        assertThat(as.caseworker(NEW, () -> letters.find(family)))
                .get()
                .extracting(Letters.Letter::content)
                .isEqualTo("他们爱在下午喝茶。");
        SignedInAccount reads = as.account(Role.CASEWORKER, NEW);
        assertThat(mvc.get().uri("/families/" + family + "/handover").with(user(reads)))
                .hasStatusOk()
                .bodyText()
                .contains("他们爱在下午喝茶。", "读过了");
        as.run(reads, () -> letters.acknowledge(family));
        assertThat(as.caseworker(NEW, () -> letters.find(family))).isEmpty();
        assertThatThrownBy(() -> as.caseworker(OLD, () -> letters.find(family).orElseThrow(NotFound::new)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void thePagesSayWhatWillHappenAndKeepOutOfSightWhatIs() {
        long family = family("郑看页");
        SignedInAccount old = as.account(Role.CASEWORKER, OLD);
        SignedInAccount here = as.account(Role.CASEWORKER, NEW);
        String to = village(NEW);
        assertThat(mvc.get().uri("/families/" + family + "/move").with(user(old)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/families/" + family + "/move").with(user(here)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/families/" + family + "/move")
                        .with(user(old))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("选择什么变了", "填写为什么");
        var post = mvc.post()
                .uri("/families/" + family + "/move")
                .with(user(old))
                .with(csrf())
                .param("what", "BOTH")
                .param("to.township", township(to))
                .param("to.village", to)
                .param("on", LocalDate.now(clock).toString())
                .param("reason", "投靠女儿");
        assertThat(post).hasStatusOk().bodyText().contains("要等对方接收才生效", "口径待定", "席位到这一天结束");
        long asked = ask(family, MoveKind.FILING, to, true);
        assertThat(mvc.get().uri("/moves/" + asked).with(user(here)))
                .hasStatusOk()
                .bodyText()
                .contains("郑**", "接收")
                .doesNotContain("郑看页", "和平路");
        assertThat(mvc.get().uri("/moves?way=in&status=REQUESTED").with(user(here)))
                .hasStatusOk()
                .bodyText()
                .contains("郑**");
        assertThat(mvc.get().uri("/moves.xlsx").with(user(here))).hasStatusOk();
        assertThat(mvc.get().uri("/").with(user(here))).hasStatusOk();
        assertThat(mvc.get().uri("/moves/ask").with(user(here))).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/moves/" + asked + "/accept")
                        .with(user(as.account(Role.FPA_STAFF, NEW)))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/moves/" + asked + "/refuse")
                        .with(user(here))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("填写不接收的原因");
        assertThat(mvc.post()
                        .uri("/moves/" + asked + "/accept")
                        .with(user(here))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/families/" + family + "/timeline").with(user(here)))
                .hasStatusOk()
                .bodyText()
                .contains("投靠女儿");
        assertThat(mvc.get().uri("/families/" + family).with(user(old))).hasStatus(404);
        assertThat(mvc.get().uri("/moves/" + asked).with(user(old))).hasStatusOk();
    }

    private long family(String father) {
        return as.caseworker(OLD, () -> {
            long id = families.register(TestFamilies.stock(village(OLD), father, "林" + father.substring(1)));
            LocalDate from = LocalDate.of(2025, 3, 1);
            groups.seat(id, new CareGroups.Seating(SeatKind.VILLAGE_DOCTOR, "郭志文", null, null, null, from));
            groups.seat(id, new CareGroups.Seating(SeatKind.RELATIVE, "郑表弟", null, null, null, from));
            return id;
        });
    }

    private long ask(long family, MoveKind kind, String to, boolean along) {
        return as.caseworker(OLD, () -> moves.ask(family, wanted(kind, to, along)))
                .id();
    }

    private Moves.Wanted wanted(MoveKind kind, String to, boolean along) {
        return new Moves.Wanted(
                UUID.randomUUID(), kind, to, along, LocalDate.now(clock).minusDays(3), "投靠女儿");
    }

    private void accept(String county, long asked) {
        as.caseworker(county, () -> moves.accept(asked));
    }

    private FamilyHead head(String county, long family) {
        return as.caseworker(county, () -> heads.read(family));
    }

    private void assertNotFound(String county, long family) {
        assertThatThrownBy(() -> head(county, family)).isInstanceOf(NotFound.class);
    }

    private String paying(String county, long family, LocalDate month) {
        return as.caseworker(county, () -> reader.payingCounty(family, month)).value();
    }

    /** People, children, seats and groups of the family as this county counts them. */
    private List<Long> history(String county, long family) {
        return as.caseworker(
                county,
                () -> List.of("person", "child", "group_seat", "care_group").stream()
                        .map(table -> jdbc.sql("select count(*) from " + table + " where family_id = :f")
                                .param("f", family)
                                .query(Long.class)
                                .single())
                        .toList());
    }

    private void refused(String county, String sql) {
        assertThatThrownBy(() -> as.run(
                        as.account(Role.CASEWORKER, county), () -> jdbc.sql(sql).update()))
                .isInstanceOfSatisfying(
                        DataAccessException.class,
                        no -> assertThat(((SQLException) no.getMostSpecificCause()).getSQLState())
                                .isEqualTo("42501"));
    }

    private static void key(Runnable work, String key) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.key()).isEqualTo(key));
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private List<String> villages(String county) {
        return regions.within(new RegionPath(path(county)), Region.Level.VILLAGE).stream()
                .map(Region::path)
                .toList();
    }

    private String village(String county) {
        return villages(county).get(0);
    }

    private static String township(String village) {
        return new RegionPath(village).ancestorsAndSelf().get(2);
    }

    private String path(String county) {
        return regions.byCode(county).path();
    }
}
