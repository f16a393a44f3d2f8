package org.nuanxin.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.policy.Outcome;

/**
 * What the benefits tab shows.
 *
 * @param groups answers in the order of what needs somebody most, without empty ones
 * @param counts rows of each answer before that filter is applied
 * @param folded how many programs are told only when asked for
 * @param members living members, id to name
 */
record Benefits(
        LocalDate asOf,
        @Nullable String show,
        @Nullable String member,
        int total,
        Map<String, Long> counts,
        List<FamilyHead.Member> members,
        List<Group> groups,
        Map<String, String> funders,
        long folded,
        boolean maySupply) {

    record Group(Outcome outcome, List<BenefitRow> rows) {

        public String verdict() {
            return BenefitRow.verdict(outcome);
        }
    }
}
