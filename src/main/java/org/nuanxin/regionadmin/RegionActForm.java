package org.nuanxin.regionadmin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An act on a unit with its reason: out of use, in use again, moved. */
class RegionActForm {

    @NotBlank(message = "{region.error.reason}")
    @Size(max = 200, message = "{region.error.reason}")
    private String reason = "";

    /** The village that takes over, or the county-level unit to move under. */
    private @Nullable Long into;

    private int version;

    static RegionActForm at(int version) {
        RegionActForm form = new RegionActForm();
        form.version = version;
        return form;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }

    public @Nullable Long getInto() {
        return into;
    }

    public void setInto(@Nullable Long into) {
        this.into = into;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
