package org.nuanxin.family;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.nuanxin.privacy.EncryptedText;

/** How the family wants to be met, and what a visitor should mind. */
@Embeddable
public record ContactPreferences(
        @Column(name = "form_of_address") @Nullable String formOfAddress,

        @Column(name = "contact_channel") @Enumerated(EnumType.STRING) @Nullable
        Channel channel,

        @Column(name = "visits_welcome") @Enumerated(EnumType.STRING)
        Visits visits,

        @Column(name = "women_only") boolean womenOnly,
        @Column(name = "best_time") @Nullable String bestTime,
        @Column(name = "language") @Nullable String language,
        @Column(name = "customs") @Nullable String customs,

        @Column(name = "avoid_topics") @Convert(converter = EncryptedText.class) @Nullable
        String avoidTopics,

        @Column(name = "avoid_dates") @Convert(converter = EncryptedText.class) @Nullable
        String avoidDates,

        @Column(name = "care_notes") @Convert(converter = EncryptedText.class) @Nullable
        String careNotes) {

    public enum Channel {
        PHONE_FIRST,
        VISIT,
        PHONE_ONLY
    }

    /** Whether somebody may come to the door; care then follows their wish. */
    public enum Visits {
        WELCOME,
        PHONE_ONLY,
        REFUSED
    }

    public static ContactPreferences unknown() {
        return new ContactPreferences(null, null, Visits.WELCOME, false, null, null, null, null, null, null);
    }

    /** Whether there is anything to mind before the door. */
    public boolean isEmpty() {
        return formOfAddress == null
                && avoidTopics == null
                && avoidDates == null
                && customs == null
                && !womenOnly
                && visits == Visits.WELCOME;
    }
}
