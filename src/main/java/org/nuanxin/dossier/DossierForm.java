package org.nuanxin.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** For whom the file is taken out, and why. */
public class DossierForm {

    private UUID clientId = UUID.randomUUID();

    @NotBlank(message = "{dossier.error.recipient}")
    @Size(max = 60, message = "{dossier.error.recipient}")
    private String recipient = "";

    @NotBlank(message = "{dossier.error.purpose}")
    @Size(max = 200, message = "{dossier.error.purpose}")
    private String purpose = "";

    @NotEmpty(message = "{dossier.error.chapters}")
    private List<String> chapters = new ArrayList<>();

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient.strip();
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose.strip();
    }

    public List<String> getChapters() {
        return chapters;
    }

    public void setChapters(List<String> chapters) {
        this.chapters = chapters;
    }
}
