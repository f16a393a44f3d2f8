package org.nuanxin.setting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value, the day it begins or ends, and the reason. */
class SettingForm {

    private String value = "";

    private @Nullable LocalDate day;

    @NotBlank(message = "{setting.error.reason}")
    @Size(max = 200, message = "{setting.error.reason}")
    private String reason = "";

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
