package org.nuanxin.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Festival days 2024 to 2030 as the State Council's holiday notices and almanacs print them. */
class FestivalTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-02-10, 2024-06-10, 2024-09-17, 2024-10-11",
        "2025, 2025-01-29, 2025-05-31, 2025-10-06, 2025-10-29",
        "2026, 2026-02-17, 2026-06-19, 2026-09-25, 2026-10-18",
        "2027, 2027-02-06, 2027-06-09, 2027-09-15, 2027-10-08",
        "2028, 2028-01-26, 2028-05-28, 2028-10-03, 2028-10-26",
        "2029, 2029-02-13, 2029-06-16, 2029-09-22, 2029-10-16",
        "2030, 2030-02-03, 2030-06-05, 2030-09-12, 2030-10-05"
    })
    void festivalsFallOnTheirDays(int year, LocalDate spring, LocalDate dragon, LocalDate moon, LocalDate ninth) {
        assertThat(Festival.SPRING_FESTIVAL.window(year).day()).isEqualTo(spring);
        assertThat(Festival.DRAGON_BOAT.window(year).day()).isEqualTo(dragon);
        assertThat(Festival.MID_AUTUMN.window(year).day()).isEqualTo(moon);
        assertThat(Festival.DOUBLE_NINTH.window(year).day()).isEqualTo(ninth);
    }

    @Test
    void theWindowOpensFifteenDaysBeforeAndEndsOnTheDay() {
        Festival.Window window = Festival.DOUBLE_NINTH.window(2026);
        assertThat(window.opensOn()).isEqualTo("2026-10-03");
        assertThat(window.dueOn()).isEqualTo("2026-10-18");
        assertThat(Festival.openOn(LocalDate.of(2026, 10, 2))).isEmpty();
        assertThat(Festival.openOn(LocalDate.of(2026, 10, 3))).contains(window);
        assertThat(Festival.openOn(LocalDate.of(2026, 10, 18))).contains(window);
        assertThat(Festival.openOn(LocalDate.of(2026, 10, 19))).isEmpty();
    }

    @Test
    void theSpringFestivalIsDueBeforeNewYearsEve() {
        assertThat(Festival.SPRING_FESTIVAL.window(2026).dueOn()).isEqualTo("2026-02-15");
        assertThat(Festival.SPRING_FESTIVAL.window(2027).dueOn()).isEqualTo("2027-02-04");
        assertThat(Festival.SPRING_FESTIVAL.window(2027).opensOn()).isEqualTo("2027-01-22");
    }

    @Test
    void aLeapMonthBringsNoSecondFestival() {
        LocalDate leapFifthOfFive = new org.nuanxin.common.LunarDate(2028, 5, true, 5).solar();
        assertThat(leapFifthOfFive).isEqualTo("2028-06-27");
        assertThat(Festival.on(leapFifthOfFive)).isEmpty();
        assertThat(Festival.on(LocalDate.of(2028, 5, 28))).isPresent();
    }

    @Test
    void theNextFestivalIsNamedAcrossTheYearsEnd() {
        assertThat(Festival.next(LocalDate.of(2026, 11, 23)).occasion()).isEqualTo("SPRING_FESTIVAL-2027");
    }
}
