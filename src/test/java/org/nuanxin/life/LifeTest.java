package org.nuanxin.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.caregroup.CareGroups;
import org.nuanxin.caregroup.SeatKind;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Sex;
import org.nuanxin.common.Subject;
import org.nuanxin.family.Consequences;
import org.nuanxin.family.DatedFacts;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.family.FamilyChange.Kind;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.FamilyStatus;
import org.nuanxin.family.LifeCourse;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.Origin;
import org.nuanxin.family.PersonRole;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.policy.Decisions;
import org.nuanxin.policy.Outcome;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each turn of life with what follows from it, on the real tables, as the real roles. */
@NuanxinTest
class LifeTest {

    private static final String COUNTY = "350583000000";
    private static final String ELSEWHERE = "350526000000";

    @Autowired
    As as;

    @Autowired
    LifeEvents events;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    DatedFacts facts;

    @Autowired
    CareGroups groups;

    @Autowired
    Decisions decisions;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Test
    void theOtherParentBecomesTheContactAndSomebodyGoesToCondole() {
        long family = confirmed("生一");
        FamilyHead.Member father = father(family);
        LocalDate on = today().minusDays(2);

        record(happening(family, Kind.PARENT_DIED, father.id(), on));

        FamilyHead head = head(family);
        assertThat(head.status()).isEqualTo(FamilyStatus.CONFIRMED);
        assertThat(head.members().get(0).diedOn()).isEqualTo(on);
        assertThat(head.members().get(0).contact()).isFalse();
        assertThat(head.members().get(1).contact()).isTrue();
        assertThat(number("care_task", family, "kind = 'TIMELY_CARE' and reason = 'DEATH' and status = 'OPEN'"))
                .isEqualTo(1);
    }

    @Test
    void withTheLastParentTheFileClosesFromThatDayAndWhatWasOpenIsCancelled() {
        long family = confirmed("生二");
        seat(family);
        record(happening(family, Kind.PARENT_DIED, father(family).id(), today().minusDays(90)));
        FamilyHead.Member mother = head(family).members().get(1);
        LocalDate on = today().minusDays(1);
        FamilyChange last =
                FamilyChange.of(Kind.LAST_PARENT_DIED, family, today()).ofPerson(mother.id());
        assertThat(as.caseworker(COUNTY, () -> events.foresee(last)))
                .extracting(Consequences.Line::key)
                .contains("family.foresee.LAST_PARENT_DIED", "care.foresee.cancelled", "caregroup.foresee.ends");

        FamilyChange change = record(new LifeEvents.Happening(
                UUID.randomUUID(),
                family,
                Kind.PARENT_DIED,
                mother.id(),
                on,
                "死亡医学证明",
                null,
                null,
                null,
                new LifeEvents.Heir("外甥女", "外甥女", "13859500000")));

        assertThat(change.kind()).isEqualTo(Kind.LAST_PARENT_DIED);
        assertThat(head(family).status()).isEqualTo(FamilyStatus.EXITED);
        assertThat(head(family).exitedOn()).isEqualTo(on);
        assertThat(number("care_task", family, "status = 'OPEN'")).isZero();
        assertThat(number("care_task", family, "status = 'CANCELLED'")).isPositive();
        assertThat(number("group_seat", family, "valid_to is null")).isZero();
        assertThat(number("heir", family, "true")).isEqualTo(1);
    }

    @Test
    void aDivorceMakesTwoFilesOfOneChildThatDoNotKnowEachOthersHome() {
        long family = confirmed("生三");
        long mother = head(family).members().get(1).id();
        record(familyFact(family, mother));
        LocalDate on = today().minusDays(30);
        String village = village(COUNTY, 5);

        FamilyChange change = record(new LifeEvents.Happening(
                UUID.randomUUID(),
                family,
                Kind.DIVORCED,
                mother,
                on,
                "离婚证",
                null,
                null,
                new LifeCourse.NewHome(UUID.randomUUID(), village, "新路9号"),
                null));

        long second = change.otherFamilyId();
        FamilyHead first = head(family);
        FamilyHead other = head(second);
        assertThat(first.members().get(1).active()).isFalse();
        assertThat(first.address()).isEqualTo("和平路1号");
        assertThat(other.address()).isEqualTo("新路9号");
        assertThat(other.residencePath()).isEqualTo(village);
        assertThat(other.preferences().careNotes()).isNull();
        assertThat(other.status()).isEqualTo(FamilyStatus.CONFIRMED);
        assertThat(other.fileNumber()).isNotNull().isNotEqualTo(first.fileNumber());
        assertThat(other.members()).extracting(FamilyHead.Member::name).containsExactly("生三母");
        assertThat(other.members().get(0).citizenId())
                .isEqualTo(first.members().get(1).citizenId());
        assertThat(jdbcAsCaseworker(
                        "select count(*) from child c join child d on d.id = c.same_child_as where c.family_id = "
                                + second + " and d.family_id = " + family))
                .isEqualTo(1);
        assertThat(as.caseworker(COUNTY, () -> facts.on(second, today())))
                .extracting(DatedFacts.Known::value)
                .contains("low-income");
        assertThat(as.caseworker(COUNTY, () -> facts.on(family, LocalDate.of(2021, 1, 1))))
                .as("what was true before stays with the first file")
                .extracting(DatedFacts.Known::value)
                .contains("low-income");
        assertThat(first.members().get(1).phone()).isEmpty();
        assertThat(first.members().get(1).account()).isEmpty();
        assertThat(other.members().get(0).phone()).isNotEmpty();
        assertThat(first.title()).isEqualTo("生三父");
        var reviewer = as.signedIn(Role.CASEWORKER, COUNTY);
        assertThat(mvc.get().uri("/duplicates?q=生三").with(reviewer).exchange())
                .bodyText()
                .doesNotContain("/duplicates/" + family + "/" + second);
        String page = body("/families/" + family) + body("/families/" + family + "/life");
        assertThat(page).doesNotContain("新路9号");
        assertThat(body("/families/" + second)).doesNotContain("和平路1号");
    }

