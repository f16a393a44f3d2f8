package org.nuanxin.family;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Sex;

/**
 * What the identity bar shows and every panel starts from.
 *
 * @param place township and village of residence, in the language at hand
 * @param childCalled how the family calls the child
 */
public record FamilyHead(
        long id,
        @Nullable String fileNumber,
        FamilyStatus status,
        Origin origin,
        Category category,
        String filingPath,
        String residencePath,
        String place,
        @Nullable String address,
        @Nullable LivingArrangement livingArrangement,
        ContactPreferences preferences,
        @Nullable LocalDate knownOn,
        @Nullable String toldBy,
        @Nullable LocalDate registeredOn,
        @Nullable Long registeredBy,
        @Nullable LocalDate confirmedOn,
        @Nullable Long confirmedBy,
        @Nullable LocalDate exitedOn,
        @Nullable String returnReason,
        int version,
        List<Member> members,
        List<Child> children) {

    /** A member as pages may see them: masked, with an age and no birth date. */
    public record Member(
            long id,
            String name,
            PersonRole role,
            boolean contact,
            @Nullable Sex sex,
            @Nullable Integer age,
            String citizenId,
            String phone,
            @Nullable String bankName,
            String account,
            @Nullable LocalDate diedOn,
            boolean active,
            int version) {}

    /** Both parents' names, the contact person first: 郑金水、林秀英. */
    public String title() {
        boolean someoneStays = members.stream().anyMatch(Member::active);
        List<Member> named = members.stream()
                .filter(member -> member.role() == PersonRole.PARENT && (member.active() || !someoneStays))
                .sorted((a, b) -> Boolean.compare(b.contact(), a.contact()))
                .toList();
        return (named.isEmpty() ? members : named).stream().map(Member::name).collect(Collectors.joining("、"));
    }

    public List<Member> living() {
        return members.stream()
                .filter(member -> member.diedOn() == null && member.active())
                .toList();
    }
}
