package org.nuanxin.reverification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What the office found out about one check, by which source and why. */
public class SettleForm {

    private @Nullable String outcome;
    private @Nullable String source;
    private @Nullable LocalDate on;
    private @Nullable String reason;

    void check(Errors errors, LocalDate today) {
        if (!"SAME".equals(outcome) && !"CORRECTED".equals(outcome)) {
            errors.rejectValue("outcome", "reverification.error.outcome");
        }
        if (source == null || source.isBlank() || source.length() > 100) {
            errors.rejectValue("source", "reverification.error.source");
        }
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "reverification.error.on");
        } else if (on != null && (on.isAfter(today) || on.isBefore(today.minusYears(1)))) {
            errors.rejectValue("on", "reverification.error.onWhen");
        }
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            errors.rejectValue("reason", "reverification.error.reason");
        }
    }

    boolean corrected() {
        return "CORRECTED".equals(outcome);
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source == null ? null : source.strip();
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? null : reason.strip();
    }
}
