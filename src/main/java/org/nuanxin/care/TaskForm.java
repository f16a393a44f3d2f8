package org.nuanxin.care;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Who goes and when; or how far a task is put off, and why. */
public class TaskForm {

    private int version;
    private @Nullable Long assignee;
    private @Nullable LocalDate plannedOn;
    private @Nullable LocalTime plannedAt;
    private @Nullable LocalDate to;
    private @Nullable String because;

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public @Nullable Long getAssignee() {
        return assignee;
    }

    public void setAssignee(@Nullable Long assignee) {
        this.assignee = assignee;
    }

    public @Nullable LocalDate getPlannedOn() {
        return plannedOn;
    }

    public void setPlannedOn(@Nullable LocalDate plannedOn) {
        this.plannedOn = plannedOn;
    }

    public @Nullable LocalTime getPlannedAt() {
        return plannedAt;
    }

    public void setPlannedAt(@Nullable LocalTime plannedAt) {
        this.plannedAt = plannedAt;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public @Nullable String getBecause() {
        return because;
    }

    public void setBecause(@Nullable String because) {
        this.because = because;
    }
}
