package org.nuanxin.care;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuanxin.common.LunarDate;

/** The major traditional festivals (R 一(一); which ones beyond the Spring Festival: [A], the Reply's group activities). */
public enum Festival {
    SPRING_FESTIVAL(1, 1),
    DRAGON_BOAT(5, 5),
    MID_AUTUMN(8, 15),
    DOUBLE_NINTH(9, 9);

    private final int month;
    private final int day;

    Festival(int month, int day) {
        this.month = month;
        this.day = day;
    }

    /**
     * When a festival is visited; both days are inside.
     *
     * @param occasion names it once and for all: SPRING_FESTIVAL-2027
     */
    public record Window(Festival festival, String occasion, LocalDate day, LocalDate opensOn, LocalDate dueOn) {

        public boolean contains(LocalDate date) {
            return !date.isBefore(opensOn) && !date.isAfter(dueOn);
        }
    }

    /** The window of a lunar year; the Spring Festival is due before 除夕, the others on the day. */
    public Window window(int lunarYear) {
        return window(lunarYear, CareLimits.FESTIVAL_WINDOW_DAYS);
    }

    private Window window(int lunarYear, int days) {
        LocalDate on = new LunarDate(lunarYear, month, false, day).solar();
        LocalDate due = this == SPRING_FESTIVAL ? on.minusDays(2) : on;
        return new Window(this, name() + "-" + lunarYear, on, on.minusDays(days), due);
    }

    /** The window that is open on a day, as built in. */
    public static Optional<Window> openOn(LocalDate day) {
        return openOn(day, CareLimits.FESTIVAL_WINDOW_DAYS);
    }

    /** The window that is open on a day where windows open so many days before the festival, at most 20. */
    static Optional<Window> openOn(LocalDate day, int days) {
        return around(day, days).filter(window -> window.contains(day)).findFirst();
    }

    /** The next window to open after a day. */
    public static Window next(LocalDate day) {
        return around(day)
                .filter(window -> window.opensOn().isAfter(day))
                .min(Comparator.comparing(Window::opensOn))
                .orElseThrow();
    }

    /** The festival on a day. */
    public static Optional<Window> on(LocalDate day) {
        return around(day).filter(window -> window.day().equals(day)).findFirst();
    }

    private static Stream<Window> around(LocalDate day) {
        return around(day, CareLimits.FESTIVAL_WINDOW_DAYS);
    }

    private static Stream<Window> around(LocalDate day, int days) {
        return Stream.of(day.getYear() - 1, day.getYear(), day.getYear() + 1)
                .flatMap(year -> Arrays.stream(values()).map(festival -> festival.window(year, days)));
    }
}
