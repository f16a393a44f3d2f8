package org.nuanxin.common;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day of the Chinese calendar (GB/T 33661-2017), for the lunar years 2020 to 2049.
 *
 * <p>The months come from a table and not from ICU's ChineseCalendar: that one computes the new moon with an error of
 * minutes and puts the Spring Festival of 2027 and of 2030, whose new moons fall within eight minutes of midnight, on the
 * wrong day. Every month of the table was compared with the new moon after Meeus.
 *
 * @param year lunar year, named by the Gregorian year it begins in
 * @param month 1 to 12
 * @param leap whether this is the leap month after the month of that number
 * @param day 1 to 30
 */
public record LunarDate(int year, int month, boolean leap, int day) {

    private static final int FIRST_YEAR = 2020;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 25);

    /** A year each: bits 16 to 4 are the lengths of the leap month and of months 1 to 12 (1 = 30 days); bits 3 to 0 name the leap month. */
    private static final int[] YEARS = {
        0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65, 0x0d530, // 2020
        0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520, 0x0dd45, // 2030
        0x0b5a0, 0x056d0, 0x055b2, 0x049b0, 0x0a577, 0x0a4b0, 0x0aa50, 0x1b255, 0x06d20, 0x0ada0 // 2040
    };

    private static final String DIGITS = "〇一二三四五六七八九十";

    /** The lunar date of a day. Throws {@link IllegalArgumentException} outside the table. */
    public static LunarDate of(LocalDate day) {
        long left = ChronoUnit.DAYS.between(FIRST_DAY, day);
        if (left < 0) {
            throw new IllegalArgumentException("before the table: " + day);
        }
        for (int i = 0; i < YEARS.length; i++) {
            int leapMonth = YEARS[i] & 15;
            for (int month = 1; month <= 12; month++) {
                int length = length(YEARS[i], month, false);
                if (left < length) {
                    return new LunarDate(FIRST_YEAR + i, month, false, (int) left + 1);
                }
                left -= length;
                if (month == leapMonth) {
                    length = length(YEARS[i], month, true);
                    if (left < length) {
                        return new LunarDate(FIRST_YEAR + i, month, true, (int) left + 1);
                    }
                    left -= length;
                }
            }
        }
        throw new IllegalArgumentException("after the table: " + day);
    }

    /** The Gregorian day. Throws {@link IllegalArgumentException} outside the table. */
    public LocalDate solar() {
        int index = year - FIRST_YEAR;
        if (index < 0 || index >= YEARS.length) {
            throw new IllegalArgumentException("outside the table: " + year);
        }
        long days = day - 1L;
        for (int i = 0; i < index; i++) {
            days += yearLength(YEARS[i]);
        }
        int info = YEARS[index];
        for (int m = 1; m < month || (m == month && leap); m++) {
            days += length(info, m, false);
            if (m == (info & 15) && m < month) {
                days += length(info, m, true);
            }
        }
        return FIRST_DAY.plusDays(days);
    }

    /** 九月初三, 闰六月十五. */
    public String text() {
        String named = month == 1 ? "正" : month == 11 ? "冬" : month == 12 ? "腊" : DIGITS.substring(month, month + 1);
        return (leap ? "闰" : "") + named + "月" + dayText();
    }

    private String dayText() {
        if (day == 10 || day == 20 || day == 30) {
            return day == 10 ? "初十" : day == 20 ? "二十" : "三十";
        }
        return "初十廿".charAt(day / 10) + DIGITS.substring(day % 10, day % 10 + 1);
    }

    private static int length(int info, int month, boolean leapMonth) {
        return (info & (leapMonth ? 0x10000 : 0x10000 >> month)) == 0 ? 29 : 30;
    }

    private static int yearLength(int info) {
        int days = (info & 15) == 0 ? 0 : length(info, 0, true);
        for (int month = 1; month <= 12; month++) {
            days += length(info, month, false);
        }
        return days;
    }
}
