package org.nuanxin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The real time, except for a thread that is told to live through a past day: the services then write a history of
 * years, each record on its own day.
 */
final class DemoClock extends Clock {

    private final Clock real;
    private final ThreadLocal<Duration> back = ThreadLocal.withInitial(() -> Duration.ZERO);

    DemoClock(Clock real) {
        this.real = real;
    }

    /** Does the work as on that day at ten in the morning; on today and later days at the real time. */
    void on(LocalDate day, Runnable work) {
        Instant then = day.atTime(LocalTime.of(10, 0)).atZone(getZone()).toInstant();
        back.set(day.isBefore(today()) ? Duration.between(then, real.instant()) : Duration.ZERO);
        try {
            work.run();
        } finally {
            back.remove();
        }
    }

    /** The real day. */
    LocalDate today() {
        return LocalDate.now(real);
    }

    @Override
    public Instant instant() {
        return real.instant().minus(back.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.getZone().equals(zone) ? this : new DemoClock(real.withZone(zone));
    }
}
