package org.nuanxin.caregroup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Who is to sit: somebody who sits in other groups already, or a person typed in. */
class SeatForm {

    @NotNull(message = "{caregroup.error.kind}")
    private @Nullable SeatKind kind;

    /** A seat of the same person elsewhere. */
    private @Nullable Long known;

    @Size(max = 40, message = "{caregroup.error.name-long}")
    private String name = "";

    @Size(max = 80, message = "{caregroup.error.organisation-long}")
    private String organisation = "";

    @Pattern(regexp = "|1\\d{10}|0\\d{9,11}", message = "{caregroup.error.phone}")
    private String phone = "";

    private @Nullable Long account;

    @NotNull(message = "{caregroup.error.from}")
    private @Nullable LocalDate from;

    /** Somebody must sit: typed in, or chosen among those who sit elsewhere. */
    void requireSomebody(Errors errors) {
        if (known == null && name.isBlank()) {
            errors.rejectValue("name", "caregroup.error.name");
        }
    }

    /** Throws {@link NullPointerException} before validation. */
    CareGroups.Seating seating() {
        return new CareGroups.Seating(
                Objects.requireNonNull(kind),
                name,
                organisation.isBlank() ? null : organisation,
                phone.isBlank() ? null : phone,
                account,
                Objects.requireNonNull(from));
    }

    public @Nullable SeatKind getKind() {
        return kind;
    }

    public void setKind(@Nullable SeatKind kind) {
        this.kind = kind;
    }

    public @Nullable Long getKnown() {
        return known;
    }

    public void setKnown(@Nullable Long known) {
        this.known = known;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation.strip();
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }

    public @Nullable Long getAccount() {
        return account;
    }

    public void setAccount(@Nullable Long account) {
        this.account = account;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
