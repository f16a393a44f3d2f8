package org.nuanxin.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Visits that tests log. */
public final class TestVisits {

    private TestVisits() {}

    public static NewVisit of(long visitor, LocalDate on, Channel channel, boolean met) {
        return of(visitor, content(on, channel, met, null, false));
    }

    static NewVisit of(long visitor, NewVisit.Content content) {
        return new NewVisit(UUID.randomUUID(), false, visitor, content);
    }

    static NewVisit.Content content(LocalDate on, Channel channel, boolean met, String promise, boolean worry) {
        return new NewVisit.Content(
                on,
                null,
                channel,
                met,
                met ? null : NotMetReason.NOT_HOME,
                null,
                List.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                promise,
                null,
                null,
                null,
                worry,
                worry ? "一个人在家，药没按时吃" : null);
    }
}
