package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who takes over, on which day somebody left, and why. */
class LeaveForm {

    private @Nullable Long taker;

    @NotNull(message = "{account.error.on}")
    private @Nullable LocalDate on;

    @NotBlank(message = "{account.error.reason}")
    @Size(max = 200, message = "{account.error.too-long}")
    private String reason = "";

    public @Nullable Long getTaker() {
        return taker;
    }

    public void setTaker(@Nullable Long taker) {
        this.taker = taker;
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
