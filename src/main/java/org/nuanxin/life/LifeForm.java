package org.nuanxin.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.region.RegionChoice;

/** A turn in a family's life, as it is typed. */
class LifeForm {

    private UUID clientId = UUID.randomUUID();

    private @Nullable Long person;

    @NotNull(message = "{life.error.on}")
    @PastOrPresent(message = "{life.error.future}")
    private @Nullable LocalDate on;

    @NotBlank(message = "{life.error.source}")
    @Size(max = 100, message = "{life.error.too-long}")
    private @Nullable String source;

    @Size(max = 1000, message = "{life.error.note}")
    private @Nullable String note;

    @Size(max = 40, message = "{life.error.too-long}")
    private @Nullable String name;

    private @Nullable String citizenId;

    private RegionChoice home = new RegionChoice();

    @Size(max = 100, message = "{life.error.too-long}")
    private @Nullable String address;

    @Size(max = 40, message = "{life.error.too-long}")
    private @Nullable String heirName;

    @Size(max = 40, message = "{life.error.too-long}")
    private @Nullable String heirRelation;

    @Pattern(regexp = "1\\d{10}|0?\\d{7,11}", message = "{life.error.phone}")
    private @Nullable String heirPhone;

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public @Nullable Long getPerson() {
        return person;
    }

    public void setPerson(@Nullable Long person) {
        this.person = person;
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCitizenId() {
        return citizenId;
    }

    public void setCitizenId(@Nullable String citizenId) {
        this.citizenId = citizenId == null ? null : CitizenId.normalise(citizenId);
    }

    public RegionChoice getHome() {
        return home;
    }

    public void setHome(RegionChoice home) {
        this.home = home;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getHeirName() {
        return heirName;
    }

    public void setHeirName(@Nullable String heirName) {
        this.heirName = heirName;
    }

    public @Nullable String getHeirRelation() {
        return heirRelation;
    }

    public void setHeirRelation(@Nullable String heirRelation) {
        this.heirRelation = heirRelation;
    }

    public @Nullable String getHeirPhone() {
        return heirPhone;
    }

    /** Full-width digits and spaces are accepted. */
    public void setHeirPhone(@Nullable String heirPhone) {
        this.heirPhone = heirPhone == null || heirPhone.isBlank()
                ? null
                : Normalizer.normalize(heirPhone, Normalizer.Form.NFKC).replaceAll("[\\s\\-]", "");
    }
}
