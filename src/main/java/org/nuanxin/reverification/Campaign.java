package org.nuanxin.reverification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A county's re-verification of a year, {@code [opensOn, endsOn)}.
 *
 * @param matchedAt when data were last matched
 * @param closedAt null while newcomers still join; what is open then stays open and is asked on
 */
record Campaign(
        long id,
        String regionPath,
        int year,
        LocalDate opensOn,
        LocalDate endsOn,
        List<CheckKind> checks,
        String openedBy,
        @Nullable Instant matchedAt,
        @Nullable Instant closedAt,
        int version) {

    /** The last day of the window. */
    public LocalDate lastDay() {
        return endsOn.minusDays(1);
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** Names the campaign's tasks. */
    String occasion() {
        return String.valueOf(year);
    }
}
