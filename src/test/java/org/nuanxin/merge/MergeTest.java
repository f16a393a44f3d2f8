package org.nuanxin.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.TestDatabase;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.care.Channel;
import org.nuanxin.care.TestVisits;
import org.nuanxin.care.Visits;
import org.nuanxin.caregroup.CareGroups;
import org.nuanxin.caregroup.SeatKind;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Sex;
import org.nuanxin.embedded.RoleConnection;
import org.nuanxin.family.DatedFacts;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.FamilyStatus;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.Origin;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two files of one family: found, looked at, merged, undone; as the real roles, on the real tables. */
@NuanxinTest
class MergeTest {

    private static final String COUNTY = "350525000000";
    private static final String ELSEWHERE = "350526000000";
    private static final LocalDate BORN = LocalDate.of(1956, 8, 9);

    @Autowired
    As as;

    @Autowired
    Merges merges;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    DatedFacts facts;

    @Autowired
    Visits visits;

    @Autowired
    CareGroups groups;

    @Autowired
    Regions regions;

    @Autowired
    Clock clock;

    @Autowired
    TestDatabase.Copy database;

    @Autowired
    MockMvcTester mvc;

    @Test
    void everythingOfTheSecondFileGoesToTheFirstAndOnePersonIsLeft() {
        Two two = two("并一");
        visit(two.other);
        seat(two.other);
        fact(two.other, LocalDate.of(2020, 1, 1));

        List<Merges.Moved> moved = as.caseworker(COUNTY, () -> merges.preview(two.wanted()));
        as.run(caseworker(), () -> merges.merge(two.wanted()));

        assertThat(moved)
                .filteredOn(m -> m.table().equals("visit"))
                .extracting(Merges.Moved::moved)
                .containsExactly(1L);
        assertThat(count("visit", two.keep)).isEqualTo(1);
        assertThat(count("visit", two.other)).isZero();
        assertThat(count("care_group", two.keep)).isEqualTo(1);
        assertThat(count("group_seat", two.keep)).isEqualTo(1);
        FamilyHead kept = head(two.keep);
        assertThat(kept.members()).hasSize(2).allMatch(FamilyHead.Member::active);
        assertThat(kept.members()).filteredOn(FamilyHead.Member::contact).hasSize(1);
        FamilyHead gone = head(two.other);
        assertThat(gone.status()).isEqualTo(FamilyStatus.EXITED);
        assertThat(gone.exitedOn()).isEqualTo(LocalDate.now(clock));
        assertThat(gone.members()).noneMatch(FamilyHead.Member::active);
        assertThat(as.caseworker(COUNTY, () -> facts.on(two.keep, LocalDate.of(2021, 1, 1))))
                .as("the fact went along, to the person who stays")
                .extracting(DatedFacts.Known::personId, DatedFacts.Known::value)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        kept.members().get(0).id(), "low-income"));
    }

    @Test
    void aPreviewWritesNothing() {
        Two two = two("并二");
        visit(two.other);
        Set<String> before = rows(two);
        as.caseworker(COUNTY, () -> merges.preview(two.wanted()));
        assertThat(rows(two)).isEqualTo(before);
    }

    @Test
    void undoingPutsEveryRowBackWhereItWas() {
        Two two = two("并三");
        as.run(approver(), () -> lifecycle.confirmAll(List.of(two.keep, two.other)));
        visit(two.other);
        seat(two.keep);
        seat(two.other);
        fact(two.keep, LocalDate.of(2020, 1, 1));
        fact(two.other, LocalDate.of(2020, 1, 1));
        Set<String> before = rows(two);
        assertThat(before).anyMatch(row -> row.startsWith("care_task")).anyMatch(row -> row.startsWith("group_seat"));

        Merges.Done done = merged(two);
        assertThat(rows(two)).isNotEqualTo(before);
        assertThat(as.caseworker(COUNTY, () -> merges.undo(done.id(), "看错了"))).isZero();

        assertThat(rows(two)).isEqualTo(before);
        assertThatThrownBy(() -> as.caseworker(COUNTY, () -> merges.undo(done.id(), "再来一次")))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.key()).isEqualTo("merge.reject.undone-already"));
    }

    @Test
    void whatCameAfterTheMergeStaysWithTheFileThatWentOn() {
        Two two = two("并四");
        Merges.Done done = merged(two);
        visit(two.keep);
        as.caseworker(COUNTY, () -> merges.undo(done.id(), "不是同一户"));
        assertThat(count("visit", two.keep)).isEqualTo(1);
        assertThat(head(two.other).status()).isEqualTo(FamilyStatus.REGISTERED);
    }

    @Test
    void ofTwoTasksForOneOccasionTheOneThatWasDoneCounts() {
        Two two = two("并五");
        as.run(approver(), () -> lifecycle.confirmAll(List.of(two.keep, two.other)));
        visit(two.other);
        long doneBefore = tasks(two.other, "status in ('DONE', 'FULFILLED_OTHERWISE')");
        assertThat(doneBefore).isPositive();
        merged(two);
        assertThat(tasks(two.keep, "status in ('DONE', 'FULFILLED_OTHERWISE')")).isEqualTo(doneBefore);
        assertThat(tasks(two.other, "status = 'OPEN'")).isZero();
        assertThat(duplicateTasks(two.keep)).isZero();
    }

    @Test
    void sendingTheSameMergeAgainIsOneMerge() {
        Two two = two("并六");
        Merges.Wanted wanted = two.wanted();
        as.run(caseworker(), () -> merges.merge(wanted));
        as.run(caseworker(), () -> merges.merge(wanted));
        assertThat(as.caseworker(COUNTY, () -> merges.of(two.keep))).hasSize(1);
        assertThatThrownBy(() -> as.run(caseworker(), () -> merges.merge(two.wanted())))
                .isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.key()).isEqualTo("merge.reject.closed"));
    }

    @Test
    void theFileThatIsFurtherOnIsKept() {
        Two two = two("并七");
        as.run(approver(), () -> lifecycle.confirmAll(List.of(two.other)));
        assertThatThrownBy(() -> as.run(caseworker(), () -> merges.merge(two.wanted())))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.key()).isEqualTo("merge.reject.keep-the-other"));
    }

    @Test
    void nobodyMergesAFileOfAnotherCounty() {
        Two two = two("并八");
        long foreign =
                as.caseworker(ELSEWHERE, () -> families.register(TestFamilies.stock(village(ELSEWHERE), "并八外", "并八妻")));
        Merges.Wanted wanted =
                new Merges.Wanted(UUID.randomUUID(), two.keep, foreign, Map.of(), Map.of(), Set.of(), "同一户");
        assertThatThrownBy(() -> as.run(caseworker(), () -> merges.merge(wanted)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.run(as.account(Role.CASEWORKER, ELSEWHERE), () -> merges.merge(two.wanted())))
                .isInstanceOf(NotFound.class);
        var city = as.signedIn(Role.APPROVER, "350500000000");
        assertThat(mvc.get()
                        .uri("/duplicates/" + two.keep + "/" + foreign)
                        .with(city)
                        .exchange())
                .hasStatusOk();
        var other = as.signedIn(Role.CASEWORKER, ELSEWHERE);
        assertThat(mvc.get()
                        .uri("/duplicates/" + two.keep + "/" + two.other)
                        .with(other)
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void fieldsAreTakenWhereTheyWereChosenAndFilledWhereTheyLack() {
        Two two = two("并九");
        Merges.Wanted wanted = new Merges.Wanted(
                UUID.randomUUID(),
                two.keep,
                two.other,
                two.persons(),
                Map.of(),
                Set.of("person:" + two.otherPerson + ":phone"),
                "同一户");
        String otherPhone = head(two.other).members().get(0).phone();
        String keptAccount = head(two.keep).members().get(0).account();
        as.run(caseworker(), () -> merges.merge(wanted));
        FamilyHead.Member kept = head(two.keep).members().get(0);
        assertThat(kept.phone()).isEqualTo(otherPhone);
        assertThat(kept.account()).isEqualTo(keptAccount);
    }

    @Test
    void filesThatLookAlikeAreAPairUntilSomebodySaysTheyAreTwo() {
        Two two = two("成对");
        DuplicateFilter filter = new DuplicateFilter();
        filter.setQ("成对");
        assertThat(as.caseworker(COUNTY, () -> pairs.page(filter).rows()))
                .extracting(pair -> pair.first().id(), pair -> pair.second().id(), DuplicatePairs.Pair::likeness)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        two.keep, two.other, Set.of(Likeness.PERSON, Likeness.CHILD)));
        assertThat(as.caseworker(ELSEWHERE, () -> pairs.page(filter).rows())).isEmpty();

        as.run(caseworker(), () -> pairs.rule(two.other, two.keep, "堂兄弟，都住村里"));
        assertThat(as.caseworker(COUNTY, () -> pairs.page(filter).rows())).isEmpty();
        assertThat(as.caseworker(COUNTY, () -> pairs.like(two.keep))).isEmpty();
        filter.setRuled(true);
        DuplicatePairs.Pair ruled =
                as.caseworker(COUNTY, () -> pairs.page(filter).rows()).get(0);
        assertThat(ruled.reason()).isEqualTo("堂兄弟，都住村里");
        long ruling = ruled.ruling();
        as.run(caseworker(), () -> pairs.revoke(ruling));
        filter.setRuled(false);
        assertThat(as.caseworker(COUNTY, () -> pairs.page(filter).rows())).hasSize(1);
    }

    @Test
    void thePagesAreForThoseWhoReviewAndKeepWhatWasTyped() {
        Two two = two("并页");
        String pair = "/duplicates/" + two.keep + "/" + two.other;
        assertThat(mvc.get()
                        .uri("/duplicates")
                        .with(as.signedIn(Role.FPA_STAFF, COUNTY))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
        var caseworker = as.signedIn(Role.CASEWORKER, COUNTY);
        assertThat(mvc.get().uri("/duplicates").with(caseworker).exchange()).hasStatusOk();
        assertThat(mvc.get().uri(pair).with(caseworker).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("并页夫")
                .doesNotContainPattern("\\d{17}[0-9X]");
        assertThat(mvc.post()
                        .uri(pair + "/preview")
                        .param("persons[" + two.otherPerson + "]", "0")
                        .with(csrf())
                        .with(caseworker)
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("写一句为什么说是同一户");
        assertThat(mvc.post()
                        .uri(pair + "/preview")
                        .param("persons[" + two.otherPerson + "]", String.valueOf(two.keepPerson))
                        .param("reason", "登记了两次")
                        .with(csrf())
                        .with(caseworker)
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("并档会怎样", "登记了两次");
        assertThat(mvc.get().uri("/families/" + two.keep).with(caseworker).exchange())
                .bodyText()
                .contains("可能是同一户");
        assertThat(mvc.get().uri("/duplicates/export").with(caseworker).exchange())
                .hasStatusOk();
    }

    @Test
    void everyReferenceBetweenRowsOfAFamilyCanBeCheckedAtTheEnd() throws SQLException {
        assertThat(owner("""
                        select c.conrelid::regclass || '.' || c.conname from pg_constraint c
                        where c.contype = 'f' and not c.condeferrable and c.confrelid <> 'family'::regclass
                          and c.connamespace = 'public'::regnamespace
                          and exists (select 1 from pg_attribute a where a.attrelid = c.conrelid
                                      and a.attnum = any (c.conkey) and a.attname = 'family_id')"""))
                .as("references by family_id that a merge could not hand over")
                .isEmpty();
    }

    /** Two files of the same people, registered from two sources; the second lacks the citizen ID. */
    private class Two {
        private final long keep;
        private final long other;
        private final long keepPerson;
        private final long otherPerson;

        Two(String name) {
            NewFamily first = TestFamilies.family(
                    Origin.STOCK,
                    village(COUNTY),
                    null,
                    List.of(
                            TestFamilies.parent(name + "夫", true, TestFamilies.citizenId(BORN, Sex.MALE)),
                            TestFamilies.parent(
                                    name + "妻", false, TestFamilies.citizenId(BORN.plusYears(2), Sex.FEMALE))));
            NewFamily second = TestFamilies.family(
                    Origin.STOCK,
                    village(COUNTY),
                    null,
                    List.of(TestFamilies.parent(name + "夫", true, TestFamilies.citizenId(BORN.plusDays(3), Sex.MALE))));
            NewFamily named = named(second, name + "孩");
            NewFamily firstNamed = named(first, name + "孩");
            keep = as.caseworker(COUNTY, () -> families.register(firstNamed));
            other = as.caseworker(COUNTY, () -> families.register(named));
            keepPerson = head(keep).members().get(0).id();
            otherPerson = head(other).members().get(0).id();
        }

        Map<Long, Long> persons() {
            return Map.of(otherPerson, keepPerson);
        }

        Merges.Wanted wanted() {
            long child = head(other).children().get(0).id();
            return new Merges.Wanted(
                    UUID.randomUUID(),
                    keep,
                    other,
                    persons(),
                    Map.of(child, head(keep).children().get(0).id()),
                    Set.of(),
                    "登记了两次");
        }
    }

    private static NewFamily named(NewFamily family, String child) {
        NewFamily.NewChild known = family.children().get(0);
        return new NewFamily(
                family.clientId(),
                family.origin(),
                family.category(),
                family.filingPath(),
                family.residencePath(),
                family.address(),
                family.livingArrangement(),
                family.knownOn(),
                family.toldBy(),
                family.preferences(),
                family.people(),
                List.of(new NewFamily.NewChild(
                        child,
                        known.called(),
                        known.sex(),
                        known.bornOn(),
                        known.diedOn(),
                        known.diedPrecision(),
                        known.certifiedBy())));
    }

    private Two two(String name) {
        return new Two(name);
    }

    private Merges.Done merged(Two two) {
        as.run(caseworker(), () -> merges.merge(two.wanted()));
        return as.caseworker(COUNTY, () -> merges.of(two.keep)).get(0);
    }

    private void visit(long family) {
        as.caseworker(
                COUNTY,
                () -> visits.log(family, TestVisits.of(caseworker().id(), LocalDate.now(clock), Channel.HOME, true)));
    }

    private void seat(long family) {
        as.caseworker(
                COUNTY,
                () -> groups.seat(
                        family,
                        new CareGroups.Seating(
                                SeatKind.VILLAGE_DOCTOR, "郭志文", null, null, null, LocalDate.of(2025, 3, 1))));
    }

    private void fact(long family, LocalDate from) {
        long person = head(family).members().get(0).id();
        as.run(
                caseworker(),
                () -> facts.record(
                        family, person, new NewFamily.NewFact("livelihood", "low-income", from, null, "名单")));
    }

    private FamilyHead head(long family) {
        return as.caseworker(COUNTY, () -> heads.read(family));
    }

    private SignedInAccount caseworker() {
        return as.account(Role.CASEWORKER, COUNTY);
    }

    private SignedInAccount approver() {
        return as.account(Role.APPROVER, COUNTY);
    }

    private String village(String county) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
    }

    private long count(String table, long family) {
        return number("select count(*) from " + table + " where family_id = " + family);
    }

    private long tasks(long family, String condition) {
        return number("select count(*) from care_task where family_id = " + family + " and " + condition);
    }

    private long duplicateTasks(long family) {
        return number("select count(*) from (select 1 from care_task where family_id = " + family
                + " and status <> 'CANCELLED' group by kind, split_part(occasion, '~', 1) having count(*) > 1) twice");
    }

    private long number(String sql) {
        try {
            return Long.parseLong(owner(sql).iterator().next());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Every row of both files in every table, without the counters of optimistic locking. */
    private Set<String> rows(Two two) {
        try {
            Set<String> rows = new TreeSet<>();
            List<String> tables = new ArrayList<>(owner("""
                            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'family_id'
                            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                              and c.relname not in ('audit_event', 'family_merge', 'family_merge_image', 'family_exit')"""));
            String both = " in (" + two.keep + ", " + two.other + ")";
            for (String table : tables) {
                rows.addAll(owner("select '" + table + "' || (to_jsonb(t) - 'version')::text from " + table
                        + " t where t.family_id" + both));
            }
            rows.addAll(owner("select 'family' || (to_jsonb(t) - 'version')::text from family t where t.id" + both));
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Set<String> owner(String sql) throws SQLException {
        RoleConnection owner = database.owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            Set<String> rows = new TreeSet<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
