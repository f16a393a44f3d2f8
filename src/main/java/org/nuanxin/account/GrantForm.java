package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.DateRange;
import org.springframework.validation.Errors;

/** A region for a time; {@code village} narrows a township. */
class GrantForm {

    @NotBlank(message = "{account.error.region}")
    private String region = "";

    private String village = "";

    @NotNull(message = "{account.error.from}")
    private @Nullable LocalDate from;

    private @Nullable LocalDate to;

    @NotBlank(message = "{account.error.reason}")
    @Size(max = 200, message = "{account.error.too-long}")
    private String reason = "";

    /** The village where one of the chosen township is picked, else the unit itself. */
    String path() {
        return !village.isEmpty() && village.startsWith(region) ? village : region;
    }

    /** Throws {@link NullPointerException} before validation. */
    DateRange days() {
        return new DateRange(Objects.requireNonNull(from), to);
    }

    void check(Errors errors) {
        if (from != null && to != null && !to.isAfter(from)) {
            errors.rejectValue("to", "account.error.to");
        }
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region.strip();
    }

    public String getVillage() {
        return village;
    }

    public void setVillage(String village) {
        this.village = village.strip();
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
