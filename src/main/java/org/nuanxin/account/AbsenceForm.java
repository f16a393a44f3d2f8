package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who stands in, for which days, and why. */
class AbsenceForm {

    @NotNull(message = "{account.error.stand-in}")
    private @Nullable Long standIn;

    @NotNull(message = "{account.error.from}")
    private @Nullable LocalDate from;

    @NotNull(message = "{account.error.absence-to}")
    private @Nullable LocalDate to;

    @NotBlank(message = "{account.error.reason}")
    @Size(max = 200, message = "{account.error.too-long}")
    private String reason = "";

    public @Nullable Long getStandIn() {
        return standIn;
    }

    public void setStandIn(@Nullable Long standIn) {
        this.standIn = standIn;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
