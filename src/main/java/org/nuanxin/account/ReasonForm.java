package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why, and from which day where the act has one. */
class ReasonForm {

    @NotBlank(message = "{account.error.reason}")
    @Size(max = 200, message = "{account.error.too-long}")
    private String reason = "";

    private @Nullable LocalDate on;

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }
}
