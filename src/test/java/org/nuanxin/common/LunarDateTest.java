package org.nuanxin.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lunar calendar against dates printed in almanacs. */
class LunarDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-12, 九月初三",
        "2026-11-23, 十月十五",
        "2025-07-25, 闰六月初一",
        "2025-08-22, 闰六月廿九",
        "2024-02-09, 腊月三十",
        "2025-01-28, 腊月廿九",
        "2026-12-09, 冬月初一",
        "2033-12-22, 闰冬月初一",
        "2026-02-17, 正月初一",
        "2026-03-08, 正月二十"
    })
    void writesADayTheWayAlmanacsDo(LocalDate day, String text) {
        assertThat(LunarDate.of(day).text()).isEqualTo(text);
    }

    @Test
    void everyDayOfTheTableComesBackFromItsLunarDate() {
        LocalDate last = LocalDate.of(2050, 1, 22);
        long days = 0;
        for (LocalDate day = LocalDate.of(2020, 1, 25); !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(LunarDate.of(day).solar()).isEqualTo(day);
            days++;
        }
        assertThat(days).isEqualTo(10956);
        assertThatThrownBy(() -> LunarDate.of(last.plusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Why there is a table: ICU misses the two Springs whose new moon stands within minutes of midnight. */
    @Test
    void differsFromIcuWhereIcuIsWrongByADay() {
        List<LocalDate> different = new ArrayList<>();
        for (int year = 2021; year <= 2049; year++) {
            LocalDate ours = new LunarDate(year, 1, false, 1).solar();
            ChineseCalendar icu = new ChineseCalendar();
            icu.setTimeZone(TimeZone.getTimeZone("Asia/Shanghai"));
            icu.setTimeInMillis(ours.atTime(12, 0)
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toInstant()
                    .toEpochMilli());
            if (icu.get(Calendar.MONTH) != 0 || icu.get(Calendar.DAY_OF_MONTH) != 1) {
                different.add(ours);
            }
        }
        assertThat(different).containsExactly(LocalDate.of(2027, 2, 6), LocalDate.of(2030, 2, 3));
    }

    @Test
    void theWordGuardFindsWordsInAnyText() {
        assertThat(WordGuard.found(null, "中秋团圆，祝阖家欢乐")).containsExactly("团圆", "阖家");
        assertThat(WordGuard.found("膝盖疼，想去看医生", null)).isEmpty();
    }
}
