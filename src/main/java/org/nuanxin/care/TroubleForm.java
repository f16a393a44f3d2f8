package org.nuanxin.care;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** 报告遇病遇灾: what happened, when we learned of it. */
public class TroubleForm {

    static final List<TaskReason> TROUBLES =
            List.of(TaskReason.HOSPITAL, TaskReason.ILLNESS, TaskReason.DISASTER, TaskReason.DEATH, TaskReason.SAFETY);

    private UUID clientId = UUID.randomUUID();
    private @Nullable TaskReason reason;
    private @Nullable LocalDate knownOn;
    private @Nullable String note;

    void check(Errors errors, LocalDate today) {
        if (reason == null || !TROUBLES.contains(reason)) {
            errors.rejectValue("reason", "care.error.trouble");
        }
        if (knownOn == null || knownOn.isAfter(today) || knownOn.isBefore(today.minusYears(1))) {
            errors.rejectValue("knownOn", "care.error.knownOn");
        }
        if (note != null && note.length() > 500) {
            errors.rejectValue("note", "care.error.tooLong", new Object[] {500}, null);
        }
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public @Nullable TaskReason getReason() {
        return reason;
    }

    public void setReason(@Nullable TaskReason reason) {
        this.reason = reason;
    }

    public @Nullable LocalDate getKnownOn() {
        return knownOn;
    }

    public void setKnownOn(@Nullable LocalDate knownOn) {
        this.knownOn = knownOn;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
