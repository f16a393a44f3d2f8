package org.nuanxin.family;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanxin.region.RegionChoice;

/** Where a family lives and how it wants to be met. */
class EditForm {

    private int version;

    private RegionChoice residence = new RegionChoice();

    /** Another village because it was written down wrongly, not because they moved. */
    private boolean correction;

    @Size(max = 200, message = "{family.error.too-long}")
    private @Nullable String address;

    private @Nullable LivingArrangement living;

    @Valid
    private PreferencesForm preferences = new PreferencesForm();

    static EditForm of(FamilyHead family) {
        EditForm form = new EditForm();
        form.version = family.version();
        form.residence = RegionChoice.at(family.residencePath());
        form.address = family.address();
        form.living = family.livingArrangement();
        form.preferences = PreferencesForm.of(family.preferences());
        return form;
    }

    public boolean isCorrection() {
        return correction;
    }

    public void setCorrection(boolean correction) {
        this.correction = correction;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
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

    public PreferencesForm getPreferences() {
        return preferences;
    }

    public void setPreferences(PreferencesForm preferences) {
        this.preferences = preferences;
    }
}
