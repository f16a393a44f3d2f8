package org.nuanxin.caregroup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day the seat is vacant, and why. */
class EndSeatForm {

    @NotNull(message = "{caregroup.error.to}")
    private @Nullable LocalDate to;

    @NotBlank(message = "{caregroup.error.reason}")
    @Size(max = 200, message = "{caregroup.error.too-long}")
    private String reason = "";

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