    @Test
    void aLaterSpouseIsNoParentAndAGrandchildIsNoExit() {
        long family = confirmed("生四");
        record(joining(family, Kind.REMARRIED, PersonRole.SPOUSE, "后来人"));
        record(joining(family, Kind.GRANDCHILD_RAISED, PersonRole.GRANDCHILD, "小孙孙"));
        assertThat(head(family).status()).isEqualTo(FamilyStatus.CONFIRMED);
        assertThat(head(family).members())
                .extracting(FamilyHead.Member::role)
                .containsExactly(PersonRole.PARENT, PersonRole.PARENT, PersonRole.SPOUSE, PersonRole.GRANDCHILD);
    }

    @Test
    void afterABirthTheFileIsClosedFromThatDayAndOpenBefore() {
        long family = confirmed("生五");
        LocalDate on = today().minusDays(10);
        record(happening(family, Kind.CHILD_BORN, null, on));
        assertThat(eligible(family, on)).isZero();
        assertThat(head(family).members()).noneMatch(FamilyHead.Member::active);
        assertThatThrownBy(() -> record(happening(family, Kind.MOVED_OUT, null, today())))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.key()).isEqualTo("family.reject.exited"));
    }

    @Test
    void aReopenedFileStandsWhereItStoodAndTheYearsKeepTheirFigures() {
        long family = confirmed("生六");
        record(happening(family, Kind.MOVED_OUT, null, today().minusDays(20)));
        record(happening(family, Kind.REOPENED, null, today().minusDays(5)));
        assertThat(head(family).status()).isEqualTo(FamilyStatus.CONFIRMED);
        assertThat(head(family).exitedOn()).isNull();
        assertThat(head(family).members()).allMatch(FamilyHead.Member::active);
        assertThat(number("family_exit", family, "reopened_on is not null")).isEqualTo(1);
        assertThat(number("care_task", family, "status = 'OPEN'")).isPositive();
        record(happening(family, Kind.CLOSED_AS_ERROR, null, today().minusDays(1)));
        assertThat(number("family_exit", family, "true")).isEqualTo(2);
    }

    @Test
    void aFileIsNotReopenedWhileSomebodyOfItIsAMemberElsewhere() {
        CitizenId id = TestFamilies.citizenId(LocalDate.of(1960, 2, 3), Sex.MALE);
        NewFamily wanted = TestFamilies.family(
                Origin.STOCK, village(COUNTY, 1), null, List.of(TestFamilies.parent("生七父", true, id)));
        long family = as.caseworker(COUNTY, () -> families.register(wanted));
        record(happening(family, Kind.MOVED_OUT, null, today().minusDays(20)));
        as.caseworker(
                ELSEWHERE,
                () -> families.register(TestFamilies.family(
                        Origin.STOCK, village(ELSEWHERE, 1), null, List.of(TestFamilies.parent("生七父", true, id)))));
        assertThatThrownBy(() -> record(happening(family, Kind.REOPENED, null, today())))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.key()).isEqualTo("family.reject.citizen-id-registered"));
        assertThat(head(family).status()).isEqualTo(FamilyStatus.EXITED);
    }

    @Test
    void whatWasRecordedByMistakeIsTakenBackAndStaysOnRecord() {
        long family = confirmed("生八");
        record(happening(family, Kind.PARENT_DIED, father(family).id(), today().minusDays(3)));
        long mother = head(family).members().get(1).id();
        record(happening(family, Kind.PARENT_DIED, mother, today().minusDays(2)));
        LifeEvents.Recorded last =
                as.caseworker(COUNTY, () -> events.of(family)).get(0);
        as.run(caseworker(), () -> events.withdraw(family, last.id(), "同名的人"));
        FamilyHead head = head(family);
        assertThat(head.status()).isEqualTo(FamilyStatus.CONFIRMED);
        assertThat(head.living()).extracting(FamilyHead.Member::id).containsExactly(mother);
        assertThat(head.living().get(0).contact()).isTrue();
        LifeEvents.Recorded first =
                as.caseworker(COUNTY, () -> events.of(family)).get(1);
        as.run(caseworker(), () -> events.withdraw(family, first.id(), "也是同名的人"));
        assertThat(head(family).living()).hasSize(2);
        assertThat(number("care_task", family, "reason = 'DEATH' and status = 'OPEN'"))
                .isZero();
        assertThat(as.caseworker(COUNTY, () -> events.of(family)))
                .hasSize(2)
                .allMatch(event -> event.withdrawnAt() != null);
        assertThatThrownBy(() -> as.run(caseworker(), () -> events.withdraw(family, last.id(), "再来")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void whatIsEnteredLateIsSeenAsSuch() {
        long family = confirmed("生九");
        record(happening(family, Kind.PARENT_DIED, father(family).id(), today().minusDays(400)));
        assertThat(as.caseworker(COUNTY, () -> events.of(family)).get(0).late()).isTrue();
        assertThat(body("/families/" + family + "/timeline")).contains("生九父离世（补记）");
    }

    @Test
    void sendingItTwiceIsOneEvent() {
        long family = confirmed("生十");
        LifeEvents.Happening twice =
                happening(family, Kind.PARENT_DIED, father(family).id(), today());
        record(twice);
        record(twice);
        assertThat(as.caseworker(COUNTY, () -> events.of(family))).hasSize(1);
    }

    @Test
    void openingPlusNewPlusReopenedMinusExitsIsClosing() {
        String county = "350505000000";
        long before = onFile(county, today().minusDays(40));
        long one = as.caseworker(county, () -> families.register(TestFamilies.stock(village(county, 1), "账一", "账一妻")));
        long two = as.caseworker(county, () -> families.register(TestFamilies.stock(village(county, 1), "账二", "账二妻")));
        assertThat(before).isNotNegative();
        SignedInAccount account = as.account(Role.CASEWORKER, county);
        as.run(account, () -> events.record(happening(one, Kind.MOVED_OUT, null, today().minusDays(30))));
        as.run(account, () -> events.record(happening(two, Kind.MOVED_OUT, null, today().minusDays(20))));
        as.run(account, () -> events.record(happening(two, Kind.REOPENED, null, today().minusDays(10))));
        for (LocalDate from : List.of(today().minusDays(35), today().minusDays(25), today().minusDays(15))) {
            LocalDate asOf = today();
            assertThat(figure(county, "opening", from, asOf)
                            + figure(county, "new", from, asOf)
                            + figure(county, "reopened", from, asOf)
                            - figure(county, "exits", from, asOf))
                    .as("since %s", from)
                    .isEqualTo(figure(county, "closing", from, asOf));
        }
        assertThat(figure(county, "reopened", today().minusDays(15), today())).isEqualTo(1);
        assertThat(figure(county, "exits", today().minusDays(35), today())).isEqualTo(2);
    }

    @Test
    void anotherCountyFindsNothingAndStaffCloseNoFile() {
        long family = confirmed("生门");
        String page = "/families/" + family + "/life";
        assertThat(mvc.get()
                        .uri(page)
                        .with(as.signedIn(Role.CASEWORKER, ELSEWHERE))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThatThrownBy(() -> as.run(
                        as.account(Role.CASEWORKER, ELSEWHERE),
                        () -> events.record(happening(family, Kind.MOVED_OUT, null, today()))))
                .isInstanceOf(NotFound.class);
        var staff = as.signedIn(Role.FPA_STAFF, COUNTY);
        assertThat(mvc.get().uri(page + "/death").with(staff).exchange()).hasStatusOk();
        assertThat(mvc.get().uri(page + "/birth").with(staff).exchange()).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(page + "/birth").with(csrf()).with(staff).exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri(page).with(as.signedIn(Role.FINANCE, COUNTY)).exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatIsLeftEmptyInTheFormIsNotAsked() {
        long family = confirmed("生空");
        assertThat(mvc.post()
                        .uri("/families/" + family + "/life/death")
                        .param("person", String.valueOf(father(family).id()))
                        .param("on", today().toString())
                        .param("source", "村里告知")
                        .param("note", "")
                        .param("heirName", "")
                        .param("heirRelation", "")
                        .param("heirPhone", "")
                        .param("citizenId", "")
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, COUNTY))
                        .exchange())
                .hasRedirectedUrl("/families/" + family + "/life");
    }

    @Test
    void aWrongFormSaysWhatToTypeAndKeepsWhatWasTyped() {
        long family = confirmed("生表");
        var caseworker = as.signedIn(Role.CASEWORKER, COUNTY);
        assertThat(mvc.post()
                        .uri("/families/" + family + "/life/death")
                        .param("on", today().plusDays(1).toString())
                        .param("note", "家里有人陪着")
                        .with(csrf())
                        .with(caseworker)
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("日期不能在今天以后", "写明从哪里知道", "选择是谁", "家里有人陪着");
        assertThat(mvc.post()
                        .uri("/families/" + family + "/life/divorce")
                        .param("on", "昨天")
                        .with(csrf())
                        .with(caseworker)
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("选择乡镇街道和村、社区");
        assertThat(mvc.get()
                        .uri("/families/" + family + "/life/nonsense")
                        .with(caseworker)
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private LifeEvents.Happening happening(long family, Kind kind, @Nullable Long person, LocalDate on) {
        return new LifeEvents.Happening(UUID.randomUUID(), family, kind, person, on, "村里告知", null, null, null, null);
    }

    private LifeEvents.Happening joining(long family, Kind kind, PersonRole role, String name) {
        return new LifeEvents.Happening(
                UUID.randomUUID(),
                family,
                kind,
                null,
                today(),
                "户口簿",
                null,
                new NewFamily.NewPerson(
                        UUID.randomUUID(), role, false, name, null, null, null, null, null, null, null, List.of()),
                null,
                null);
    }

    private Runnable familyFact(long family, long person) {
        return () -> facts.record(
                family,
                person,
                new NewFamily.NewFact("livelihood", "low-income", LocalDate.of(2020, 1, 1), null, "民政名单"));
    }

    private void record(Runnable work) {
        as.run(caseworker(), work);
    }

    private FamilyChange record(LifeEvents.Happening what) {
        return as.caseworker(COUNTY, () -> events.record(what));
    }

    private long confirmed(String name) {
        long family = as.caseworker(
                COUNTY, () -> families.register(TestFamilies.stock(village(COUNTY, 0), name + "父", name + "母")));
        as.run(as.account(Role.APPROVER, COUNTY), () -> lifecycle.confirm(family));
        return family;
    }

    private void seat(long family) {
        as.caseworker(
                COUNTY,
                () -> groups.seat(
                        family,
                        new CareGroups.Seating(
                                SeatKind.VILLAGE_DOCTOR, "郭志文", null, null, null, LocalDate.of(2025, 3, 1))));
    }

    private long eligible(long family, LocalDate on) {
        return as.caseworker(
                COUNTY,
                () -> decisions.decide(List.of(Subject.family(family)), on).stream()
                        .filter(decision -> decision.outcome() == Outcome.ELIGIBLE)
                        .count());
    }

    private FamilyHead head(long family) {
        return as.caseworker(COUNTY, () -> heads.read(family));
    }

    private FamilyHead.Member father(long family) {
        return head(family).members().get(0);
    }

    private String body(String uri) {
        return new String(
                mvc.get()
                        .uri(uri)
                        .with(as.signedIn(Role.CASEWORKER, COUNTY))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private long number(String table, long family, String condition) {
        return jdbcAsCaseworker("select count(*) from " + table + " where family_id = " + family + " and " + condition);
    }

    private long jdbcAsCaseworker(String sql) {
        return as.caseworker(COUNTY, () -> jdbc.sql(sql).query(Long.class).single());
    }

    private long onFile(String county, LocalDate day) {
        return figure(county, "closing", day, day);
    }

    private long figure(String county, String key, LocalDate from, LocalDate asOf) {
        return as.caseworker(
                county,
                () -> jdbc.sql("select count(*) from (" + rows.get(key) + ") figure")
                        .param("from", from)
                        .param("asOf", asOf)
                        .query(Long.class)
                        .single());
    }

    private java.util.Map<String, String> rows = java.util.Map.of();

    @Autowired
    void indicators(List<org.nuanxin.report.IndicatorSource> sources) {
        rows = sources.stream()
                .flatMap(source -> source.indicators().stream())
                .collect(java.util.stream.Collectors.toMap(
                        org.nuanxin.report.Indicator::key, org.nuanxin.report.Indicator::rows));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private SignedInAccount caseworker() {
        return as.account(Role.CASEWORKER, COUNTY);
    }

    private String village(String county, int n) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(n)
                .path();
    }
}
