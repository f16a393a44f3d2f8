package org.nuanxin.family;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.ContactPreferences.Channel;
import org.nuanxin.family.ContactPreferences.Visits;

/** How the family wants to be met. */
class PreferencesForm {

    @Size(max = 60, message = "{family.error.too-long}")
    private @Nullable String formOfAddress;

    private @Nullable Channel channel;

    private Visits visits = Visits.WELCOME;

    private boolean womenOnly;

    @Size(max = 100, message = "{family.error.too-long}")
    private @Nullable String bestTime;

    @Size(max = 40, message = "{family.error.too-long}")
    private @Nullable String language;

    @Size(max = 200, message = "{family.error.too-long}")
    private @Nullable String customs;

    @Size(max = 400, message = "{family.error.too-long}")
    private @Nullable String avoidTopics;

    @Size(max = 400, message = "{family.error.too-long}")
    private @Nullable String avoidDates;

    @Size(max = 1000, message = "{family.error.too-long}")
    private @Nullable String careNotes;

    static PreferencesForm of(ContactPreferences stored) {
        PreferencesForm form = new PreferencesForm();
        form.formOfAddress = stored.formOfAddress();
        form.channel = stored.channel();
        form.visits = stored.visits();
        form.womenOnly = stored.womenOnly();
        form.bestTime = stored.bestTime();
        form.language = stored.language();
        form.customs = stored.customs();
        form.avoidTopics = stored.avoidTopics();
        form.avoidDates = stored.avoidDates();
        form.careNotes = stored.careNotes();
        return form;
    }

    ContactPreferences preferences() {
        return new ContactPreferences(
                formOfAddress,
                channel,
                visits,
                womenOnly,
                bestTime,
                language,
                customs,
                avoidTopics,
                avoidDates,
                careNotes);
    }

    public @Nullable String getFormOfAddress() {
        return formOfAddress;
    }

    public void setFormOfAddress(@Nullable String formOfAddress) {
        this.formOfAddress = formOfAddress;
    }

    public @Nullable Channel getChannel() {
        return channel;
    }

    public void setChannel(@Nullable Channel channel) {
        this.channel = channel;
    }

    public Visits getVisits() {
        return visits;
    }

    public void setVisits(Visits visits) {
        this.visits = visits == null ? Visits.WELCOME : visits;
    }

    public boolean isWomenOnly() {
        return womenOnly;
    }

    public void setWomenOnly(boolean womenOnly) {
        this.womenOnly = womenOnly;
    }

    public @Nullable String getBestTime() {
        return bestTime;
    }

    public void setBestTime(@Nullable String bestTime) {
        this.bestTime = bestTime;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getCustoms() {
        return customs;
    }

    public void setCustoms(@Nullable String customs) {
        this.customs = customs;
    }

    public @Nullable String getAvoidTopics() {
        return avoidTopics;
    }

    public void setAvoidTopics(@Nullable String avoidTopics) {
        this.avoidTopics = avoidTopics;
    }

    public @Nullable String getAvoidDates() {
        return avoidDates;
    }

    public void setAvoidDates(@Nullable String avoidDates) {
        this.avoidDates = avoidDates;
    }

    public @Nullable String getCareNotes() {
        return careNotes;
    }

    public void setCareNotes(@Nullable String careNotes) {
        this.careNotes = careNotes;
    }
}
