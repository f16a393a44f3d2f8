package org.nuanxin.family;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.region.RegionChoice;

/** Take a lead (线索): what somebody told us, and no more. */
class LeadForm {

    private UUID clientId = UUID.randomUUID();

    @NotBlank(message = "{family.error.name}")
    @Size(max = 40, message = "{family.error.too-long}")
    private @Nullable String name;

    private RegionChoice place = new RegionChoice();

    @Pattern(regexp = "1\\d{10}|0?\\d{7,11}", message = "{family.error.phone}")
    private @Nullable String phone;

    @Size(max = 100, message = "{family.error.too-long}")
    private @Nullable String toldBy;

    @NotNull(message = "{family.error.known-on}")
    @PastOrPresent(message = "{family.error.future}")
    private @Nullable LocalDate knownOn;

    private boolean anyway;

    Families.Lead lead(String regionPath) {
        return new Families.Lead(clientId, regionPath, requireNonNull(name), phone, requireNonNull(knownOn), toldBy);
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public RegionChoice getPlace() {
        return place;
    }

    public void setPlace(RegionChoice place) {
        this.place = place;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = Typed.phone(phone);
    }

    public @Nullable String getToldBy() {
        return toldBy;
    }

    public void setToldBy(@Nullable String toldBy) {
        this.toldBy = toldBy;
    }

    public @Nullable LocalDate getKnownOn() {
        return knownOn;
    }

    public void setKnownOn(@Nullable LocalDate knownOn) {
        this.knownOn = knownOn;
    }

    public boolean isAnyway() {
        return anyway;
    }

    public void setAnyway(boolean anyway) {
        this.anyway = anyway;
    }
}
