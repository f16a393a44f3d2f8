package org.nuanxin.advancecare;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's card as it stands.
 *
 * @param talkedOn the day it was talked about
 * @param source how we know: told at a visit
 * @param reviewOn when to look at it again, or to ask again gently
 */
public record StoredCard(
        long id,
        long personId,
        Stance stance,
        Card card,
        LocalDate talkedOn,
        String source,
        LocalDate reviewOn,
        ReviewReason reviewReason,
        int version,
        @Nullable String savedBy,
        Instant savedAt) {

    /** Whether somebody wants to talk about it; both are answers. */
    public enum Stance {
        TALKED,
        /** 不想谈: respected, and asked again later */
        NOT_NOW
    }

    /** Why a card is to be looked at again. */
    public enum ReviewReason {
        YEARLY,
        ASK_AGAIN,
        /** somebody named on it has died */
        NAMED_DIED,
        /** something changed in the family */
        FAMILY_CHANGED
    }

    public boolean due(LocalDate today) {
        return !reviewOn.isAfter(today);
    }
}
