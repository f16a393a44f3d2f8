package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way to find a family, and that none of them leads out of the scope. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingTest {

    private static final String HERE = "350505000000";
    private static final String THERE = "350503000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyList list;

    @Autowired
    Regions regions;

    @Autowired
    PhoneTails tails;

    @Autowired
    JdbcClient jdbc;

    private final CitizenId id = TestFamilies.citizenId(LocalDate.of(1940, 2, 3), Sex.MALE);
    private Region village;
    private Region township;
    private long family;
    private long elsewhere;

    @BeforeAll
    void twoFamiliesOfTheSameNameInTwoCounties() {
        village = villages(HERE).get(3);
        township = regions.ancestorsAndSelf(village.path()).stream()
                .filter(region -> region.level() == Region.Level.TOWNSHIP)
                .findFirst()
                .orElseThrow();
        family = as.caseworker(
                HERE,
                () -> families.register(
                        wanted(village.path(), villages(HERE).get(4).path())));
        elsewhere = as.caseworker(
                THERE,
                () -> families.register(
                        TestFamilies.stock(villages(THERE).get(0).path(), "詹艺苏", "詹妻")));
    }

    private NewFamily wanted(String home, String filed) {
        return new NewFamily(
                UUID.randomUUID(),
                Origin.STOCK,
                Category.CHILD_DISABLED,
                filed,
                home,
                null,
                LivingArrangement.ALONE,
                null,
                null,
                new ContactPreferences(
                        null, null, ContactPreferences.Visits.PHONE_ONLY, false, null, null, null, null, null, null),
                List.of(new NewFamily.NewPerson(
                        UUID.randomUUID(),
                        PersonRole.PARENT,
                        true,
                        "詹艺苏",
                        id,
                        null,
                        null,
                        "13859507788",
                        null,
                        null,
                        null,
                        List.of(new NewFamily.NewFact(
                                "livelihood", "low-income", LocalDate.of(2024, 1, 1), null, "县民政局")))),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"詹艺", "zhanyisu", "zys", "7788", "138 5950 7788", "詹 艺苏", "ZYS 7788"})
    void aFamilyIsFoundByNameSoundAndTail(String typed) {
        assertThat(found(typed)).containsExactly(family);
    }

    @Test
    void aFamilyIsFoundByCitizenIdFileNumberAndVillage() {
        String number =
                as.caseworker(HERE, () -> list.byIds(List.of(family)).get(0).fileNumber());
        assertThat(found(id.value())).containsExactly(family);
        assertThat(found(number)).containsExactly(family);
        assertThat(found(village.nameZh())).contains(family);
        assertThat(found(township.nameZh().substring(0, 2) + " 詹")).containsExactly(family);
        assertThat(found(village.nameZh() + " 张")).doesNotContain(family);
    }

    @Test
    void anotherCountyFindsNothingByAnyWay() {
        for (String typed : List.of("zhanyisu", "詹艺", village.nameZh(), "7788", "13859507788", id.value())) {
            assertThat(as.caseworker(THERE, () -> ids(Map.of("q", typed)))).doesNotContain(family);
        }
        assertThat(found("詹艺")).doesNotContain(elsewhere);
    }

    @ParameterizedTest
    @CsvSource({
        "category, CHILD_DISABLED, BEREAVED",
        "living, ALONE, COUPLE",
        "visits, PHONE_ONLY, WELCOME",
        "livelihood, low-income, none",
        "age, 80-150, 0-48",
        "origin, STOCK, NEW",
        "ability, unknown, mild",
        "with.last-visit, never, 12345",
        "with.last-visit, 90, no-such-option",
        "status, REGISTERED, EXITED"
    })
    void aFilterKeepsThoseItMeansAndLeavesTheOthersOut(String name, String is, String isNot) {
        assertThat(as.caseworker(HERE, () -> ids(Map.of("q", "zys", name, is)))).containsExactly(family);
        assertThat(as.caseworker(HERE, () -> ids(Map.of("q", "zys", name, isNot))))
                .isEmpty();
    }

    @Test
    void aFilterByPlaceAndByLivingElsewhereFollowsTheResidence() {
        Map<String, String> here =
                Map.of("q", "zys", "township", township.path(), "village", village.path(), "elsewhere", "yes");
        assertThat(as.caseworker(HERE, () -> ids(here))).containsExactly(family);
        assertThat(as.caseworker(
                        HERE,
                        () -> ids(Map.of(
                                "q",
                                "zys",
                                "township",
                                township.path(),
                                "village",
                                villages(HERE).get(4).path()))))
                .isEmpty();
        assertThat(as.caseworker(HERE, () -> ids(Map.of("exit", "BIRTH", "exit-year", "2025"))))
                .doesNotContain(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "place", "number"})
    void everyOrderLeadsThroughAllPagesOnce(String sort) {
        as.caseworker(HERE, () -> {
            for (int i = 0; i < 30; i++) {
                families.register(TestFamilies.stock(villages(HERE).get(i % 3).path(), "序" + i, "序妻"));
            }
            return true;
        });
        as.caseworker(HERE, () -> {
            List<Long> all = new ArrayList<>();
            String after = null;
            do {
                var page = list.page(
                        FamilyFilter.of(after == null ? Map.of("sort", sort) : Map.of("sort", sort, "after", after)));
                page.rows().forEach(row -> all.add(row.id()));
                after = page.next();
            } while (after != null);
            assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(30).contains(family);
            return true;
        });
    }

    @Test
    void numbersFromBeforeGetTheirTailAtTheNextStart() {
        as.caseworker(
                HERE,
                () -> jdbc.sql("update person set phone_tail_index = null where family_id = :id")
                        .param("id", family)
                        .update());
        assertThat(found("7788")).isEmpty();
        tails.complete();
        assertThat(found("7788")).containsExactly(family);
    }

    private List<Long> found(String typed) {
        return as.caseworker(HERE, () -> ids(Map.of("q", typed)));
    }

    private List<Long> ids(Map<String, String> parameters) {
        return list.page(FamilyFilter.of(parameters)).rows().stream()
                .map(FamilyList.Row::id)
                .toList();
    }

    private List<Region> villages(String county) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE);
    }
}
