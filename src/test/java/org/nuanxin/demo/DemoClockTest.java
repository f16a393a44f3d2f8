package org.nuanxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoClockTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final DemoClock clock =
            new DemoClock(Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Shanghai")));

    @Test
    void workIsDoneOnThePastDayAndTheClockComesBack() {
        List<LocalDate> days = new ArrayList<>();
        clock.on(TODAY.minusDays(800), () -> days.add(LocalDate.now(clock)));
        days.add(LocalDate.now(clock));
        assertThat(days).containsExactly(TODAY.minusDays(800), TODAY);
    }

    @Test
    void itNeverRunsAhead() {
        clock.on(TODAY, () -> assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-23T01:00:00Z")));
        clock.on(TODAY.plusDays(3), () -> assertThat(LocalDate.now(clock)).isEqualTo(TODAY));
    }

    @Test
    void itComesBackAfterAFailureToo() {
        try {
            clock.on(TODAY.minusDays(1), () -> {
                throw new IllegalStateException("something went wrong that day");
            });
        } catch (IllegalStateException expected) {
            assertThat(LocalDate.now(clock)).isEqualTo(TODAY);
            return;
        }
        throw new AssertionError("the failure was swallowed");
    }
}
