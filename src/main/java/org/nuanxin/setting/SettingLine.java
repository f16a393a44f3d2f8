package org.nuanxin.setting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One decision of a region about a setting, {@code [from, to)}; superseded ones are read, never changed. */
public record SettingLine(
        long id,
        String appliesTo,
        String key,
        String value,
        LocalDate from,
        @Nullable LocalDate to,
        String reason,
        @Nullable String endReason,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant supersededAt) {

    /** Whether it counts on the day. */
    public boolean inForceOn(LocalDate day) {
        LocalDate end = to;
        return !from.isAfter(day) && (end == null || end.isAfter(day));
    }

    /** Whether it has not begun on the day. */
    public boolean future(LocalDate day) {
        return from.isAfter(day);
    }
}
