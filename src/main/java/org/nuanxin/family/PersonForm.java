package org.nuanxin.family;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;

/** A member; at registration also the facts that are known already, each with its source. */
@Checked
class PersonForm implements Checked.Form {

    private UUID clientId = UUID.randomUUID();

    private int version;

    private boolean optional;

    private PersonRole role = PersonRole.PARENT;

    private boolean contact;

    @Size(max = 40, message = "{family.error.too-long}")
    private @Nullable String name;

    private @Nullable String citizenId;

    private @Nullable Sex sex;

    @PastOrPresent(message = "{family.error.future}")
    private @Nullable LocalDate bornOn;

    @Pattern(regexp = "1\\d{10}|0?\\d{7,11}", message = "{family.error.phone}")
    private @Nullable String phone;

    @Size(max = 60, message = "{family.error.too-long}")
    private @Nullable String bankName;

    @Pattern(regexp = "\\d{8,30}", message = "{family.error.account}")
    private @Nullable String accountNumber;

    @PastOrPresent(message = "{family.error.future}")
    private @Nullable LocalDate diedOn;

    private @Nullable String livelihood;

    private @Nullable String ability;

    private @Nullable String tier;

    @PastOrPresent(message = "{family.error.future}")
    private @Nullable LocalDate factsFrom;

    @Size(max = 100, message = "{family.error.too-long}")
    private @Nullable String factsSource;

    /** What may be shown of a member; ID, birth date, phone and account start empty and then stay as they are. */
    static PersonForm of(FamilyHead.Member member) {
        PersonForm form = new PersonForm();
        form.version = member.version();
        form.role = member.role();
        form.contact = member.contact();
        form.name = member.name();
        form.sex = member.sex();
        form.bankName = member.bankName();
        form.diedOn = member.diedOn();
        return form;
    }

    boolean isBlank() {
        return name == null && citizenId == null && phone == null && accountNumber == null;
    }

    @Override
    public void check(Checked.Problems problems, LocalDate today) {
        if (optional && isBlank()) {
            return;
        }
        if (name == null) {
            problems.add("name", "family.error.name");
        }
        checkCitizenId(problems, today);
        if (diedOn != null && bornOn != null && diedOn.isBefore(bornOn)) {
            problems.add("diedOn", "family.error.died-before-born");
        }
        boolean known = livelihood != null || ability != null || tier != null;
        if (known && factsSource == null) {
            problems.add("factsSource", "family.error.source");
        }
        if (known && factsFrom == null) {
            problems.add("factsFrom", "family.error.date");
        }
    }

    private void checkCitizenId(Checked.Problems problems, LocalDate today) {
        if (citizenId == null) {
            return;
        }
        var fault = CitizenId.fault(citizenId);
        if (fault.isPresent()) {
            problems.add(
                    "citizenId",
                    switch (fault.get()) {
                        case LENGTH -> "family.error.citizen-id.length";
                        case CHARACTERS -> "family.error.citizen-id.characters";
                        case BIRTH_DATE -> "family.error.citizen-id.birth-date";
                        case CHECK_DIGIT -> "family.error.citizen-id.check-digit";
                    });
            return;
        }
        CitizenId id = new CitizenId(citizenId);
        if (id.birthDate().isAfter(today)) {
            problems.add("citizenId", "family.error.citizen-id.birth-date");
        }
        if (sex != null && sex != id.sex()) {
            problems.add("sex", "family.error.sex-contradicts");
        }
        if (bornOn != null && !Objects.equals(bornOn, id.birthDate())) {
            problems.add("bornOn", "family.error.born-contradicts");
        }
    }

    NewFamily.NewPerson person() {
        return new NewFamily.NewPerson(
                clientId,
                role,
                contact,
                requireNonNull(name),
                citizenId == null ? null : new CitizenId(citizenId),
                sex,
                bornOn,
                phone,
                bankName,
                accountNumber,
                diedOn,
                facts());
    }

    private List<NewFamily.NewFact> facts() {
        List<NewFamily.NewFact> facts = new ArrayList<>();
        fact(facts, "livelihood", livelihood);
        fact(facts, "ability-grade", ability);
        fact(facts, "reported-tier", tier);
        return facts;
    }

    private void fact(List<NewFamily.NewFact> facts, String fact, @Nullable String value) {
        if (value != null) {
            facts.add(new NewFamily.NewFact(fact, value, requireNonNull(factsFrom), null, requireNonNull(factsSource)));
        }
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public boolean isOptional() {
        return optional;
    }

    public void setOptional(boolean optional) {
        this.optional = optional;
    }

    public PersonRole getRole() {
        return role;
    }

    public void setRole(PersonRole role) {
        this.role = role == null ? PersonRole.PARENT : role;
    }

    public boolean isContact() {
        return contact;
    }

    public void setContact(boolean contact) {
        this.contact = contact;
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
        this.citizenId = Typed.citizenId(citizenId);
    }

    public @Nullable Sex getSex() {
        return sex;
    }

    public void setSex(@Nullable Sex sex) {
        this.sex = sex;
    }

    public @Nullable LocalDate getBornOn() {
        return bornOn;
    }

    public void setBornOn(@Nullable LocalDate bornOn) {
        this.bornOn = bornOn;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = Typed.phone(phone);
    }

    public @Nullable String getBankName() {
        return bankName;
    }

    public void setBankName(@Nullable String bankName) {
        this.bankName = bankName;
    }

    public @Nullable String getAccountNumber() {
        return accountNumber;
    }

    public void setAccountNumber(@Nullable String accountNumber) {
        this.accountNumber = Typed.digits(accountNumber);
    }

    public @Nullable LocalDate getDiedOn() {
        return diedOn;
    }

    public void setDiedOn(@Nullable LocalDate diedOn) {
        this.diedOn = diedOn;
    }

    public @Nullable String getLivelihood() {
        return livelihood;
    }

    public void setLivelihood(@Nullable String livelihood) {
        this.livelihood = livelihood;
    }

    public @Nullable String getAbility() {
        return ability;
    }

    public void setAbility(@Nullable String ability) {
        this.ability = ability;
    }

    public @Nullable String getTier() {
        return tier;
    }

    public void setTier(@Nullable String tier) {
        this.tier = tier;
    }

    public @Nullable LocalDate getFactsFrom() {
        return factsFrom;
    }

    public void setFactsFrom(@Nullable LocalDate factsFrom) {
        this.factsFrom = factsFrom;
    }

    public @Nullable String getFactsSource() {
        return factsSource;
    }

    public void setFactsSource(@Nullable String factsSource) {
        this.factsSource = factsSource;
    }
}
