package org.nuanxin.common;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days {@code [from, to)}; without {@code to} the range is open. */
@Embeddable
public record DateRange(LocalDate from, @Nullable LocalDate to) {

    public DateRange {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to is before from: " + from + " " + to);
        }
    }

    public static DateRange since(LocalDate from) {
        return new DateRange(from, null);
    }

    /** The calendar year, 1 January to 1 January. */
    public static DateRange year(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
