package org.nuanxin.caregroup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.nuanxin.family.FamilyStatus;
import org.nuanxin.policy.Decision;
import org.nuanxin.policy.Outcome;
import org.springframework.stereotype.Component;

/** The tab 关爱小组: seats, money of a year, and what has ended. */
@Component
class CareGroupPanel implements FamilyPanel {

    private final CareGroupReader groups;
    private final GroupLedger ledger;
    private final Clock clock;

    CareGroupPanel(CareGroupReader groups, GroupLedger ledger, Clock clock) {
        this.groups = groups;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What the tab shows.
     *
     * @param group null before the first seat
     * @param allocation what the rule says of this year's money
     * @param token makes a doubled press of the button one entry
     */
    public record Content(
            @Nullable CareGroupView group,
            CareGroupView.@Nullable Fund fund,
            List<GroupLedger.Entry> entries,
            List<Integer> years,
            @Nullable Decision allocation,
            boolean open,
            UUID token) {

        /** The four seats, all vacant before the group begins. */
        public List<CareGroupView.Four> four() {
            return group == null
                    ? SeatKind.theFour().stream()
                            .map(kind -> new CareGroupView.Four(kind, null))
                            .toList()
                    : group.four();
        }

        /** This year has no money yet and the rule gives it. */
        public boolean canAllocate() {
            return open
                    && fund != null
                    && fund.allocated().signum() == 0
                    && allocation != null
                    && allocation.outcome() == Outcome.ELIGIBLE;
        }
    }

    @Override
    public String tab() {
        return "care-group";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "caregroup/group-panel :: panel";
    }

    @Override
    public Object content(FamilyHead family, Map<String, String> parameters) {
        boolean open = family.status() != FamilyStatus.EXITED;
        CareGroupView group = groups.ofFamily(family.id()).orElse(null);
        if (group == null) {
            return new Content(null, null, List.of(), List.of(), null, open, UUID.randomUUID());
        }
        LocalDate today = LocalDate.now(clock);
        List<Integer> years = groups.years(group.groupId());
        int year = years.stream()
                .filter(known -> String.valueOf(known).equals(parameters.get("year")))
                .findFirst()
                .orElse(today.getYear());
        CareGroupView.Fund fund = year == today.getYear() ? group.fund() : groups.fund(group.groupId(), year);
        return new Content(
                group,
                fund,
                ledger.entries(group.groupId(), year),
                years,
                year == today.getYear() ? ledger.allocationRule(group.groupId(), today) : null,
                open,
                UUID.randomUUID());
    }
}
