package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.common.NotFound;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was true on a past date stays answerable; and the database keeps four eyes by itself. */
@NuanxinTest
class DatedFactsTest {

    private static final String ANXI = "350524000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    DatedFacts facts;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    private long family;
    private long person;

    @BeforeEach
    void aFamily() {
        String village = regions.within(new RegionPath(regions.byCode(ANXI).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        family = as.caseworker(ANXI, () -> families.register(TestFamilies.stock(village, "谢有年", "谢有妻")));
        person = as.caseworker(ANXI, () -> heads.read(family).members().get(0).id());
    }

    @Test
    void anotherGradeEndsTheOneBeforeOnItsDay() {
        record("mild", "2024-03-01");
        record("severe", "2026-03-01");
        assertThat(on("2024-02-29")).isEmpty();
        assertThat(on("2024-03-01")).containsExactly("mild");
        assertThat(on("2026-02-28")).containsExactly("mild");
        assertThat(on("2026-03-01")).containsExactly("severe");
    }

    @Test
    void anEarlierGradeLearnedLaterHoldsUntilTheKnownOne() {
        record("severe", "2026-03-01");
        record("moderate", "2025-01-01");
        assertThat(on("2025-06-01")).containsExactly("moderate");
        assertThat(on("2026-03-01")).containsExactly("severe");
    }

    @Test
    void aCorrectionOfTheSameDayReplacesAndWhatWasWrongStaysInTheTable() {
        record("mild", "2024-03-01");
        record("moderate", "2024-03-01");
        assertThat(on("2024-03-01")).containsExactly("moderate");
        assertThat(as.caseworker(
                        ANXI,
                        () -> jdbc.sql("""
                                select count(*) from dated_fact
                                where person_id = :person and value = 'mild' and superseded_at is not null""")
                                .param("person", person)
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void nobodyRecordsAFactForAFamilyOfAnotherCounty() {
        assertThatThrownBy(() -> as.run(
                        as.account(Role.CASEWORKER, "350583000000"),
                        () -> facts.record(family, person, grade("mild", "2024-03-01"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theDatabaseItselfRefusesAConfirmationByTheRegistrar() {
        assertThatThrownBy(() -> as.caseworker(
                        ANXI, () -> jdbc.sql("""
                                update family set status = 'CONFIRMED', confirmed_by = registered_by, confirmed_on = current_date
                                where id = :family""").param("family", family).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("family_four_eyes");
    }

    private void record(String grade, String from) {
        as.run(as.account(Role.CASEWORKER, ANXI), () -> facts.record(family, person, grade(grade, from)));
    }

    private static NewFamily.NewFact grade(String grade, String from) {
        return new NewFamily.NewFact("ability-grade", grade, LocalDate.parse(from), null, "县评估中心");
    }

    private List<String> on(String day) {
        return as.caseworker(
                ANXI,
                () -> facts.on(family, LocalDate.parse(day)).stream()
                        .map(DatedFacts.Known::value)
                        .toList());
    }
}
