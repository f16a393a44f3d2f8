package org.nuanxin.family;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;

/**
 * A family to be registered.
 *
 * @param clientId made by the sender: the same one again is the same family
 * @param filingPath region of the hukou, whose county pays (口径待定)
 * @param residencePath where they live, whose village cares (口径待定)
 * @param knownOn the day we learned of a new loss; null for stock families
 */
public record NewFamily(
        UUID clientId,
        Origin origin,
        Category category,
        String filingPath,
        String residencePath,
        @Nullable String address,
        @Nullable LivingArrangement livingArrangement,
        @Nullable LocalDate knownOn,
        @Nullable String toldBy,
        ContactPreferences preferences,
        List<NewPerson> people,
        List<NewChild> children) {

    /**
     * A member to be registered; where a citizen ID is given, sex and birth date come from it.
     *
     * @param phone digits only
     * @param accountNumber one-card account, digits only
     */
    public record NewPerson(
            UUID clientId,
            PersonRole role,
            boolean contact,
            String name,
            @Nullable CitizenId citizenId,
            @Nullable Sex sex,
            @Nullable LocalDate bornOn,
            @Nullable String phone,
            @Nullable String bankName,
            @Nullable String accountNumber,
            @Nullable LocalDate diedOn,
            List<NewFact> facts) {}

    /**
     * The child; where only a year or month is known, the date is its first day and the precision says so.
     *
     * @param called the name the family uses
     */
    public record NewChild(
            String name,
            @Nullable String called,
            @Nullable Sex sex,
            @Nullable LocalDate bornOn,
            @Nullable LocalDate diedOn,
            Child.Precision diedPrecision,
            @Nullable String certifiedBy) {}

    /** A dated fact with its source; valid from the day on, open-ended. */
    public record NewFact(
            String name,
            String value,
            LocalDate from,
            @Nullable LocalDate nextDue,
            String source) {}
}
