package org.nuanxin.caregroup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Why an entry is undone. */
class ReversalForm {

    private UUID token = UUID.randomUUID();

    @NotBlank(message = "{caregroup.error.reason}")
    @Size(max = 120, message = "{caregroup.error.too-long}")
    private String reason = "";

    public UUID getToken() {
        return token;
    }

    public void setToken(UUID token) {
        this.token = token;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
