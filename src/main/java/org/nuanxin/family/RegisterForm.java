package org.nuanxin.family;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.region.RegionChoice;

/** A family to be registered: everything on one page, as much of it as is known. */
@Checked
class RegisterForm implements Checked.Form {

    private UUID clientId = UUID.randomUUID();

    private Origin origin = Origin.NEW;

    @PastOrPresent(message = "{family.error.future}")
    private @Nullable LocalDate knownOn;

    @Size(max = 100, message = "{family.error.too-long}")
    private @Nullable String toldBy;

    private Category category = Category.BEREAVED;

    private RegionChoice filing = new RegionChoice();

    private boolean livesElsewhere;

    private RegionChoice residence = new RegionChoice();

    @Size(max = 200, message = "{family.error.too-long}")
    private @Nullable String address;

    private @Nullable LivingArrangement living;

    @Valid
    private List<PersonForm> parents = new ArrayList<>(List.of(new PersonForm(), new PersonForm()));

    @Valid
    private ChildForm child = new ChildForm();

    @Valid
    private PreferencesForm preferences = new PreferencesForm();

    private boolean anyway;

    RegisterForm() {
        parents.get(0).setContact(true);
        parents.get(1).setOptional(true);
        child.setOptional(true);
    }

    /** What is known of a lead is there already. */
    static RegisterForm of(FamilyHead lead) {
        RegisterForm form = new RegisterForm();
        form.knownOn = lead.knownOn();
        form.toldBy = lead.toldBy();
        form.filing = RegionChoice.at(lead.filingPath());
        form.preferences = PreferencesForm.of(lead.preferences());
        lead.members().stream()
                .findFirst()
                .ifPresent(member -> form.parents.get(0).setName(member.name()));
        return form;
    }

    @Override
    public void check(Checked.Problems problems, LocalDate today) {
        if (origin == Origin.NEW && knownOn == null) {
            problems.add("knownOn", "family.error.known-on");
        }
    }

    /** The parents that were filled in. */
    List<PersonForm> people() {
        return parents.stream().filter(parent -> !parent.isBlank()).toList();
    }

    NewFamily family(String filingPath, String residencePath) {
        return new NewFamily(
                clientId,
                origin,
                category,
                filingPath,
                residencePath,
                address,
                living,
                origin == Origin.NEW ? knownOn : null,
                toldBy,
                preferences.preferences(),
                people().stream().map(PersonForm::person).toList(),
                Stream.of(child)
                        .filter(filled -> !filled.isBlank())
                        .map(ChildForm::child)
                        .toList());
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
    }

    public Origin getOrigin() {
        return origin;
    }

    public void setOrigin(Origin origin) {
        this.origin = origin == null ? Origin.NEW : origin;
    }

    public @Nullable LocalDate getKnownOn() {
        return knownOn;
    }

    public void setKnownOn(@Nullable LocalDate knownOn) {
        this.knownOn = knownOn;
    }

    public @Nullable String getToldBy() {
        return toldBy;
    }

    public void setToldBy(@Nullable String toldBy) {
        this.toldBy = toldBy;
    }

    public Category getCategory() {
        return category;
    }

    public void setCategory(Category category) {
        this.category = category == null ? Category.BEREAVED : category;
    }

    public RegionChoice getFiling() {
        return filing;
    }

    public void setFiling(RegionChoice filing) {
        this.filing = filing;
    }

    public boolean isLivesElsewhere() {
        return livesElsewhere;
    }

    public void setLivesElsewhere(boolean livesElsewhere) {
        this.livesElsewhere = livesElsewhere;
    }

    public RegionChoice getResidence() {
        return residence;
    }

    public void setResidence(RegionChoice residence) {
        this.residence = residence;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable LivingArrangement getLiving() {
        return living;
    }

    public void setLiving(@Nullable LivingArrangement living) {
        this.living = living;
    }

    public List<PersonForm> getParents() {
        return parents;
    }

    public void setParents(List<PersonForm> parents) {
        this.parents = parents;
    }

    public ChildForm getChild() {
        return child;
    }

    public void setChild(ChildForm child) {
        this.child = child;
    }

    public PreferencesForm getPreferences() {
        return preferences;
    }

    public void setPreferences(PreferencesForm preferences) {
        this.preferences = preferences;
    }

    public boolean isAnyway() {
        return anyway;
    }

    public void setAnyway(boolean anyway) {
        this.anyway = anyway;
    }
}
