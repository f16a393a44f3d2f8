package org.nuanxin.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An official list on its way.
 *
 * @param outside rows about people who are no members here
 * @param endMissing whether those who are no longer on it end
 */
record ListImport(
        long id,
        String regionPath,
        ListKind kind,
        LocalDate asOf,
        String source,
        String fileName,
        boolean done,
        int rows,
        int errors,
        int outside,
        int repeated,
        boolean endMissing,
        int applied,
        int ended,
        String createdBy,
        Instant createdAt,
        @Nullable Instant doneAt) {

    /** How a row compares with what is recorded, in the order of the tabs. */
    enum Outcome {
        DIFFERS,
        NEW,
        LATER,
        DECEASED,
        UNCHANGED;

        /** Whether it may be written. */
        boolean writes() {
            return this == DIFFERS || this == NEW || this == LATER;
        }

        /** Part of addresses and message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A person on the list beside what is recorded.
     *
     * @param held what is recorded for that day, null where nothing is
     * @param until where the new statement would end
     */
    record Row(
            long id,
            int number,
            long familyId,
            long personId,
            String name,
            String place,
            String value,
            LocalDate from,
            @Nullable LocalDate due,
            @Nullable String held,
            @Nullable LocalDate heldFrom,
            @Nullable String heldSource,
            @Nullable LocalDate until,
            Outcome outcome,
            boolean nameDiffers,
            boolean take) {}

    /** Somebody who stood on the list last time. */
    record Missing(long personId, long familyId, String name, String value, LocalDate from) {}

    /** A row to mend. */
    record Wrong(int row, Problem problem) {}
}
