package org.nuanxin.care;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** An open or closed task as lists show it; names in the record's own writing, the place in the language at hand. */
public record TaskRow(
        long id,
        long familyId,
        String names,
        String residencePath,
        String place,
        TaskKind kind,
        TaskReason reason,
        LocalDate reasonOn,
        LocalDate dueOn,
        LocalDate limitOn,
        @Nullable Long assigneeId,
        @Nullable String assignee,
        @Nullable LocalDate plannedOn,
        @Nullable LocalTime plannedAt,
        @Nullable LocalDate lastMetOn,
        TaskStatus status,
        @Nullable LocalDate doneOn,
        @Nullable Long visitId,
        @Nullable String formOfAddress,
        boolean womenOnly) {

    TaskRow at(String named) {
        return new TaskRow(
                id,
                familyId,
                names,
                residencePath,
                named,
                kind,
                reason,
                reasonOn,
                dueOn,
                limitOn,
                assigneeId,
                assignee,
                plannedOn,
                plannedAt,
                lastMetOn,
                status,
                doneOn,
                visitId,
                formOfAddress,
                womenOnly);
    }
}
