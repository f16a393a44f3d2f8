package org.nuanxin.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The letter as it is being written. */
class HandoverForm {

    private UUID clientId = UUID.randomUUID();

    @NotBlank(message = "{move.error.letter}")
    @Size(max = 2000, message = "{move.error.letter-long}")
    private @Nullable String content;

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public @Nullable String getContent() {
        return content;
    }

    public void setContent(@Nullable String content) {
        this.content = content;
    }
}
