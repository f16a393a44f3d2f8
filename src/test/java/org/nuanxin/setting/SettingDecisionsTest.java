package org.nuanxin.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values of a setting through time: decided from a day on, corrected, ended; nothing stored is ever changed. */
@NuanxinTest
class SettingDecisionsTest {

    private static final Setting LIMIT = Setting.days("care.timely-care-days", 3, 1, 30);
    private static final String CITY = "350500000000";
    private static final String FENGZE = "350503000000";
    private static final String QUANGANG = "350505000000";

    @Autowired
    As as;

    @Autowired
    SettingDecisions decisions;

    @Autowired
    SettingReading reading;

    @Autowired
    Settings settings;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private SignedInAccount county;
    private LocalDate today;
    private String path;

    /** Each test decides for a township of its own. */
    @BeforeEach
    void aTownshipOfItsOwn() {
        county = as.account(Role.POLICY_ADMIN, FENGZE);
        today = LocalDate.now(clock);
        List<Region> townships =
                regions.within(new RegionPath(regions.byCode(FENGZE).path()), Region.Level.TOWNSHIP);
        path = townships.stream()
                .map(Region::path)
                .filter(township -> reading.line(LIMIT.key(), township).stream()
                        .noneMatch(line -> line.appliesTo().equals(township)))
                .findFirst()
                .orElseThrow();
    }

    private void decide(String value, LocalDate from) {
        as.run(county, () -> decisions.decide(LIMIT.key(), path, value, from, "局务会议"));
    }

    private String on(LocalDate day) {
        return settings.value(LIMIT, path, day);
    }

    private SettingLine line(String value) {
        return as.call(county, () -> reading.line(LIMIT.key(), path)).stream()
                .filter(one -> one.appliesTo().equals(path)
                        && one.supersededAt() == null
                        && one.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aValueCountsFromItsDayAndNotTheDayBefore() {
        decide("5", today.plusDays(10));
        assertThat(on(today.plusDays(9))).isEqualTo("3");
        assertThat(on(today.plusDays(10))).isEqualTo("5");
        assertThat(settings.number(LIMIT, path)).isEqualTo(3);
        decide("4", today);
        assertThat(settings.number(LIMIT, path)).isEqualTo(4);
        assertThat(on(today.plusDays(9)))
                .as("until the next one already decided")
                .isEqualTo("4");
        assertThat(on(today.plusDays(10))).isEqualTo("5");
        assertThat(settings.values(LIMIT, List.of(path, regions.byCode(QUANGANG).path())))
                .containsEntry(path, "4")
                .containsEntry(regions.byCode(QUANGANG).path(), "3");
    }

    @Test
    void theNearestRegionAboveDecidesAndVillagesFollow() {
        decide("6", today);
        String village = regions.within(new RegionPath(path), Region.Level.VILLAGE)
                .get(0)
                .path();
        assertThat(settings.number(LIMIT, village)).isEqualTo(6);
        assertThat(settings.number(LIMIT, regions.byCode(FENGZE).path())).isEqualTo(3);
    }

    @Test
    void aSuccessorEndsTheOneBeforeAndTheStoredRowsStay() {
        decide("4", today);
        long first = line("4").id();
        decide("8", today.plusDays(30));
        assertThat(on(today.plusDays(29))).isEqualTo("4");
        assertThat(on(today.plusDays(30))).isEqualTo("8");
        assertThat(jdbc.sql("select value || ' ' || (valid_to is null) from setting where id = ?")
                        .param(first)
                        .query(String.class)
                        .single())
                .isEqualTo("4 true");
    }

    @Test
    void aCorrectionReplacesTheValueOverTheSameDays() {
        decide("9", today);
        as.run(county, () -> decisions.correct(line("9").id(), "7", "写错了"));
        assertThat(settings.number(LIMIT, path)).isEqualTo(7);
        assertThat(as.call(county, () -> reading.line(LIMIT.key(), path)))
                .filteredOn(one -> one.appliesTo().equals(path) && one.supersededAt() != null)
                .extracting(SettingLine::value)
                .containsExactly("9");
    }

    @Test
    void anEndedValueGivesBackToTheRegionAboveAndAFutureOneIsWithdrawn() {
        decide("4", today);
        as.run(county, () -> decisions.end(line("4").id(), today.plusDays(5), "试行结束"));
        assertThat(on(today.plusDays(4))).isEqualTo("4");
        assertThat(on(today.plusDays(5))).isEqualTo("3");
        decide("8", today.plusDays(20));
        as.run(county, () -> decisions.end(line("8").id(), today.plusDays(20), "不试了"));
        assertThat(on(today.plusDays(20))).isEqualTo("3");
    }

    @Test
    void whatIsNoValueOrInThePastOrTwiceTheSameDayIsRefused() {
        assertThatThrownBy(() -> decide("31", today)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> decide("0", today)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> decide("三", today)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> decide("4", today.minusDays(1))).isInstanceOf(Rejected.class);
        decide("30", today);
        assertThatThrownBy(() -> decide("4", today)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> as.run(county, () -> decisions.end(line("30").id(), today, "没有一天")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void nobodyDecidesForAnotherCountyOrTheCityAbove() {
        SignedInAccount other = as.account(Role.POLICY_ADMIN, QUANGANG);
        assertThatThrownBy(() -> as.run(other, () -> decisions.decide(LIMIT.key(), path, "4", today, "越界")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.run(
                        county,
                        () -> decisions.decide(LIMIT.key(), regions.byCode(CITY).path(), "4", today, "越界")))
                .isInstanceOf(NotFound.class);
        decide("4", today);
        long id = line("4").id();
        assertThatThrownBy(() -> as.run(other, () -> decisions.correct(id, "5", "越界")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.run(
                        as.account(Role.SYSTEM_ADMIN, CITY),
                        () -> decisions.decide(LIMIT.key(), path, "4", today.plusDays(3), "越界")))
                .isInstanceOf(NotFound.class);
        assertThat(settings.number(LIMIT, path)).isEqualTo(4);
    }
}
