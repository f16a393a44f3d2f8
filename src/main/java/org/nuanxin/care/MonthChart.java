package org.nuanxin.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nuanxin.common.Formats;

/** Bars of a month's visits, in a picture of 916 × 112: filled for done, hollow for agreed. */
record MonthChart(LocalDate month, long done, long planned, List<Day> days) {

    private static final double LEFT = 20;
    private static final double STEP = 28.65;
    private static final double BASE = 78;
    private static final double HIGH = 54;

    /** One day: figures for the table, and where its bars stand. */
    record Day(
            LocalDate on,
            long done,
            long planned,
            boolean today,
            boolean free,
            String label,
            String under,
            boolean festival,
            String x,
            String bar,
            String doneY,
            String doneHeight,
            String plannedY,
            String plannedHeight) {}

    static MonthChart of(
            YearMonth month, Map<LocalDate, Long> done, Map<LocalDate, Long> planned, Formats formats, Words words) {
        LocalDate today = formats.today();
        long most = 1;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            most = Math.max(most, done.getOrDefault(day, 0L) + planned.getOrDefault(day, 0L));
        }
        List<Day> days = new ArrayList<>();
        for (int n = 1; n <= month.lengthOfMonth(); n++) {
            LocalDate day = month.atDay(n);
            long went = done.getOrDefault(day, 0L);
            long agreed = day.isBefore(today) ? 0 : planned.getOrDefault(day, 0L);
            double middle = LEFT + STEP * (n - 0.5);
            double height = HIGH * went / most;
            double hollow = HIGH * agreed / most;
            Festival.Window festival = Festival.on(day).orElse(null);
            boolean isToday = day.equals(today);
            days.add(new Day(
                    day,
                    went,
                    agreed,
                    isToday,
                    day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY,
                    String.valueOf(n),
                    festival != null
                            ? words.label("festival.short", festival.festival())
                            : isToday
                                    ? words.say("today")
                                    : words.label("weekday", day.getDayOfWeek().getValue()),
                    festival != null,
                    at(middle),
                    at(middle - 7),
                    at(BASE - height),
                    at(height),
                    at(BASE - height - hollow - (went > 0 && agreed > 0 ? 2 : 0)),
                    at(hollow)));
        }
        return new MonthChart(
                month.atDay(1),
                days.stream().mapToLong(Day::done).sum(),
                days.stream().mapToLong(Day::planned).sum(),
                days);
    }

    private static String at(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }
}
